import { premiumTotals, sumsByArea, type Outcome } from './outcome.js';
import type { Story } from './story.js';

export type Summary = ReturnType<typeof summaryOf>;

/** What a simulation came to, in figures. */
export function summaryOf({ acts, planId }: Story, outcome: Outcome & { readonly refusals: Record<string, number> }) {
  const strategicObjectives = outcome.table.missions.flatMap((mission) => mission.strategicObjectives);
  const rows = strategicObjectives.flatMap((strategic) => strategic.rows);
  return {
    plan: { planId, body: outcome.table.plan.body, year: outcome.table.plan.year, status: outcome.table.plan.status },
    realisedOn: outcome.table.realisedOn,
    counts: {
      missions: outcome.table.missions.length,
      strategicObjectives: strategicObjectives.length,
      objectives: new Set(rows.map(({ objectiveId }) => objectiveId)).size,
      shares: rows.length,
      acts: acts.length,
    },
    refusals: outcome.refusals,
    areas: sumsByArea(outcome),
    premiums: premiumTotals(outcome),
  };
}

/** The same for reading, a line each. */
export function summaryLines({ counts, refusals, areas, premiums }: Summary): readonly string[] {
  const refused = Object.values(refusals).reduce((sum, count) => sum + count, 0);
  return [
    `${counts.acts} acts, ${refused} of them refused as the scenario foresees (${Object.keys(refusals).length} reasons)`,
    '',
    ...areas.map(
      ({ name, weight, points, premium }) => `${name}: ${points} points of ${weight}, premiums € ${premium}`,
    ),
    '',
    ...premiums.map(
      ({ runId, fund, total, savings }) => `${runId}: fund € ${fund}, liquidated € ${total}, saved € ${savings}`,
    ),
  ];
}
