import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../apps/cli/src/supervisor/process-identity.js';
import { allEnded, partsOf, up, type Up } from './up.js';

let data: string;
let folder: string;
const started: Up[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'traguardo-start-stop-'));
  folder = join(data, 'prova');
});

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(data, { recursive: true, force: true });
});

function start(): Up {
  const instance = up({ TRAGUARDO_DATA: data }, ['--body', 'prova']);
  started.push(instance);
  return instance;
}

const isReady = async (address: string) => (await fetch(`${address}/health/ready`)).ok;

describe('traguardo up', () => {
  it('starts every part, stops them at one signal, and keeps the data for the next start', async () => {
    const first = start();
    expect(await isReady(await first.ready)).toBe(true);
    const parts = partsOf(folder);
    expect(parts).toHaveLength(4);
    expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['api.log', 'node.log', 'postgres.log', 'worker.log']);

    first.child.kill('SIGINT');

    expect(await first.ended).toBe(0);
    expect(parts.some(isRunning)).toBe(false);
    expect(existsSync(join(folder, 'instance.json'))).toBe(false);
    const password = readFileSync(join(folder, 'postgres/cluster/traguardo.password'), 'utf8');
    const second = start();
    expect(await isReady(await second.ready)).toBe(true);
    expect(readFileSync(join(folder, 'postgres/cluster/traguardo.password'), 'utf8')).toBe(password);
  });

  it('stops in the middle of a start', async () => {
    const instance = start();
    await new Promise<void>((resolve) =>
      instance.child.stdout?.on('data', () => /ready/.test(instance.output()) && resolve()),
    );
    const parts = partsOf(folder);

    instance.child.kill('SIGTERM');

    await instance.ended;
    expect(parts.some(isRunning)).toBe(false);
    expect(existsSync(join(folder, 'instance.json'))).toBe(false);
  });

  it('recovers when it and every part are killed at one moment; killed alone, it leaves no part behind', async () => {
    const killed = start();
    await killed.ready;
    for (const { pid } of [...partsOf(folder), { pid: killed.child.pid ?? 0 }]) process.kill(pid, 'SIGKILL');
    await killed.ended;

    const alone = start();
    expect(await isReady(await alone.ready)).toBe(true);
    const parts = partsOf(folder);
    alone.child.kill('SIGKILL');
    await alone.ended;
    const next = start();

    expect(await isReady(await next.ready)).toBe(true);
    expect(parts.some(isRunning)).toBe(false);
    const again = partsOf(folder);
    next.child.kill('SIGKILL');
    await allEnded(again, 60_000); // with nobody to help
  });

  it('lets exactly one of two starts have the folder, whether it is new or left by a killed one', async () => {
    for (const round of ['new', 'left']) {
      const [one, two] = [start(), start()];
      const outcomes = await Promise.allSettled([one.ready, two.ready]);

      const [winner] = outcomes[0].status === 'fulfilled' ? [one] : [two];
      const loser = winner === one ? two : one;
      expect([round, ...outcomes.map(({ status }) => status).toSorted()]).toEqual([round, 'fulfilled', 'rejected']);
      expect(await loser.ended).toBe(1);
      expect(loser.output()).toContain(`process ${winner.child.pid}`);
      winner.child.kill('SIGKILL');
      await winner.ended;
    }
  });
});
