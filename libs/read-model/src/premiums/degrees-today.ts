import type { Kysely } from 'kysely';
import type { ReadTables } from '#postgres';
import type { PremiumRunRow } from './project.js';

type Run = Pick<PremiumRunRow, 'status' | 'entries'>;

/** The degrees of the shares that runs count on, as they stand now. */
export interface DegreesToday {
  /** Shares of a run whose degree is another one than at its computation. */
  changedIn(run: Run): readonly string[];
}

/** What was liquidated or withdrawn counts on nothing any more. */
const isOnItsWay = ({ status }: Run) => status !== 'liquidated' && status !== 'withdrawn';

export async function degreesToday(db: Kysely<ReadTables>, runs: readonly Run[]): Promise<DegreesToday> {
  const objectives = runs.filter(isOnItsWay).flatMap(({ entries }) => entries.map(({ objectiveId }) => objectiveId));
  if (objectives.length === 0) return { changedIn: () => [] };
  const shares = await db
    .selectFrom('read.share')
    .select(['objective_id', 'share_id', 'degree'])
    .where('objective_id', 'in', [...new Set(objectives)])
    .execute();
  const now = new Map(shares.map((share) => [`${share.objective_id}/${share.share_id}`, share.degree]));
  return {
    changedIn: (run) =>
      isOnItsWay(run)
        ? run.entries
            .filter(({ objectiveId, shareId, degree }) => !isSame(now.get(`${objectiveId}/${shareId}`) ?? null, degree))
            .map(({ shareId }) => shareId)
        : [],
  };
}

/** 90 and 90.00 are one degree. */
function isSame(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : Number(a) === Number(b);
}
