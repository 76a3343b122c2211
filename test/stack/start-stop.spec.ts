import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../apps/cli/src/supervisor/process-identity.js';
import { allEnded, partsOf, up, type Up } from './up.js';

const folders: string[] = [];
const started: Up[] = [];

afterAll(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGTERM');
    await ended;
  }
  for (const data of folders) rmSync(data, { recursive: true, force: true });
});

/** A data folder in which nothing was ever started. */
function newData(): string {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-start-stop-'));
  folders.push(data);
  return data;
}

const folderIn = (data: string) => join(data, 'prova');

function start(data: string): Up {
  const instance = up({ TRAGUARDO_DATA: data }, ['--body', 'prova']);
  started.push(instance);
  return instance;
}

async function stop({ child, ended }: Up): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

const isReady = async (address: string) => (await fetch(`${address}/health/ready`)).ok;

/** Of two starts at once, the one that has the folder. */
async function winnerOf(one: Up, two: Up): Promise<Up> {
  const outcomes = await Promise.allSettled([one.ready, two.ready]);
  const [winner, loser] = outcomes[0].status === 'fulfilled' ? [one, two] : [two, one];
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await loser.ended).toBe(1);
  expect(loser.output()).toContain(`process ${winner.child.pid}`);
  return winner;
}

describe('traguardo up, again and again in one folder', () => {
  const data = newData();
  const folder = folderIn(data);
  const password = () => readFileSync(join(folder, 'postgres/cluster/traguardo.password'), 'utf8');
  let last: Up;

  it('starts every part, and stops them at one signal', async () => {
    const first = start(data);
    expect(await isReady(await first.ready)).toBe(true);
    const parts = partsOf(folder);
    expect(parts).toHaveLength(4);
    expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['api.log', 'node.log', 'postgres.log', 'worker.log']);

    first.child.kill('SIGINT');

    expect(await first.ended).toBe(0);
    expect(parts.some(isRunning)).toBe(false);
    expect(existsSync(join(folder, 'instance.json'))).toBe(false);
  });

  it('keeps the data for the next start', async () => {
    const before = password();
    last = start(data);
    expect(await isReady(await last.ready)).toBe(true);
    expect(password()).toBe(before);
  });

  it('recovers when it and every part are killed at one moment', async () => {
    for (const { pid } of [...partsOf(folder), { pid: last.child.pid ?? 0 }]) process.kill(pid, 'SIGKILL');
    await last.ended;

    last = start(data);
    expect(await isReady(await last.ready)).toBe(true);
  });

  it('killed alone, leaves no part behind: the next of two starts has the folder, and ends what was left', async () => {
    const parts = partsOf(folder);
    last.child.kill('SIGKILL');
    await last.ended;

    last = await winnerOf(start(data), start(data));

    expect(await isReady(await last.ready)).toBe(true);
    expect(parts.some(isRunning)).toBe(false);
  });

  it('killed alone, leaves no part behind, with nobody to help', async () => {
    const parts = partsOf(folder);
    last.child.kill('SIGKILL');
    await allEnded(parts, 60_000);
    expect(parts.some(isRunning)).toBe(false);
  });
});

describe('traguardo up, in a new folder', () => {
  it('stops in the middle of a start', async () => {
    const data = newData();
    const instance = start(data);
    await new Promise<void>((resolve) =>
      instance.child.stdout?.on('data', () => /ready/.test(instance.output()) && resolve()),
    );
    const parts = partsOf(folderIn(data));

    await stop(instance);

    expect(parts.some(isRunning)).toBe(false);
    expect(existsSync(join(folderIn(data), 'instance.json'))).toBe(false);
  });

  it('lets exactly one of two starts have it', async () => {
    const data = newData();
    const winner = await winnerOf(start(data), start(data));
    expect(await isReady(await winner.ready)).toBe(true);
    await stop(winner);
  });
});
