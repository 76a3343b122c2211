import type { ComputedRun, Holding } from '#domain';
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
export function paidByAdjustment(run: ComputedRun): OtherSide | null {
  if (run.adjusts === undefined) return null;
  return { ...NOBODY, offices: decidedBy(run), credited: heldIn(run).flatMap(creditOf) };
}

/** The offices of a run, each in the time of its plan: whoever held one in it is paid. */
export function heldIn({ period, ...run }: ComputedRun) {
  return period === undefined ? [] : decidedBy(run).map((office) => ({ office, ...period }));
}

/** Whoever is known to have held an office of the run in the plan's time. */
export function creditedBy(sides: readonly ControlSideRow[]): OtherSide['credited'] {
  const decided = sides.find(({ id }) => id === DECIDED);
  return (decided?.holders ?? []).flatMap(creditOf);
}

/** Who is paid by a run: its offices, whoever held one as it was proposed, and whoever is known to have. */
export function paidByRun(sides: readonly ControlSideRow[]): OtherSide {
  const find = (wanted: string) => sides.find(({ id }) => id === wanted);
  const [proposed, decided] = [find('premium-run'), find(DECIDED)];
  const [offices, beneficiaries] = [decided?.offices ?? [], proposed?.beneficiaries ?? []];
  return { ...NOBODY, offices, beneficiaries, credited: creditedBy(sides) };
}

function creditOf({ office, from, to }: Holding): OtherSide['credited'] {
  return from === null || to === null ? [] : [{ office, from, to, coming: true }];
}
