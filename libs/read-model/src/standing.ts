import { sql, type Kysely } from 'kysely';
import type { EventStore, RecordedEvent } from '#event-store';
import type { ReadTables } from '#postgres';
import { projections } from './projections.js';
import { advanceAround } from './runtime/advance.js';
import { standingsOf, type Standing } from './runtime/checkpoints.js';
import { projectedPrefixes } from './runtime/follow-once.js';
import { ensureSchema } from './runtime/schema.js';
import { shapeOf, type AnyTable } from './runtime/table.js';

/** What the tables of one projection hold, and up to which position of the log. */
export interface ProjectionStanding {
  /** -1 before the log's first event. */
  readonly position: string;
  readonly version: number;
  readonly shape: string;
  readonly parked: number;
  /** Digest and number of rows, by table. */
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
}

export type ReadModelStanding = Readonly<Record<string, ProjectionStanding>>;

/** What every table of the read model holds, all at one moment; projections that are not there yet are left out. */
export async function readModelStanding(db: Kysely<ReadTables>): Promise<ReadModelStanding> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const found: Record<string, ProjectionStanding> = {};
      const { rows } = await sql<{
        exists: boolean;
      }>`select to_regclass('read.checkpoint') is not null as "exists"`.execute(transaction);
      if (rows[0]?.exists !== true) return found;
      const checkpoints = await transaction.selectFrom('read.checkpoint').selectAll().execute();
      const parked = await transaction.selectFrom('read.parked').select('projection').execute();
      for (const { name, version, tables } of projections) {
        const checkpoint = checkpoints.find(({ projection }) => projection === name);
        const shape = shapeOf(tables);
        if (checkpoint?.version !== version || checkpoint.shape !== shape) continue;
        const digests: Record<string, { rows: number; sha256: string }> = {};
        for (const table of tables) digests[table.name] = await digestOf(transaction, table);
        found[name] = {
          position: String(checkpoint.position),
          version,
          shape,
          parked: parked.filter(({ projection }) => projection === name).length,
          tables: digests,
        };
      }
      return found;
    });
}

/** Whatever the order of the rows on disk. */
async function digestOf(db: Kysely<ReadTables>, { name }: AnyTable): Promise<{ rows: number; sha256: string }> {
  const { rows } = await sql<{ rows: number; sha256: string }>`
    select count(*)::integer as rows,
      encode(sha256(convert_to(coalesce(string_agg(digest, '' order by digest), ''), 'UTF8')), 'hex') as sha256
    from (select encode(sha256(convert_to(kept::text, 'UTF8')), 'hex') as digest
      from ${sql.id('read', name)} as kept) as digests`.execute(db);
  return rows[0] ?? { rows: 0, sha256: '' };
}

const BATCH = 500;

/**
 * Builds the read model of a log, in an empty database, just as far as it stood elsewhere; whoever projects later goes
 * on from there.
 *
 * @returns what the tables hold now, for comparing; only of projections that this release builds in the same way
 */
export async function rebuildTo(
  db: Kysely<ReadTables>,
  store: EventStore,
  body: string,
  wanted: ReadModelStanding,
): Promise<ReadModelStanding> {
  await ensureSchema(db, projections);
  let standings = await standingsOf(db, projections);
  const take = async (batch: readonly RecordedEvent[]): Promise<void> => {
    standings = await Promise.all(standings.map((standing) => takeUpTo(db, standing, batch, wanted)));
  };
  let batch: RecordedEvent[] = [];
  for await (const event of store.readAll({ prefixes: projectedPrefixes(body) })) {
    batch.push(event);
    if (batch.length < BATCH) continue;
    await take(batch);
    batch = [];
  }
  if (batch.length > 0) await take(batch);
  const built = await readModelStanding(db);
  return Object.fromEntries(
    Object.entries(built).filter(
      ([name, { version, shape }]) => wanted[name]?.version === version && wanted[name].shape === shape,
    ),
  );
}

async function takeUpTo(
  db: Kysely<ReadTables>,
  standing: Standing,
  batch: readonly RecordedEvent[],
  wanted: ReadModelStanding,
): Promise<Standing> {
  const end = BigInt(wanted[standing.projection.name]?.position ?? -1);
  const events = batch.filter(({ position }) => position <= end);
  const last = events.at(-1);
  return last === undefined ? standing : advanceAround(db, standing, events, last.position);
}
