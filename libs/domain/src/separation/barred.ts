import { heldBy } from '../organisation/acting.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { heldCredited, heldInItsPlan } from './credited.js';
import { isDelegateOfParties } from './delegate-of-parties.js';
import { preparedBeside } from './four-eyes.js';
import { evaluates, isOrActsFor, RPCT, SEGRETARIO } from './qualified.js';
import { separationRules, type SeparationRule } from './rules.js';

/**
 * The rule that keeps a person from taking a step as an office; administrators are bound as everybody is. Whoever acts
 * for somebody else is asked about twice, for themselves and for the person in whose place: see `barredActor`.
 */
export function barred(person: string, office: string, parties: Parties, staff: Staff): SeparationRule | null {
  if (parties.authors.includes(person)) return separationRules.author;
  const held = heldBy(staff, person);
  const sides = [office, ...held.map((tenure) => tenure.office)];
  const ofOffice = barringOffices(sides, parties);
  if (ofOffice !== null) return ofOffice;
  if (parties.beneficiaries.includes(person)) return separationRules.beneficiary;
  const credited = heldCredited(person, parties, staff);
  if (evaluates(office, staff)) {
    if (isOrActsFor(person, SEGRETARIO, staff)) return separationRules['evaluator-segretario'];
    if (isOrActsFor(person, RPCT, staff)) return separationRules['evaluator-rpct'];
    if (credited || staff.beneficiaries.includes(person) || heldInItsPlan(person, parties, staff))
      return separationRules['evaluator-beneficiary'];
  }
  if (credited) return separationRules.beneficiary;
  if (isDelegateOfParties(person, office, parties, staff)) return separationRules.delegate;
  const isSecond = parties.earlier?.includes(person) === true || preparedBeside(office, parties).includes(person);
  return isSecond ? separationRules['four-eyes'] : null;
}

/** `barred`, of somebody who acts and of the person in whose place they do. */
export function barredActor(
  { id, office }: { readonly id: string; readonly office: string },
  onBehalfOf: string | null,
  parties: Parties,
  staff: Staff,
): SeparationRule | null {
  return (
    barred(id, office, parties, staff) ?? (onBehalfOf === null ? null : barred(onBehalfOf, office, parties, staff))
  );
}

/** What bars whoever holds any of these offices. */
export function barringOffices(sides: readonly string[], { offices, scored }: Parties): SeparationRule | null {
  if (sides.some((side) => offices.includes(side))) return separationRules['own-office'];
  return sides.some((side) => scored.includes(side)) ? separationRules['same-finding'] : null;
}
