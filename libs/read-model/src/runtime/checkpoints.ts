import { sql, type Kysely } from 'kysely';
import type { Position } from '#event-store';
import { keptStatement, withoutWaitingForTheDisk, type ReadTables } from '#postgres';
import { PROJECTED_CHANNEL } from './projected.js';
import type { Projection } from './projection.js';
import { rowSet, type RowSet } from './row-set.js';

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

/** Another projector has moved the checkpoint: nothing was written, read the standing again. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
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

/**
 * Moves the checkpoints of projections from where this projector believes them to be, all or none of them when it is
 * part of a transaction. A commit lost with the machine takes rows and checkpoints with it: both come again from the log.
 *
 * @param reached  told to all who listen once it is true: what every projection has reached then
 * @throws Fenced
 */
export async function moveCheckpoints(
  db: Kysely<ReadTables>,
  standings: readonly Standing[],
  through: Position,
  reached: Position | null = null,
): Promise<void> {
  if (standings.length === 0) return;
  const { rows } = await sql<{ readonly moved: number }>`${keptStatement}
    with moved as (
      update read.checkpoint as kept set position = ${through}, updated_at = now()
      from unnest(
        ${standings.map(({ projection }) => projection.name)}::text[],
        ${standings.map(({ projection }) => projection.version)}::integer[],
        ${standings.map(({ position }) => String(position))}::bigint[]
      ) as mine (projection, version, position)
      where kept.projection = mine.projection and kept.version = mine.version and kept.position = mine.position
      returning 1),
    all_moved as (select count(*)::integer as moved from moved)
    select moved, ${withoutWaitingForTheDisk},
      case when moved = ${standings.length} then ${reached === null ? sql`null` : notice(reached)} end
    from all_moved`.execute(db);
  if ((rows[0]?.moved ?? 0) < standings.length) throw new Fenced('read/fenced: another projector moved a checkpoint');
}

/** Tells all who listen what every projection has reached. */
export async function announce(db: Kysely<ReadTables>, reached: Position): Promise<void> {
  await sql`select ${notice(reached)}`.execute(db);
}

function notice(reached: Position) {
  return sql`pg_notify(${PROJECTED_CHANNEL}, ${String(reached)}::text)`;
}
