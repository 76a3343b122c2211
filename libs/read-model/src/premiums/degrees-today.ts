import type { Kysely } from 'kysely';
import { heldFor, isHeldAsComputed, type ShareMoves } from '#domain';
import type { ReadTables } from '#postgres';
import type { PremiumRunRow } from './project.js';

type Run = Pick<PremiumRunRow, 'run_id' | 'status' | 'entries'>;

/** The degrees of the shares that runs count on, and who answered for them, as they stand now. */
export interface DegreesToday {
  /** Shares of a run whose degree is another one than at its computation, for which others have answered, or that another run has paid. */
  changedIn(run: Run): readonly string[];
}

/** What was liquidated or withdrawn counts on nothing any more. */
const isOnItsWay = ({ status }: Run) => status !== 'liquidated' && status !== 'withdrawn';

export async function degreesToday(db: Kysely<ReadTables>, runs: readonly Run[]): Promise<DegreesToday> {
  const objectives = runs.filter(isOnItsWay).flatMap(({ entries }) => entries.map(({ objectiveId }) => objectiveId));
  if (objectives.length === 0) return { changedIn: () => [] };
  const shares = await db
    .selectFrom('read.share')
    .innerJoin('read.objective', 'read.objective.objective_id', 'read.share.objective_id')
    .innerJoin('read.plan', 'read.plan.plan_id', 'read.objective.plan_id')
    .select(['read.share.objective_id', 'share_id', 'degree', 'run_id', 'moves', 'read.plan.year', 'read.plan.horizon'])
    .where('read.share.objective_id', 'in', [...new Set(objectives)])
    .execute();
  const now = new Map(
    shares.map(({ objective_id, share_id, degree, run_id: paidBy, moves, year, horizon }) => {
      const { holders } = moves as ShareMoves; // as the rules keep it there
      return [
        `${objective_id}/${share_id}`,
        { degree, paidBy, held: heldFor(holders, { from: `${year}-01-01`, to: horizon }) },
      ];
    }),
  );
  return {
    changedIn: (run) =>
      isOnItsWay(run)
        ? run.entries
            .filter((entry) => {
              const today = now.get(`${entry.objectiveId}/${entry.shareId}`);
              if (typeof today?.paidBy === 'string' && today.paidBy !== run.run_id) return true;
              return !isSame(today?.degree ?? null, entry.degree) || !isHeldAsComputed(entry, today?.held);
            })
            .map(({ shareId }) => shareId)
        : [],
  };
}

/** 90 and 90.00 are one degree. */
function isSame(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : Number(a) === Number(b);
}
