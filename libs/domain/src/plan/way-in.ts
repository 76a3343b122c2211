import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import { requirePlace, type Placed } from './check-document.js';
import type { PlanState } from './state.js';

/** By which what is proposed can still come into its plan: a draft, the first or a corrected one; once it is approved a variation. */
export type WayIn = 'plan' | 'variation';

/** How the body varies its plans, and on which day it is asked. */
export interface Varying {
  /** The last day of its year on which a plan may be varied, `MM-DD`. */
  readonly cutOff: string;
  readonly on: LocalDate;
}

/**
 * The way of a proposal into its plan. Before the plan is approved another draft may have other missions and areas; afterwards
 * nothing but a variation changes it, and that adds neither.
 *
 * @param plan  null: nobody has drafted it
 * @throws Refused `plan/closed`, `plan/unknown-mission`, `plan/unknown-area`, `proposal/number-elsewhere`,
 *   `variation/after-cut-off`
 */
export function requireWayIn(
  objective: Placed,
  plan: Pick<PlanState, 'planId' | 'status' | 'document'> | null,
  { cutOff, on }: Varying,
): WayIn {
  const { planId, document, status } = plan ?? {};
  if (planId == null || document == null || status === 'drafted') return 'plan';
  if (status === 'closed') throw new Refused('plan/closed', { plan: planId });
  requirePlace(objective, document);
  requireNumbered(objective);
  const to = `${document.year}-${cutOff}`;
  if (on > to) throw new Refused('variation/after-cut-off', { to });
  return 'variation';
}

/** A variation numbers what it adds by its place: under another number it would be another objective. */
function requireNumbered({ id, mission, strategicObjective }: Placed): void {
  const place = `${mission}.${strategicObjective}.`;
  if (!id.startsWith(place)) throw new Refused('proposal/number-elsewhere', { objective: id, place });
}
