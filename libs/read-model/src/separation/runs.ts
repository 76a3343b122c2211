import type { ComputedRun } from '#domain';
import { NOBODY, type OtherSide } from './shares.js';
import type { ControlSideRow } from './tables.js';

/** Whom a run decides of, whatever its approval froze; that one is `premium-run`, and begins anew with each computation. */
export const DECIDED = 'decided';

/** The offices of a run's shares that have a degree. */
export function decidedBy({ entries, awaited = [] }: Pick<ComputedRun, 'entries' | 'awaited'>): readonly string[] {
  // of what nobody has certified yet a later run decides
  const decided = [...entries, ...awaited].filter(({ degree }) => degree !== null);
  const offices = decided.flatMap(({ areaId, credits = [] }) => [areaId, ...credits.map(({ office }) => office)]);
  return [...new Set(offices)];
}

/** Who is paid by a run that adjusts: its amount is chosen, that of others is computed. Null: one of the others. */
export function paidByAdjustment({ adjusts, planId, ...run }: ComputedRun): OtherSide | null {
  if (adjusts === undefined) return null;
  const offices = decidedBy(run);
  const year = /(?:^|-)(\d{4})$/.exec(planId)?.[1];
  const ofYear = year === undefined ? [] : offices;
  const credited = ofYear.map((office) => ({ office, from: `${year}-01-01`, to: `${year}-12-31`, coming: true }));
  return { ...NOBODY, offices, credited };
}

/** Who is paid by a run: its offices, and whoever held one when it was proposed. */
export function paidByRun(sides: readonly ControlSideRow[]): OtherSide {
  const find = (wanted: string) => sides.find(({ id }) => id === wanted);
  const beneficiaries = find('premium-run')?.beneficiaries ?? [];
  return { ...NOBODY, offices: find(DECIDED)?.offices ?? [], beneficiaries };
}
