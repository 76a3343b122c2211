import pg from 'pg';
import { openAlarmQueue, type Alarm, type AlarmQueue } from '#notifications';
import { testDatabase, type TestDatabase } from '#postgres/testing';

const alarm = (objectiveId: string, ringsAt: string): Alarm => ({
  id: `missed_${objectiveId}_s_d_2022-06-30`,
  kind: 'missed',
  objectiveId,
  ringsAt,
});

const PAST = '2022-06-30T22:00:00.000Z';

let database: TestDatabase;
let opened: AlarmQueue[];
let troubles: Error[];

async function open(): Promise<AlarmQueue> {
  const queue = await openAlarmQueue({
    store: { kind: 'postgres', url: database.url },
    body: 'demo',
    onTrouble: (trouble) => troubles.push(trouble),
  });
  opened.push(queue);
  return queue;
}

async function jobs(): Promise<{ id: string; state: string; due: string | null }[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ id: string; state: string; due: string | null }>(
    'select id, state, process_at_ms::text as due from bullmq.job order by id',
  );
  await client.end();
  return rows;
}

/** Rings until `count` alarms are over. */
function answered(queue: AlarmQueue, count: number, ring: (alarm: Alarm) => Promise<void> = async () => undefined) {
  const rung: string[] = [];
  let over = 0;
  return new Promise<string[]>((resolve, reject) => {
    queue
      .answer(
        (one) => {
          rung.push(one.id);
          return ring(one);
        },
        1,
        () => {
          over += 1;
          if (over === count) resolve(rung);
        },
      )
      .catch(reject);
  });
}

beforeEach(async () => {
  database = await testDatabase();
  opened = [];
  troubles = [];
});
afterEach(async () => {
  await Promise.all(opened.map((queue) => queue.close()));
  await database.drop();
});

describe('the alarm queue over PostgreSQL', () => {
  it('sets an alarm once, however often and by however many it is set, to ring at its instant', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    const now = '2022-06-29T22:00:00.000Z';
    await Promise.all([one.set([alarm('a', PAST), alarm('a', PAST)], now), two.set([alarm('a', PAST)], now)]);
    expect(await jobs()).toEqual([{ id: alarm('a', PAST).id, state: 'delayed', due: String(Date.parse(PAST)) }]);
  });

  it('rings in the order in which alarms were handed over, and leaves nothing behind', async () => {
    const queue = await open();
    await queue.ringNow(['c', 'a', 'b'].map((id) => alarm(id, PAST)));
    expect(await answered(queue, 3)).toEqual(['c', 'a', 'b'].map((id) => alarm(id, PAST).id));
    expect(await jobs()).toEqual([]);
  });

  it('rings at once under a clock that is not the wall’s, though the instant lies ahead', async () => {
    const queue = await open();
    await queue.ringNow([alarm('a', '2999-01-01T00:00:00.000Z')]);
    expect(await answered(queue, 1)).toHaveLength(1);
  });

  it('rings again when an answer fails, until it succeeds', async () => {
    const queue = await open();
    await queue.ringNow([alarm('a', PAST)]);
    let failures = 0;
    const rung = await answered(queue, 1, async () => {
      failures += 1;
      if (failures < 3) throw new Error('not yet');
    });
    expect(rung).toHaveLength(3);
    expect(troubles.map(({ message }) => message)).toEqual(['not yet', 'not yet']);
    expect(await jobs()).toEqual([]);
  });

  it('finishes the alarm that is ringing before it closes', async () => {
    const queue = await open();
    let finished = false;
    const ringing = new Promise<void>((started) => {
      void queue.answer(
        async () => {
          started();
          await new Promise((resolve) => setImmediate(resolve));
          finished = true;
        },
        1,
        () => undefined,
      );
    });
    await queue.ringNow([alarm('a', PAST)]);
    await ringing;
    await queue.close();
    opened = [];
    expect(finished).toBe(true);
    expect(await jobs()).toEqual([]);
  });
});
