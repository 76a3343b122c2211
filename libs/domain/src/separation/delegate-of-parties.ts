import { heldBy, holdersOf, officesOf } from '../organisation/acting.js';
import type { Delegation, Parties, Staff } from '../organisation/staff.js';
import { withTakenUpAlone } from '../organisation/taken-up.js';
import { heldCredited } from './credited.js';
import { hasFunction } from './qualified.js';

/**
 * Whether somebody acts, by a delegation in force, for an office or a person on the other side of a control: then they are
 * no more independent of it than those for whom they act, in whatever capacity they take its steps. A delegation for other
 * matters counts as well. One that others recorded than whoever received it counts once they have acted by it: nobody chooses
 * by their own word who judges them, nor keeps a judge from a control.
 */
export function isDelegateOfParties(person: string, office: string, parties: Parties, staff: Staff): boolean {
  // asked of everybody at every step: most are nobody's delegate
  if (staff.delegations.every(({ to, takenUp }) => takenUp === false || to.person !== person)) return false;
  const { authors, beneficiaries, offices, scored } = parties;
  const persons = [...authors, ...beneficiaries];
  const sides = [...offices, ...scored];
  return officesOf({ ...staff, delegations: countingFor(office, staff) }, person)
    .filter((acting) => acting.onBehalfOf !== null)
    .some(
      (acting) =>
        sides.includes(acting.office) ||
        acting.places.some(
          (place) =>
            persons.includes(place) ||
            heldCredited(place, parties, staff) ||
            heldBy(staff, place).some((tenure) => sides.includes(tenure.office)),
        ),
    );
}

/**
 * The delegations that make whoever takes a step as this office a delegate. Not those of the Segretario to the
 * Vicesegretario, at a step of the latter: they stand in for the Segretario by their office (art. 97 c. 5 D.Lgs. 267/2000),
 * and the definition that has them control the Segretario knows it; so whoever stands in for them there is as free.
 */
function countingFor(office: string, staff: Staff): readonly Delegation[] {
  const { delegations } = withTakenUpAlone(staff);
  const deputies = holdersOf(staff, office).filter((tenure) => isDeputy(tenure, staff));
  return delegations.filter(
    ({ office: lent, to }) => !(deputies.some(({ person }) => person === to.person) && isSegretario(lent, staff)),
  );
}

/** Of the offices those that the body's file calls so; where it calls none so, what their holders' role says. */
function isDeputy({ office, roles }: { readonly office: string; readonly roles: readonly string[] }, staff: Staff) {
  const isNamed = staff.offices.some((one) => one.function === 'segretario-substitute');
  return isNamed ? hasFunction(office, 'segretario-substitute', staff) : roles.includes('vicesegretario');
}

function isSegretario(office: string, staff: Staff): boolean {
  return (
    hasFunction(office, 'segretario', staff) ||
    holdersOf(staff, office).some(({ roles }) => roles.includes('segretario'))
  );
}
