import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { verifyLog } from '#audit';
import { eventStoreDb } from '#event-store';
import { openTownHall, signInWithPassword, type TownHall } from '../../apps/cli/src/simulation/town-hall.js';
import { RELEASE, releaseOf } from '../../apps/cli/src/supervisor/release.js';
import { startStack, type Stack } from '../../apps/cli/src/supervisor/start-stack.js';

const Expected = z.object({
  release: z.string(),
  body: z.string(),
  arch: z.string(),
  platform: z.string(),
  password: z.string(),
  accounts: z.array(z.object({ id: z.string(), user: z.string(), office: z.string(), roles: z.array(z.string()) })),
  reported: z.object({ path: z.string(), areaId: z.string() }),
  dashboard: z.looseObject({}),
  table: z.array(z.looseObject({})),
  trail: z.array(z.string()),
});

const expected = Expected.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'expected.json'), 'utf8')));
const archive = join(import.meta.dirname, `${expected.body}-${expected.release}-${expected.arch}.tar.br`);

/** Pages of PostgreSQL and LMDB are laid out for one kind of processor. */
const fits = process.arch === expected.arch && process.platform === expected.platform;
if (!fits) {
  console.error(
    `UPGRADE NOT TESTED: the kept data folder of ${expected.release} is of ${expected.platform} ${expected.arch}, this ` +
      `is ${process.platform} ${process.arch}. Run test/upgrade on ${expected.platform} ${expected.arch} before a release.`,
  );
}

(fits ? describe : describe.skip)(`a data folder of release ${expected.release}, taken over by this one`, () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-upgrade-'));
  const said: string[] = [];
  let stack: Stack;
  let townHall: TownHall;

  beforeAll(async () => {
    const { status } = spawnSync('tar', ['-C', data, '-xf', '-'], {
      input: brotliDecompressSync(readFileSync(archive)),
    });
    if (status !== 0) throw new Error(`${archive} cannot be unpacked.`);
    stack = await startStack({
      data,
      body: expected.body,
      clock: 'system',
      env: { REDIS_URL: '' },
      onProgress: (line) => said.push(line),
    });
    // the administrator's name was taken by the one that the first start makes
    const userOf = (office: string) => (office === 'admin' ? 'admin-di-prova' : office);
    townHall = openTownHall(stack.apiUrl, (office) =>
      signInWithPassword(stack.apiUrl, userOf(office), expected.password),
    );
  });

  afterAll(async () => {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('says once that it upgrades, and bears this release from then on', () => {
    expect(said.filter((line) => line.includes(`from release ${expected.release} to ${RELEASE}`))).toHaveLength(1);
    expect(releaseOf(stack.folder)).toBe(RELEASE);
  });

  it('knows every account, and lets people in with the passwords they had', async () => {
    const Accounts = z.object({ accounts: z.array(z.looseObject({ user: z.string() })) });
    const { accounts } = await townHall.query('admin', '/accounts', Accounts);
    for (const account of expected.accounts)
      expect(accounts.find(({ user }) => user === account.user)).toMatchObject(account);
    for (const office of ['giunta', 'segretario-generale', 'affari-generali'])
      expect(await townHall.query(office, '/me', z.looseObject({}))).toMatchObject({ user: { office } });
  });

  it('shows the audit trail as it was, hash by hash', async () => {
    const Trail = z.object({ events: z.array(z.object({ position: z.string(), type: z.string(), hash: z.string() })) });
    const { events } = await townHall.query('revisore', '/audit-trail?limit=500&minPosition=0', Trail);
    const trail = events.map(({ position, type, hash }) => `${position} ${type} ${hash}`);
    // newest first: what has happened since stands before it
    expect(trail.slice(-expected.trail.length)).toEqual(expected.trail);
  });

  it('has chains that hold', async () => {
    const store = eventStoreDb(stack.eventStoreUrl);
    const { events, problems } = await verifyLog(store, expected.body);
    await store.close();
    expect(events).toBeGreaterThanOrEqual(expected.trail.length);
    expect(problems).toEqual([]);
  });

  it('shows the dashboard and the table of the plan as they were', async () => {
    const { now: _, ...dashboard } = expected.dashboard;
    const projected = `minPosition=${expected.trail[0]?.split(' ')[0]}`;
    expect(await townHall.query('giunta', `/dashboard?planId=2022&${projected}`, z.unknown())).toMatchObject(dashboard);
    const { missions } = await townHall.query(
      'giunta',
      '/plans/2022/table',
      z.object({ missions: z.array(z.unknown()) }),
    );
    expect(missions).toMatchObject(expected.table);
  });

  it('goes on: the next step of a report that waited, and progress of an area', async () => {
    const { path, areaId } = expected.reported;
    const step = await townHall.command(
      'nucleo',
      `${path}/rendicontazione/approval`,
      { step: 'certificazione' },
      '6d1c3c0e-6f0a-4c58-9d33-5b1f5f0c4a01',
    );
    expect(step.refused).toBeNull();
    const progress = await townHall.command(
      areaId,
      `${path}/progress`,
      { value: '99', note: 'Dopo l’aggiornamento.' },
      '6d1c3c0e-6f0a-4c58-9d33-5b1f5f0c4a02',
    );
    expect(progress.refused).toBeNull();
  });
});
