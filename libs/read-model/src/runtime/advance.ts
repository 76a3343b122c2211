import { sql, type Kysely, type Transaction } from 'kysely';
import { idOfStream } from '#domain';
import type { Position, RecordedEvent } from '#event-store';
import type { ReadTables } from '#postgres';
import { concerns, foldBatch, type Parked } from './fold.js';
import type { Projection } from './projection.js';
import { rowSet, type RowSet } from './row-set.js';
import { loadRows, upsertRows } from './write.js';

/** Where a projection stands: kept in memory, true as long as the checkpoint's row says the same. */
export interface Standing {
  readonly projection: Projection;
  /** -1n before the log's first event. */
  readonly position: Position;
  /** The streams that wait behind an event that could not be taken. */
  readonly parked: ReadonlySet<string>;
  /** True of the tables as long as the position is; worthless after a failure. */
  readonly rows: RowSet;
}

/** Events that PostgreSQL would not store, by position, with its reason. */
type Refusals = ReadonlyMap<Position, string>;

/** Another projector has moved the checkpoint: nothing was written, read the standing again. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

/**
 * Takes a batch into the tables; when PostgreSQL refuses its values, halves it until the event at fault stands alone
 * and parks that one's stream.
 *
 * @param through  the position that the batch reaches, events or not
 * @throws Fenced
 */
export async function advanceAround(
  db: Kysely<ReadTables>,
  standing: Standing,
  events: readonly RecordedEvent[],
  through: Position,
): Promise<Standing> {
  try {
    return await advance(db, standing, events, through, new Map());
  } catch (error) {
    const refusal = refusedValue(error);
    if (refusal === null) throw error;
    const news = events.filter((event) => isNews(standing, event));
    const [first, ...others] = news;
    if (first === undefined) throw error;
    const fresh = { ...standing, rows: rowSet() };
    if (others.length === 0) return advance(db, fresh, [first], through, new Map([[first.position, refusal]]));
    const half = news.slice(0, Math.ceil(news.length / 2));
    const middle = await advanceAround(db, fresh, half, half.at(-1)?.position ?? through);
    return advanceAround(db, middle, news.slice(half.length), through);
  }
}

/** The message of an error that the same values would meet again: classes 22 (data), 23 (constraint), 54 (limits). */
function refusedValue(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return /^(22|23|54)[0-9A-Z]{3}$/.test(error.code) ? `postgres/${error.code}: ${error.message}` : null;
}

function isNews({ projection, position }: Standing, event: RecordedEvent): boolean {
  return event.position > position && concerns(projection, event);
}

/**
 * Takes a batch into the tables and moves the checkpoint, in one transaction that begins by moving the checkpoint
 * from where this projector believes it to be: of two projectors one is always refused, and with it whatever it has
 * read and folded before. Where the batch changes nothing, the checkpoint alone is moved.
 */
async function advance(
  db: Kysely<ReadTables>,
  standing: Standing,
  events: readonly RecordedEvent[],
  through: Position,
  refusals: Refusals,
): Promise<Standing> {
  const { projection, rows } = standing;
  const news = events.filter((event) => isNews(standing, event));
  const parked = new Set(standing.parked);
  await fetchRows(db, projection, news, rows);
  const stopped = foldBatch(projection, news, rows, parked, refusals);
  const changed = projection.tables
    .map((table) => ({ table, changes: rows.changed(table) }))
    .filter(({ changes }) => changes.length > 0);
  if (changed.length === 0 && stopped.length === 0) await pass(db, [standing], through);
  else {
    await db.transaction().execute(async (transaction) => {
      await moveCheckpoint(transaction, standing, through);
      for (const { table, changes } of changed) await upsertRows(transaction, table, changes);
      await park(transaction, projection, stopped);
    });
  }
  rows.settle();
  return { projection, position: through, parked, rows };
}

async function fetchRows(
  db: Kysely<ReadTables>,
  { tables }: Projection,
  news: readonly RecordedEvent[],
  rows: RowSet,
): Promise<void> {
  // what begins in this batch has no rows yet
  const begun = new Set(news.filter(({ revision }) => revision === 0).map(({ stream }) => idOfStream(stream)));
  const missing = rows.missing(new Set(news.map(({ stream }) => idOfStream(stream))));
  const wanted = missing.filter((scope) => !begun.has(scope));
  for (const table of tables) rows.load(table, await loadRows(db, table, wanted));
}

/**
 * Moves the checkpoints of projections that a batch does not concern.
 *
 * @throws Fenced
 */
export async function pass(
  db: Kysely<ReadTables>,
  standings: readonly Standing[],
  through: Position,
): Promise<readonly Standing[]> {
  if (standings.length === 0) return [];
  const { rows } = await sql`
    update read.checkpoint as kept set position = ${through}, updated_at = now()
    from unnest(
      ${standings.map(({ projection }) => projection.name)}::text[],
      ${standings.map(({ projection }) => projection.version)}::integer[],
      ${standings.map(({ position }) => String(position))}::bigint[]
    ) as mine (projection, version, position)
    where kept.projection = mine.projection and kept.version = mine.version and kept.position = mine.position
    returning kept.projection, ${withoutWaitingForTheDisk}`.execute(db);
  if (rows.length < standings.length) throw new Fenced('read/fenced: another projector moved a checkpoint');
  return standings.map((standing) => ({ ...standing, position: through }));
}

/** A commit lost with the machine takes rows and checkpoint with it: both come again from the log. */
const withoutWaitingForTheDisk = sql`set_config('synchronous_commit', 'off', true)`;

async function moveCheckpoint(
  transaction: Transaction<ReadTables>,
  { projection: { name, version }, position }: Standing,
  through: Position,
): Promise<void> {
  const { rows } = await sql`
    update read.checkpoint set position = ${through}, updated_at = now()
    where projection = ${name} and version = ${version} and position = ${position}
    returning ${withoutWaitingForTheDisk}`.execute(transaction);
  if (rows.length === 0) throw new Fenced(`read/fenced: another projector moved ${name} from ${position}`);
}

async function park(transaction: Transaction<ReadTables>, { name }: Projection, parked: readonly Parked[]) {
  if (parked.length === 0) return;
  await sql`
    insert into read.parked (projection, position, stream, revision, error)
    select ${name}, * from unnest(
      ${parked.map(({ event }) => String(event.position))}::bigint[],
      ${parked.map(({ event }) => event.stream)}::text[],
      ${parked.map(({ event }) => event.revision)}::integer[],
      ${parked.map(({ error }) => error?.replaceAll('\u0000', '') ?? null)}::text[])`.execute(transaction);
}

/** Reads where the projections stand. */
export async function standingsOf(
  db: Kysely<ReadTables>,
  projections: readonly Projection[],
): Promise<readonly Standing[]> {
  const checkpoints = await db.selectFrom('read.checkpoint').select(['projection', 'version', 'position']).execute();
  const parked = await db.selectFrom('read.parked').select(['projection', 'stream']).distinct().execute();
  return projections.map((projection) => {
    const { name, version } = projection;
    const kept = checkpoints.find((row) => row.projection === name && row.version === version);
    if (kept === undefined) throw new Fenced(`read/fenced: ${name} version ${version} was replaced by another version`);
    return {
      projection,
      position: BigInt(kept.position),
      parked: new Set(parked.filter((row) => row.projection === name).map(({ stream }) => stream)),
      rows: rowSet(),
    };
  });
}
