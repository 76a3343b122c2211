import { sql, type Kysely } from 'kysely';
import type { Position } from '#event-store';
import type { ReadTables } from '#postgres';

/** What became visible in the tables, in words that questions can be matched with. */
export interface Changes {
  /** Up to where the tables tell it; -1n before the first event. */
  readonly position: Position;
  /** `plan`, `objective:<id>`, `due`, `inbox`, `premium`, `evaluation`, `variation`, `body`, `account`, `clock`; `all` says everything. */
  readonly topics: readonly string[];
}

/** More things than this at once are "everything". */
const MOST = 100;

/**
 * What changed after a position, as far as every projection has come.
 *
 * @param after  null: nothing, only how far the tables have come
 */
export async function changesAfter(db: Kysely<ReadTables>, after: Position | null): Promise<Changes> {
  const { rows: checkpoints } = await sql<{ position: string | null }>`
    select min(position)::text as position from read.checkpoint`.execute(db);
  const position = BigInt(checkpoints[0]?.position ?? -1);
  if (after === null || after === position) return { position, topics: [] };
  if (after > position) return { position, topics: ['all'] }; // told by another log, or before a rebuild
  const { rows } = await sql<{ category: string; objective: string | null }>`
    select distinct split_part(stream, '-', 1) as category, objective_id as objective
    from (
      select stream, objective_id from read.event
      where position > ${String(after)}::bigint and position <= ${String(position)}::bigint
      order by position limit ${10 * MOST + 1}
    ) as news
    limit ${MOST + 1}`.execute(db);
  if (rows.length > MOST) return { position, topics: ['all'] };
  const topics = new Set(rows.flatMap(({ category, objective }) => topicsOf(category, objective)));
  return { position, topics: [...topics].toSorted() };
}

function topicsOf(category: string, objectiveId: string | null): readonly string[] {
  switch (category) {
    case 'objective':
      return [`objective:${objectiveId ?? ''}`, 'due', 'inbox'];
    case 'plan':
    case 'premium':
    case 'evaluation':
      return [category, 'inbox'];
    case 'reminder':
      return ['inbox'];
    case 'clock':
      return ['clock', 'due', 'inbox']; // what was open may be overdue
    default:
      return [category];
  }
}
