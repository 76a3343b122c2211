import { actKey, type Decimal } from '#domain';
import type { Kysely } from 'kysely';
import type { ReadTables } from '#postgres';
import type { PremiumRunRow } from './project.js';

/** A run that had paid out of a fund of the same scope before another divides it, or one of the same kind. */
export interface SharedBefore {
  readonly runId: string;
  /** Euros that it has paid. */
  readonly total: Decimal;
  /** Documents for which both name the same act, by their ids: such as the one of the fund. */
  readonly documents: readonly string[];
}

type Row = Pick<
  PremiumRunRow,
  'run_id' | 'plan_id' | 'scope' | 'total' | 'documents' | 'status' | 'settles' | 'adjusts' | 'recorded_at'
>;

/** Runs of a plan that were liquidated, and divided a fund: whatever is paid out of a reserve, or put right, is of that one. */
export async function liquidatedOf(db: Kysely<ReadTables>, planIds: readonly string[]): Promise<readonly Row[]> {
  if (planIds.length === 0) return [];
  const found = await db
    .selectFrom('read.premium_run')
    .select(['run_id', 'plan_id', 'scope', 'total', 'documents', 'status', 'settles', 'adjusts', 'recorded_at'])
    .where('plan_id', 'in', [...new Set(planIds)])
    .where('status', '=', 'liquidated')
    .where('settles', 'is', null)
    .where('adjusts', 'is', null)
    .where('total', '>', '0')
    .orderBy('recorded_at')
    .orderBy('run_id')
    .execute();
  return found as readonly Row[];
}

/** Those that had paid by now, or by the day on which the run was paid itself. */
export function sharedBefore(run: Row, liquidated: readonly Row[]): readonly SharedBefore[] {
  if (run.settles !== null || run.adjusts !== null || run.status === 'withdrawn') return [];
  return liquidated
    .filter((one) => one.run_id !== run.run_id && one.plan_id === run.plan_id && isSameScope(one, run))
    .filter(({ recorded_at }) => run.status !== 'liquidated' || recorded_at < run.recorded_at)
    .map((one) => ({ runId: one.run_id, total: one.total, documents: sameActs(one, run) }));
}

/** A share that is funded by itself has a fund of its own. */
function isSameScope({ scope: one }: Row, { scope: other }: Row): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameActs({ documents: some }: Row, { documents: others }: Row): readonly string[] {
  return others
    .filter(({ document, act }) =>
      some.some((one) => one.document === document && actKey(one.act).id === actKey(act).id),
    )
    .map(({ document }) => document);
}
