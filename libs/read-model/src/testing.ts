// For tests only: a log, a database and projectors of one’s own.
import { EventEmitter, once } from 'node:events';
import { sql, type Kysely } from 'kysely';
import type { EventStore, Position, RecordedEvent } from '#event-store';
import { memoryStore } from '#event-store/testing';
import { openDatabase, openPool, type Pool, type ReadTables } from '#postgres';
import { testDatabase } from '#postgres/testing';
import { projections } from './projections.js';
import { advanceAll } from './runtime/advance.js';
import { standingsOf } from './runtime/checkpoints.js';
import { ensureSchema } from './runtime/schema.js';
import { keepProjecting, type Projections } from './runtime/keep-projecting.js';
import type { RuntimeOptions } from './runtime/follow-once.js';
import { waitForPosition } from './runtime/projected.js';
import { BODY } from './testing/example.js';

export { begun } from './testing/stories.js';

/** A log and a database of one's own, with as many projectors as wanted. */
export interface Stage {
  readonly store: EventStore;
  readonly db: Kysely<ReadTables>;
  readonly pool: Pool;
  /** Takes events into the tables without a log. */
  load(events: readonly RecordedEvent[]): Promise<void>;
  project(options?: Partial<RuntimeOptions>): Projections;
  /** Settles when a projector itself says so: the tables may still be those of one before. */
  taken(by: Projections, position: Position): Promise<void>;
  /** @throws when it takes longer than 20 seconds */
  reached(position: Position): Promise<void>;
  /** Every row of every projection, without what differs between two databases. */
  contents(): Promise<Readonly<Record<string, readonly object[]>>>;
  strike(): Promise<void>;
}

export async function stage(store: EventStore = memoryStore()): Promise<Stage> {
  const database = await testDatabase();
  const pool = openPool(database.url, { max: 20 });
  const db = openDatabase<ReadTables>(pool);
  const running: Projections[] = [];
  const news = new EventEmitter();
  return {
    store,
    db,
    pool,
    async load(events) {
      await ensureSchema(db, projections);
      const through = events.at(-1)?.position ?? -1n;
      const standings = await standingsOf(db, projections);
      await advanceAll(db, standings, events, through);
    },
    project(options = {}) {
      const started = keepProjecting({
        store,
        db,
        body: BODY,
        projections,
        onProgress: () => news.emit('progress'),
        ...options,
      });
      running.push(started);
      return started;
    },
    async taken(by, position) {
      while (by.state() !== 'live' || by.position() < position) await once(news, 'progress');
    },
    async reached(position) {
      for (const deadline = performance.now() + 90_000; performance.now() < deadline;) {
        try {
          if (await waitForPosition(pool, position, 1000)) return;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 20)); // the schema is still to come, or comes again
        }
      }
      throw new Error(`position ${position} was not reached`);
    },
    async contents() {
      const tables = projections
        .flatMap((projection) => projection.tables)
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
      const rows = tables.map(async ({ name, key }) => {
        const order = sql.join(key.map((column) => sql.id(column)));
        const found = await sql<object>`select * from ${sql.id('read', name)} order by ${order}`.execute(db);
        return [name, found.rows] as const;
      });
      return Object.fromEntries(await Promise.all(rows));
    },
    async strike() {
      await Promise.all(running.map((projector) => projector.stop()));
      await db.destroy();
      await store.close();
      await database.drop();
    },
  };
}
