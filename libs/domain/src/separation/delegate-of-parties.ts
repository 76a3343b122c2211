import { heldBy, holdersOf, officesOf, type Acting } from '../organisation/acting.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { hasFunction } from './qualified.js';

/**
 * Whether somebody acts, by a delegation in force, for an office or a person on the other side of a control: then they are
 * no more independent of it than those for whom they act, in whatever capacity they take its steps. A delegation for other
 * matters counts as well. The Vicesegretario in their own right is the exception, for the Segretario: they stand in for them
 * by their office (art. 97 c. 5 D.Lgs. 267/2000), and the definition that has them control the Segretario knows it.
 */
export function isDelegateOfParties(person: string, office: string, parties: Parties, staff: Staff): boolean {
  // asked of everybody at every step: most are nobody's delegate
  if (staff.delegations.every(({ to }) => to.person !== person)) return false;
  const { authors, beneficiaries, offices, scored } = parties;
  const persons = [...authors, ...beneficiaries];
  const sides = [...offices, ...scored];
  return officesOf(staff, person)
    .filter((acting) => acting.onBehalfOf !== null && !isByOffice(person, office, acting, staff))
    .some(
      (acting) =>
        sides.includes(acting.office) ||
        acting.places.some(
          (place) => persons.includes(place) || heldBy(staff, place).some((tenure) => sides.includes(tenure.office)),
        ),
    );
}

/** Whether they act as Vicesegretario, and the delegation is the Segretario's. */
function isByOffice(person: string, office: string, { office: lent }: Acting, staff: Staff): boolean {
  const asDeputy = heldBy(staff, person).some(
    (tenure) =>
      tenure.office === office &&
      (tenure.roles.includes('vicesegretario') || hasFunction(office, 'segretario-substitute', staff)),
  );
  if (!asDeputy) return false;
  return (
    hasFunction(lent, 'segretario', staff) || holdersOf(staff, lent).some(({ roles }) => roles.includes('segretario'))
  );
}
