import { sql } from 'kysely';
import { memoryStore } from '#event-store/testing';
import type { RecordedEvent } from '#event-store';
import { projections } from '../projections.js';
import { fill } from '../testing/history.js';
import { stage, type Stage } from '../testing.js';
import { wholeYear } from '../testing/stories.js';
import { replay } from './fold.js';
import type { Projection } from './projection.js';
import { valueOf } from './table.js';

const { events } = wholeYear();
const last = BigInt(events.length);
const half = Math.floor(events.length / 2);

async function parked(on: Stage) {
  return on.db
    .selectFrom('read.parked')
    .select(['projection', 'stream', 'revision', 'error'])
    .orderBy('projection')
    .orderBy('position')
    .execute();
}

describe('keeping tables up to the log', () => {
  let on: Stage;
  let whole: Awaited<ReturnType<Stage['contents']>>;

  beforeAll(async () => {
    const reference = await stage();
    await fill(reference.store, events);
    reference.project();
    await reference.reached(last);
    whole = await reference.contents();
    await reference.strike();
  });
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  it('given a year in the log, when caught up, then the tables are what a replay in memory gives', async () => {
    expect(whole['event']).toHaveLength(events.length);
    const rows = replay(projections, events);
    for (const table of projections.flatMap(({ tables }) => tables)) {
      const byKey = (a: object, b: object) => (key(table.key, a) < key(table.key, b) ? -1 : 1);
      expect(rows.changed(table).toSorted(byKey)).toEqual(rowsOf(whole, table.name).toSorted(byKey));
    }
  });

  it('given a projector that follows live, when events come one by one, then the tables are those of a rebuild', async () => {
    on.project();
    await fill(on.store, events);
    await on.reached(last);
    expect(await on.contents()).toEqual(whole);
    expect(await parked(on)).toEqual([]);
  });

  it('given a projector that was stopped half way, when another goes on, then nothing is missing or doubled', async () => {
    await fill(on.store, events.slice(0, half));
    const first = on.project();
    await on.reached(BigInt(half));
    await first.stop();
    await fill(on.store, events.slice(half));
    on.project();
    await on.reached(last);
    expect(await on.contents()).toEqual(whole);
  });

  it('given two projectors on the same tables, when a year comes in, then every event counts once', async () => {
    on.project();
    on.project();
    await fill(on.store, events);
    await on.reached(last);
    expect(await on.contents()).toEqual(whole);
    expect(await parked(on)).toEqual([]);
  });

  it.each([
    ['all of the schema', `drop schema read cascade`],
    ['one table', `drop table read.due`],
    ['the checkpoints', `drop table read.checkpoint`],
    ['the list of parked events', `drop table read.parked`],
  ])('given %s dropped, when started again, then the tables are as before', async (_, drop) => {
    await fill(on.store, events);
    const first = on.project();
    await on.reached(last);
    await first.stop();
    await sql.raw(drop).execute(on.db);
    await on.taken(on.project(), last);
    expect(await on.contents()).toEqual(whole);
  });

  it('given a table dropped under a running projector, when the next event comes, then it is built again', async () => {
    await fill(on.store, events.slice(0, half));
    on.project();
    await on.reached(BigInt(half));
    await sql`drop table read.share`.execute(on.db);
    await fill(on.store, events.slice(half));
    await on.reached(last);
    expect(await on.contents()).toEqual(whole);
  });

  it('given tables of another version, when started, then only that projection is built again', async () => {
    await fill(on.store, events);
    const first = on.project();
    await on.reached(last);
    await first.stop();
    await sql`update read.due set title = 'as an older version had it'`.execute(on.db);
    await sql`update read.plan set title = 'kept'`.execute(on.db);
    const newer = projections.map((one): Projection =>
      one.name === 'due' ? { ...one, version: one.version + 1 } : one,
    );
    await on.taken(on.project({ projections: newer }), last);
    const now = await on.contents();
    expect(now['due']).toEqual(whole['due']);
    expect(now['plan']).toMatchObject([{ title: 'kept' }]);
  });

  it('given it is paused, when events come, then they wait until it goes on', async () => {
    const projector = on.project();
    await fill(on.store, events.slice(0, half));
    await on.reached(BigInt(half));
    await projector.pause();
    await fill(on.store, events.slice(half));
    expect(projector.state()).toBe('paused');
    expect(projector.position()).toBe(BigInt(half));
    projector.resume();
    await on.reached(last);
    expect(await on.contents()).toEqual(whole);
  });

  it('given it is stopped as soon as it is started, then it stops', async () => {
    const projector = on.project();
    await projector.stop();
    expect(projector.state()).toBe('stopped');
  });

  it('given the subscription ends, when it can be had again, then nothing is missing', async () => {
    const store = memoryStore();
    await fill(store, events);
    let lives = 0;
    async function* short(...[options]: Parameters<typeof store.follow>) {
      lives += 1;
      let left = lives < 4 ? 40 : Infinity;
      for await (const item of store.follow(options)) {
        yield item;
        left -= 1;
        if (left === 0) return;
      }
    }
    on.project({ store: { ...store, follow: short } });
    await on.reached(last);
    expect(lives).toBe(4);
    expect(await on.contents()).toEqual(whole);
    await store.close();
  });
});

describe('an event that cannot be taken', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(() => on.strike());

  const roads = 'objective-demo_2022-2.1.1';

  async function projectWith(change: (event: RecordedEvent) => RecordedEvent | null): Promise<void> {
    const store = memoryStore();
    await fill(store, events);
    async function* changed(...[options]: Parameters<typeof store.follow>) {
      for await (const item of store.follow(options)) {
        const event = item.kind === 'event' ? change(item.event) : null;
        if (item.kind !== 'event') yield item;
        else if (event !== null) yield { kind: 'event' as const, event };
      }
    }
    on.project({ store: { ...store, follow: changed } });
    await on.reached(last);
    await store.close();
  }

  it('given data that makes no sense, then its stream stands still and every other goes on', async () => {
    await projectWith((event) => (isPoison(event) ? { ...event, type: 'objective.defined.v1', data: {} } : event));
    const stopped = (await parked(on)).filter(({ projection }) => projection === 'objectives');
    expect(stopped[0]).toMatchObject({ stream: roads, revision: 7, error: expect.any(String) });
    expect(stopped.slice(1).every(({ stream, error }) => stream === roads && error === null)).toBe(true);
    expect(stopped).toHaveLength(events.filter(({ stream }) => stream === roads).length - 7);
    const { objective } = await on.contents();
    expect(objective).toMatchObject([
      { objective_id: '2022-10.2.1', status: 'scored' },
      { objective_id: '2022-2.1.1', revision: 6 },
    ]);
  });

  it('given text that PostgreSQL cannot store, then only its stream stands still', async () => {
    await projectWith((event) => (isPoison(event) ? { ...event, data: { ...event.data, note: 'a\u0000b' } } : event));
    const stopped = await parked(on);
    expect(stopped.filter(({ error }) => error !== null)).toMatchObject([
      { projection: 'events', stream: roads, revision: 7, error: expect.stringContaining('postgres/22') },
      { projection: 'objectives', stream: roads, revision: 7, error: expect.stringContaining('postgres/22') },
    ]);
    const { objective } = await on.contents();
    expect(objective).toMatchObject([{ status: 'scored' }, { revision: 6 }]);
  });

  it('given an event lost on the way, then the gap is noticed and its stream stands still', async () => {
    await projectWith((event) => (isPoison(event) ? null : event));
    const stopped = await parked(on);
    expect(stopped[0]).toMatchObject({
      projection: 'objectives',
      stream: roads,
      revision: 8,
      error: expect.stringContaining('read/revision-gap'),
    });
    const { objective } = await on.contents();
    expect(objective).toMatchObject([{ status: 'scored' }, { revision: 6 }]);
  });

  function isPoison({ stream, revision }: RecordedEvent): boolean {
    return stream === roads && revision === 7;
  }
});

function rowsOf(contents: Readonly<Record<string, readonly object[]>>, table: string): readonly object[] {
  return contents[table] ?? [];
}

function key(columns: readonly string[], row: object): string {
  return columns.map((column) => String(valueOf(row, column))).join(' ');
}
