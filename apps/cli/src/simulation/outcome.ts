import type { z } from 'zod';
import { routes } from '#contract';
import { formatHundredths, formatMoney, parseHundredths, sumHundredths } from '#domain';
import type { PlanTable } from '#read-model';
import type { TownHall } from './town-hall.js';

type PlanTree = z.output<(typeof routes.plan.answers)[200]>;
type PremiumRun = z.output<(typeof routes.premiumRuns.answers)[200]>['premiumRuns'][number];

/** What became of a plan, as anybody signed in can ask. */
export interface Outcome {
  readonly tree: PlanTree;
  readonly table: PlanTable;
  readonly runs: readonly PremiumRun[];
}

/**
 * The table is asked for without a day: what happened in the year is all in by then, and what was assessed after it
 * (rendicontazione, degree, premium) belongs in the column of its last day. `on` would leave the assessment out.
 */
export async function askOutcome(townHall: TownHall, user: string, planId: string): Promise<Outcome> {
  const [tree, table, { premiumRuns }] = await Promise.all([
    townHall.query(user, `/plans/${planId}`, routes.plan.answers[200]),
    townHall.query(user, `/plans/${planId}/table`, routes.planTable.answers[200]),
    townHall.query(user, `/premium-runs?planId=${planId}`, routes.premiumRuns.answers[200]),
  ]);
  return { tree, table, runs: premiumRuns };
}

/** Weights, points earned and money by area; amounts in euros with two decimals. */
export function sumsByArea({ tree, runs }: Outcome) {
  const entries = runs.flatMap((run) => run.entries);
  return tree.areas.map(({ areaId, name, weight, ceiling }) => {
    const own = entries.filter((entry) => entry.areaId === areaId);
    const points = own.reduce((sum, entry) => sum + pointsOf(entry.weight, entry.degree), 0n);
    const premium = formatMoney(sumHundredths(own.map(({ amount }) => parseHundredths(amount, 'amount'))));
    return { areaId, name, weight, ceiling, points: formatHundredths((points + HALF) / WHOLE), premium };
  });
}

/** A hundredth of a point, as `pointsOf` counts; and half of it, for rounding. */
const WHOLE = 10_000n;
const HALF = WHOLE / 2n;

/** Weight times degree, exact: rounded once, when an area's are added up. */
function pointsOf(weight: string | null, degree: string | null): bigint {
  if (weight === null || degree === null) return 0n;
  return parseHundredths(weight, 'weight') * parseHundredths(degree, 'degree');
}

export function premiumTotals({ runs }: Outcome) {
  return runs.map(({ runId, scope, fund, total, savings, status }) => ({ runId, scope, fund, total, savings, status }));
}
