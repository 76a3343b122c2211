import { areCredited } from './credited.js';
import { heldBy } from './held.js';
import type { AskedInPlace } from './known.js';
import type { CreditKnown } from './shares-known.js';

/** Their holders are paid on what the evaluation body certifies, with a share of their own or without. */
const PAID_ROLES: readonly string[] = ['responsabile', 'segretario'];

/**
 * Whether whoever took a step, or the one in whose place, was paid on objectives (art. 14 c. 8 D.Lgs. 150/2009): by a role, by an office
 * that had a share in that year, or by days of any share of the plan that is judged.
 */
export function isBeneficiary(asked: AskedInPlace): boolean {
  const { known, taken, day, place, by } = asked;
  const isKnown = ({ recordedAt }: CreditKnown) => recordedAt === null || recordedAt <= by;
  const held = heldBy(asked, taken.person, place);
  if (held.some(({ roles }) => roles.some((role) => PAID_ROLES.includes(role)))) return true;
  const answered = (office: string) =>
    known.answered.some((one) => one.office === office && one.from <= day && day <= one.to && isKnown(one));
  if (held.some(({ office }) => answered(office))) return true;
  const credited = (known.credited.get(taken.plan_id ?? '') ?? []).filter(isKnown);
  return areCredited({ ...asked, taken: { ...taken, credited } }, taken.person, taken.on_behalf_of);
}
