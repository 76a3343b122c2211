import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { barredBy, seatsOf } from '../separation/separation.js';
import type { Actor, LocalDate } from '../values.js';
import type { LifecycleVerb } from '../workflow/lifecycle.js';
import type { Could } from './could.js';
import { partiesOf } from './parties.js';
import type { ObjectiveState, ShareState } from './state.js';

/** They decide that an outcome stands, or that it is judged again. */
export const OF_OUTCOMES: readonly LifecycleVerb[] = ['make-definitive', 'reopen'];

/**
 * Nobody closes or reopens an outcome on which they are scored, today or on the day that is told: neither who answers for it,
 * nor whose own share has the same finding.
 *
 * @throws Refused `lifecycle/own-outcome`
 */
export function requireNotOwnOutcome(
  verb: LifecycleVerb,
  state: ObjectiveState,
  share: ShareState,
  { by, staff, on }: { readonly by: Actor; readonly staff: Staff; readonly on?: LocalDate | undefined },
): void {
  if (!OF_OUTCOMES.includes(verb) || by.id === 'system') return;
  const parties = partiesOf(share, state, []);
  const today = barredBy(by, parties, staff);
  const rule = today ?? barredBy(by, parties, staff, on);
  if (rule === null) return;
  const told = { share: share.shareId, verb, office: by.office, rule: rule.code };
  throw new Refused('lifecycle/own-outcome', { ...told, ...(today === null && on !== undefined && { day: on }) });
}

/**
 * Who may make a transition of an outcome: those whom the definition names; where all who hold those offices are scored on
 * it, whoever stands in for the Segretario by office.
 */
export function withDeputy(
  verb: LifecycleVerb,
  could: readonly Could[],
  state: ObjectiveState,
  share: ShareState,
  staff: Staff,
): readonly Could[] {
  if (!OF_OUTCOMES.includes(verb) || could.length === 0) return could;
  const parties = partiesOf(share, state, []);
  const seats = could.flatMap((one) => ('system' in one ? [] : seatsOf(one, parties, staff, {}, null)));
  if (seats.some(({ barred }) => !barred) || seats.length === 0) return could;
  const deputies = staff.offices.filter((office) => office.function === 'segretario-substitute');
  return [...could, ...deputies.map(({ id }) => ({ office: id })), { role: 'vicesegretario' }];
}
