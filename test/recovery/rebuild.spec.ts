import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import { eventStoreDb } from '#event-store';
import { openDatabase, startPostgres } from '#postgres';
import { demonstrationMoment, loadStory, readOrganisation } from '../../apps/cli/src/simulation/story.js';
import { prepareDemonstration } from '../../apps/cli/src/simulation/demonstration.js';
import { nameUuid } from '../../apps/cli/src/simulation/identity.js';
import { instantInRome } from '../../apps/cli/src/simulation/rome.js';
import { TownHallClosed } from '../../apps/cli/src/simulation/town-hall.js';
import { startStack, type Stack } from '../../apps/cli/src/supervisor/start-stack.js';
import { everybody } from './body-of-test.js';
import { allEvents, messagesIn, ofType, rowsIn, twice, type Rows } from './facts.js';

const PATIENCE_MS = 300_000;
const BODY = 'demo';

describe('a demonstration that is killed at its first start, and whose tables and jobs are lost later', () => {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-rebuild-'));
  let stack: Stack;
  let interrupted: unknown;
  let before: Seen;
  let after: Seen;

  beforeAll(async () => {
    const start = () => startStack({ data, body: BODY, clock: 'simulated', durable: false, env: { REDIS_URL: '' } });
    stack = await start();
    interrupted = await prepareDemonstration(welcome(stack, crashIn(stack, '2022-06'))).catch(
      (error: unknown) => error,
    );
    await stack.ended;
    stack = await start();
    await prepareDemonstration(welcome(stack, () => undefined));
    before = await lookAt(stack);
    await stack.stop();
    await loseTablesAndJobs(stack.folder);
    stack = await start();
    after = await lookAt(stack);
  }, PATIENCE_MS);

  afterAll(async () => {
    await stack.stop();
    rmSync(data, { recursive: true, force: true });
  }, PATIENCE_MS);

  it('has gone on where it was killed, with every act carried out once', async () => {
    expect(interrupted).toBeInstanceOf(TownHallClosed);
    const { acts, name } = await loadStory(2022);
    const carriedOut = before.events.map(({ metadata }) => metadata['commandId']);
    const day = demonstrationMoment(2022);
    const due = acts.filter(({ at, expect: refusal }) => at <= day && refusal === null);
    expect(due.length).toBeGreaterThan(100);
    expect(due.filter(({ key }) => !carriedOut.includes(nameUuid(name, key)))).toEqual([]);
    const progress = ofType(before.events, 'objective.progress-reported.v1').map(
      ({ data: { progressId } }) => progressId,
    );
    expect(new Set(progress).size).toBe(progress.length);
  });

  it('is under way: there is something to lose', () => {
    expect(before.clock.now).toBe(demonstrationMoment(2022));
    expect(before.events.length).toBeGreaterThan(200);
    expect(before.messages.length).toBeGreaterThan(20);
    expect(before.clock.nextAlarmAt).not.toBeNull();
  });

  it('answers every office what it answered before', () => {
    expect(after.dashboard).toEqual(before.dashboard);
    expect(after.inboxes).toEqual(before.inboxes);
    expect(after.rows).toEqual(before.rows);
  });

  it('waits for the same alarm', () => {
    expect(after.clock).toEqual(before.clock);
  });

  it('writes no event and sends no message again', () => {
    expect(after.events).toEqual(before.events);
    expect(after.messages).toEqual(before.messages);
  });

  it(
    'goes on reminding from there, each of what was not said before',
    async () => {
      const { time } = everybody(stack.apiUrl, stack.folder);
      await time.passTo(instantInRome('2022-11-02', '09:00'));
      const { events, messages } = await lookAt(stack);
      const reminders = ofType(events, 'reminder.sent.v1');
      expect(reminders.length).toBeGreaterThan(ofType(before.events, 'reminder.sent.v1').length);
      expect(messages).toHaveLength(reminders.length);
      expect(
        twice(
          reminders.flatMap(({ data: { items } }) => (items as readonly object[]).map((item) => JSON.stringify(item))),
        ),
      ).toEqual([]);
    },
    PATIENCE_MS,
  );
});

interface Seen {
  readonly clock: { readonly now: string; readonly nextAlarmAt: string | null };
  readonly dashboard: unknown;
  readonly inboxes: Readonly<Record<string, unknown>>;
  readonly rows: Rows;
  readonly events: Awaited<ReturnType<typeof allEvents>>;
  readonly messages: readonly string[];
}

async function lookAt({ apiUrl, folder, eventStoreUrl, databaseUrl }: Stack): Promise<Seen> {
  const { townHall, time } = everybody(apiUrl, folder);
  const { now, nextAlarmAt } = await time.settle();
  const inboxes: Record<string, unknown> = {};
  for (const { user } of readOrganisation().accounts) inboxes[user] = await townHall.query(user, '/inbox', z.unknown());
  const store = eventStoreDb(eventStoreUrl);
  try {
    return {
      clock: { now, nextAlarmAt },
      dashboard: await townHall.query('giunta', '/dashboard?planId=2022', z.unknown()),
      inboxes,
      rows: Object.fromEntries(
        Object.entries(await rowsIn(databaseUrl)).map(([table, rows]) => [table, rows.filter(notOfAccounts)]),
      ),
      events: (await allEvents(store)).filter(({ stream }) => !stream.startsWith(ACCOUNTS)),
      messages: messagesIn(folder),
    };
  } finally {
    await store.close();
  }
}

/** Whoever looks signs in, and that is told in the streams of accounts. */
const ACCOUNTS = 'account-';

const notOfAccounts = (row: string) => !row.includes(`"stream":"${ACCOUNTS}`);

function welcome({ apiUrl, folder }: Stack, onProgress: (line: string) => void) {
  return { apiUrl, data: folder, onProgress };
}

/** Kills every part when the demonstration tells that it has come to a month. */
function crashIn(stack: Stack, month: string): (line: string) => void {
  return (line) => {
    if (line.includes(month)) void stack.crash();
  };
}

/** What an administrator may do at any time: only accounts and sessions live outside the log. */
async function loseTablesAndJobs(folder: string): Promise<void> {
  const postgres = await startPostgres({ data: join(folder, 'postgres'), port: 0 });
  const db = openDatabase(postgres.url);
  try {
    await sql`drop schema read cascade`.execute(db);
    await sql`drop schema bullmq cascade`.execute(db);
  } finally {
    await db.destroy();
    await postgres.stop();
  }
}
