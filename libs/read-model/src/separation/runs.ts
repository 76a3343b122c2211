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

/** Who is paid by a run: its offices, and whoever held one when it was proposed; until then, whoever is known to have. */
export function paidByRun(sides: readonly ControlSideRow[]): OtherSide {
  const find = (wanted: string) => sides.find(({ id }) => id === wanted);
  const [proposed, decided] = [find('premium-run'), find(DECIDED)];
  const isProposed = Object.keys(proposed?.routes ?? {}).length > 0;
  const credited = isProposed ? [] : (decided?.holders ?? []).flatMap(creditOf);
  return { ...NOBODY, offices: decided?.offices ?? [], beneficiaries: proposed?.beneficiaries ?? [], credited };
}

function creditOf({ office, from, to }: Holding): OtherSide['credited'] {
  return from === null || to === null ? [] : [{ office, from, to, coming: true }];
}
