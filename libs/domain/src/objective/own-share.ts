import type { Parties, Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import type { SeparationRule } from '../separation/rules.js';
import { barredBy, seatsOf } from '../separation/separation.js';
import type { Actor, LocalDate } from '../values.js';
import type { LifecycleVerb } from '../workflow/lifecycle.js';
import type { Could } from './could.js';
import { officesOf, partiesOf, type SharesInTime } from './parties.js';
import type { ShareState } from './state.js';

/** Who acts, and the day that is told where it is recorded later: of both days it is asked. */
interface Asked {
  readonly by: Actor;
  readonly staff: Staff;
  readonly on?: LocalDate | undefined;
}

/** They decide whether, until when and by whom a share is owed. */
const OF_SHARES: readonly LifecycleVerb[] = ['suspend', 'remove', 'assign'];

/** Whether it decides that an outcome stands, or that it is judged again. */
export function isOfOutcomes(verb: LifecycleVerb): boolean {
  return verb === 'make-definitive' || verb === 'reopen';
}

/**
 * Nobody closes or reopens an outcome on which they are scored: neither who answers for it, nor who has the credit of some
 * days, nor whose own share has the same finding. Nor does who answers for a share let it rest, strike it out or give it to
 * somebody else; the first assignment carries out what the plan has decided.
 *
 * @throws Refused `lifecycle/own-outcome`, `lifecycle/own-share`
 */
export function requireNotOwn(verb: LifecycleVerb, state: SharesInTime, share: ShareState, asked: Asked): void {
  const { by, staff, on } = asked;
  const today = ownRule(verb, state, share, { by, staff });
  const rule = today ?? ownRule(verb, state, share, asked);
  if (rule === null) return;
  const code = isOfOutcomes(verb) ? 'lifecycle/own-outcome' : 'lifecycle/own-share';
  const told = { share: share.shareId, verb, office: by.office, rule: rule.code };
  throw new Refused(code, { ...told, ...(today === null && on !== undefined && { day: on }) });
}

/**
 * Nor does anybody take a share from another office for one of theirs: with it go the days that are paid. The first assignment
 * carries out the plan.
 *
 * @throws Refused `lifecycle/own-share`
 */
export function requireNotToThemselves(
  share: ShareState,
  office: string,
  { by, staff, on }: Omit<Asked, 'staff'> & { readonly staff?: Staff | undefined },
): void {
  if (share.office === null || staff === undefined || by.id === 'system') return;
  // in one place they neither have it nor get it
  const parties = { authors: [], offices: [...officesOf(share), office], scored: [], beneficiaries: [] };
  const today = barredBy(by, parties, staff);
  const rule = today ?? barredBy(by, parties, staff, on);
  if (rule === null) return;
  const told = { share: share.shareId, verb: 'assign', office: by.office, rule: rule.code };
  throw new Refused('lifecycle/own-share', { ...told, ...(today === null && on !== undefined && { day: on }) });
}

/** The rule that keeps somebody from a transition of what they answer for or are scored on; null: none. */
export function ownRule(
  verb: LifecycleVerb,
  state: SharesInTime,
  share: ShareState,
  { by, staff, on }: Asked,
): SeparationRule | null {
  const parties = partiesAt(verb, state, share);
  return parties === null || by.id === 'system' ? null : barredBy(by, parties, staff, on);
}

/**
 * Who may make a transition that its parties may not: those whom the definition names and who are none; where all who hold
 * those offices are, whoever stands in for the Segretario by office.
 */
export function withDeputy(
  verb: LifecycleVerb,
  could: readonly Could[],
  state: SharesInTime,
  share: ShareState,
  staff: Staff,
): readonly Could[] {
  const parties = partiesAt(verb, state, share);
  if (parties === null || could.length === 0) return could;
  const free = could.filter((one) => isFree(one, parties, staff));
  if (free.some((one) => seatsIn(one, parties, staff).length > 0)) return free;
  const isAnybodyNamed = could.some((one) => seatsIn(one, parties, staff).length > 0);
  if (!isAnybodyNamed) return could;
  const deputies = staff.offices.filter((office) => office.function === 'segretario-substitute');
  const all = [...deputies.map(({ id }) => ({ office: id })), { role: 'vicesegretario' }];
  return [...free, ...all.filter((one) => isFree(one, parties, staff))];
}

/** Who may not make a transition of a share; null: whoever the definition names may. */
function partiesAt(verb: LifecycleVerb, state: SharesInTime, share: ShareState): Parties | null {
  if (isOfOutcomes(verb)) return partiesOf(share, state, []);
  if (!OF_SHARES.includes(verb) || (verb === 'assign' && share.office === null)) return null;
  return { authors: [], offices: officesOf(share), scored: [], beneficiaries: [] };
}

/** Whether some who are meant may: also an office that nobody holds, for which it waits. */
function isFree(one: Could, parties: Parties, staff: Staff): boolean {
  const seats = seatsIn(one, parties, staff);
  return seats.length === 0 || seats.some(({ barred }) => !barred);
}

function seatsIn(one: Could, parties: Parties, staff: Staff) {
  return 'system' in one ? [] : seatsOf(one, parties, staff, {}, null);
}
