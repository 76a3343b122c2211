import { heldBy, holdersOf, officesOf } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { withTakenUpAlone } from '../organisation/taken-up.js';
import type { OfficeFunction } from '../workflow/definition.js';

/** By the workflow in force. */
export function hasFunction(office: string, wanted: OfficeFunction, staff: Staff): boolean {
  return staff.offices.some(({ id, function: its }) => id === office && its === wanted);
}

/** By the workflow in force, or by an earlier one that something under way follows. */
export function evaluates(office: string, staff: Staff): boolean {
  return hasFunction(office, 'evaluation-body', staff) || staff.stillEvaluating?.includes(office) === true;
}

/** What somebody is by the function of an office that they hold, or by a role in any. */
interface Quality {
  readonly functions: readonly OfficeFunction[];
  readonly roles: readonly string[];
}

/** The Segretario, and whoever stands in for them by office. */
export const SEGRETARIO: Quality = {
  functions: ['segretario', 'segretario-substitute'],
  roles: ['segretario', 'vicesegretario'],
};

/** The officer against corruption. */
export const RPCT: Quality = { functions: ['anticorruption'], roles: ['rpct'] };

/**
 * Whether a person is it, or acts for who is by a delegation that binds them: logs of earlier releases have lists that let it
 * pass.
 */
export function isOrActsFor(person: string, { functions, roles }: Quality, staff: Staff): boolean {
  const isOf = (office: string) => functions.some((one) => hasFunction(office, one, staff));
  const isIt = (one: { readonly office: string; readonly roles: readonly string[] }) =>
    one.roles.some((role) => roles.includes(role)) || isOf(one.office);
  if (heldBy(staff, person).some(isIt)) return true;
  // asked at every step: most are nobody's delegate
  if (staff.delegations.every(({ takenUp, to }) => takenUp === false || to.person !== person)) return false;
  return officesOf(withTakenUpAlone(staff), person).some(
    ({ office: lent, onBehalfOf, places }) =>
      onBehalfOf !== null &&
      (isOf(lent) || holdersOf(staff, lent).some((holder) => places.includes(holder.person) && isIt(holder))),
  );
}
