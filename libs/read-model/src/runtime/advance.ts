import { sql, type Kysely, type Transaction } from 'kysely';
import { idOfStream } from '#domain';
import type { Position, RecordedEvent } from '#event-store';
import type { ReadTables } from '#postgres';
import { announce, moveCheckpoints, type Standing } from './checkpoints.js';
import { concerns, foldBatch, type Parked } from './fold.js';
import type { Projection } from './projection.js';
import { rowSet, type RowSet } from './row-set.js';
import type { Cleared } from './table.js';
import { deleteRows, loadRows, upsertRows, type TableRows } from './write.js';

interface Folded extends Omit<Standing, 'position'> {
  readonly changed: readonly TableRows[];
  readonly cleared: readonly Cleared[];
  readonly stopped: readonly Parked[];
}

/** Events that PostgreSQL would not store, by position, with its reason. */
type Refusals = ReadonlyMap<Position, string>;

/**
 * Takes a batch into the tables of all projections that have not reached its end, in one transaction, and tells whoever
 * listens; when PostgreSQL refuses its values, each projection takes it by itself, around what is refused.
 *
 * @param through  the position that the batch reaches, events or not
 * @throws Fenced
 */
export async function advanceAll(
  db: Kysely<ReadTables>,
  standings: readonly Standing[],
  events: readonly RecordedEvent[],
  through: Position,
): Promise<readonly Standing[]> {
  try {
    return await advance(db, standings, events, through, { reached: through });
  } catch (error) {
    if (refusedValue(error) === null) throw error;
    const moved: Standing[] = [];
    for (const standing of standings) {
      moved.push(await advanceAround(db, { ...standing, rows: rowSet() }, events, through));
    }
    await announce(db, through);
    return moved;
  }
}

/**
 * Takes a batch into the tables of one projection; when PostgreSQL refuses its values, halves it until the event at
 * fault stands alone and parks that one's stream.
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
    return await advanceOne(db, standing, events, through);
  } catch (error) {
    const refusal = refusedValue(error);
    if (refusal === null) throw error;
    const news = events.filter((event) => isNews(standing, event));
    const [first, ...others] = news;
    if (first === undefined) throw error;
    const fresh = { ...standing, rows: rowSet() };
    if (others.length === 0) return advanceOne(db, fresh, [first], through, new Map([[first.position, refusal]]));
    const half = news.slice(0, Math.ceil(news.length / 2));
    const middle = await advanceAround(db, fresh, half, half.at(-1)?.position ?? through);
    return advanceAround(db, middle, news.slice(half.length), through);
  }
}

async function advanceOne(
  db: Kysely<ReadTables>,
  standing: Standing,
  events: readonly RecordedEvent[],
  through: Position,
  refusals: Refusals = new Map(),
): Promise<Standing> {
  const [moved = standing] = await advance(db, [standing], events, through, { refusals });
  return moved;
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
 * Takes a batch into the tables and moves the checkpoints, in one transaction that begins by moving them from where
 * this projector believes them to be: of two projectors one is always refused, and with it whatever it has read and
 * folded before. Where the batch changes nothing, the checkpoints alone are moved.
 */
async function advance(
  db: Kysely<ReadTables>,
  standings: readonly Standing[],
  events: readonly RecordedEvent[],
  through: Position,
  { refusals = new Map(), reached = null }: { readonly refusals?: Refusals; readonly reached?: Position | null },
): Promise<readonly Standing[]> {
  const folded = await Promise.all(standings.map((standing) => fold(db, standing, events, refusals)));
  if (folded.every(isNothing)) {
    await moveCheckpoints(db, standings, through, reached);
  } else {
    await db.transaction().execute(async (transaction) => {
      await moveCheckpoints(transaction, standings, through, reached);
      await deleteRows(
        transaction,
        folded.flatMap(({ cleared }) => cleared),
      );
      await upsertRows(
        transaction,
        folded.flatMap(({ changed }) => changed),
      );
      for (const { projection, stopped } of folded) {
        await park(transaction, projection, stopped);
      }
    });
  }
  return folded.map(({ projection, parked, rows }) => {
    rows.settle();
    return { projection, position: through, parked, rows };
  });
}

function isNothing({ changed, cleared, stopped }: Folded): boolean {
  return changed.length === 0 && cleared.length === 0 && stopped.length === 0;
}

/** What a batch makes of the rows of a projection, in memory. */
async function fold(
  db: Kysely<ReadTables>,
  standing: Standing,
  events: readonly RecordedEvent[],
  refusals: Refusals,
): Promise<Folded> {
  const { projection, rows } = standing;
  const parked = new Set(standing.parked);
  const news = events.filter((event) => isNews(standing, event));
  if (news.length === 0) return { projection, parked, rows, changed: [], cleared: [], stopped: [] };
  await fetchRows(db, projection, news, rows);
  const stopped = foldBatch(projection, news, rows, parked, refusals);
  const changed = projection.tables
    .map((table) => ({ table, rows: rows.changed(table) }))
    .filter((change) => change.rows.length > 0);
  return { projection, parked, rows, changed, cleared: rows.cleared(), stopped };
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
