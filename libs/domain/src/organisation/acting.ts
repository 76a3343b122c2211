import type { ApprovalSubject } from '../workflow/definition.js';
import { holdersOn, isHeld, placeOf } from './places.js';
import type { Delegation, Staff, Tenure } from './staff.js';

export { isHeld } from './places.js';

/** In what capacity a person may act as an office on a day. */
export interface Acting {
  readonly person: string;
  readonly office: string;
  /** The person in whose place; of a vacant office the office itself. Null: in their own right. */
  readonly onBehalfOf: string | null;
  /** Everybody in whose place, `onBehalfOf` first: several of one office may have the same delegate. None: in their own right. */
  readonly places: readonly string[];
  /** Ids of the delegations that lead from the office to the person; none of who holds it. */
  readonly delegations: readonly string[];
}

/** From an office to whom its delegate's own substitute may be: longer chains lead nowhere that the law would know. */
const LONGEST_CHAIN = 3;

/** Who holds an office on the day. */
export function holdersOf(staff: Staff, office: string): readonly Tenure[] {
  return staff.tenures.filter((tenure) => tenure.office === office && isHeld(tenure, staff.day));
}

/** What a person holds on the day. */
export function heldBy(staff: Staff, person: string): readonly Tenure[] {
  return staff.tenures.filter((tenure) => tenure.person === person && isHeld(tenure, staff.day));
}

/**
 * Everyone who may act as an office on the day: its holders, those to whom one of them has delegated it, and who stands in
 * for a delegate. A delegate's mandate is not handed on by another mandate, only by a `sostituzione`, which takes the
 * person's whole place. Who holds the office acts in their own right alone, whoever delegates to them.
 *
 * @param subject  what is to be decided; null: a delegation for some matters alone counts too
 */
export function actingAs(staff: Staff, office: string, subject: ApprovalSubject | null = null): readonly Acting[] {
  const found = new Map<string, Acting>();
  for (const person of holdersOn(staff.tenures, office, staff.day)) {
    found.set(person, { person, office, onBehalfOf: null, places: [], delegations: [] });
  }
  const holders = new Set(found.keys());
  let last = delegatesOf(staff, office, subject).map(([delegation, place]) => ({
    delegation,
    place,
    path: [delegation.id],
  }));
  const seen = new Set<string>();
  for (let length = 1; length <= LONGEST_CHAIN && last.length > 0; length++) {
    const next: typeof last = [];
    for (const { delegation, place, path } of last) {
      const { person } = delegation.to;
      // whoever was found by a shorter way keeps it: so every person is visited once for a place, and a circle ends
      if (holders.has(person) || seen.has(`${person} ${place}`)) continue;
      seen.add(`${person} ${place}`);
      const { places = [], delegations = path } = found.get(person) ?? {};
      found.set(person, { person, office, onBehalfOf: places[0] ?? place, places: [...places, place], delegations });
      for (const further of standInsOf(staff, person, subject)) {
        next.push({ delegation: further, place, path: [...path, further.id] });
      }
    }
    last = next;
  }
  return [...found.values()];
}

/** Every office as which a person may act on the day, their own first. */
export function officesOf(staff: Staff, person: string): readonly Acting[] {
  const offices = new Set([
    ...heldBy(staff, person).map(({ office }) => office),
    ...staff.delegations.map(({ office }) => office),
  ]);
  return [...offices]
    .flatMap((office) => actingAs(staff, office).filter((acting) => acting.person === person))
    .toSorted((a, b) => a.delegations.length - b.delegations.length);
}

/** Each delegation of the office that counts today, and in whose place. */
function delegatesOf(
  staff: Staff,
  office: string,
  subject: ApprovalSubject | null,
): readonly (readonly [Delegation, string])[] {
  return staff.delegations
    .filter((delegation) => delegation.office === office && covers(delegation, staff, subject))
    .flatMap((delegation) => {
      const place = placeOf(delegation, staff);
      return place === null ? [] : [[delegation, place] as const];
    });
}

/** Those that a person gave who is away themselves, of whichever office. */
function standInsOf(staff: Staff, person: string, subject: ApprovalSubject | null): readonly Delegation[] {
  return staff.delegations.filter(
    (delegation) =>
      delegation.kind === 'sostituzione' && covers(delegation, staff, subject) && placeOf(delegation, staff) === person,
  );
}

function covers(delegation: Delegation, { day }: Staff, subject: ApprovalSubject | null): boolean {
  return (
    delegation.from <= day &&
    day <= delegation.until &&
    (subject === null || delegation.subjects === null || delegation.subjects.includes(subject))
  );
}
