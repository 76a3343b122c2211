import { heldBy } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import type { OfficeFunction } from '../workflow/definition.js';

export function hasFunction(office: string, wanted: OfficeFunction, staff: Staff): boolean {
  return staff.offices.some(({ id, function: its }) => id === office && its === wanted);
}

/** Whether a person holds an office with this function, or any office with this role. */
export function isOf(person: string, office: OfficeFunction, role: string, staff: Staff): boolean {
  return heldBy(staff, person).some(
    (tenure) => tenure.roles.includes(role) || hasFunction(tenure.office, office, staff),
  );
}
