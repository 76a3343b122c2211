import { heldBy, holdersOf, officesOf } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { withTakenUpAlone } from '../organisation/taken-up.js';
import type { OfficeFunction } from '../workflow/definition.js';

export function hasFunction(office: string, wanted: OfficeFunction, staff: Staff): boolean {
  return staff.offices.some(({ id, function: its }) => id === office && its === wanted);
}

/**
 * Whether a person holds an office with this function, or any office with this role, or acts for who does by a delegation that
 * binds them: logs of earlier releases have lists that let it pass.
 */
export function isOrActsFor(person: string, office: OfficeFunction, role: string, staff: Staff): boolean {
  const isIt = (one: { readonly office: string; readonly roles: readonly string[] }) =>
    one.roles.includes(role) || hasFunction(one.office, office, staff);
  if (heldBy(staff, person).some(isIt)) return true;
  // asked at every step: most are nobody's delegate
  if (staff.delegations.every(({ takenUp, to }) => takenUp === false || to.person !== person)) return false;
  return officesOf(withTakenUpAlone(staff), person).some(
    ({ office: lent, onBehalfOf, places }) =>
      onBehalfOf !== null &&
      (hasFunction(lent, office, staff) ||
        holdersOf(staff, lent).some((holder) => places.includes(holder.person) && isIt(holder))),
  );
}
