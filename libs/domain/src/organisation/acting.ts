import type { ApprovalSubject } from '../workflow/definition.js';
import type { LocalDate } from '../values.js';
import type { Delegation, Staff, Tenure } from './staff.js';

/** In what capacity a person may act as an office on a day. */
export interface Acting {
  readonly person: string;
  readonly office: string;
  /** The person in whose place; of a vacant office the office itself. Null: in their own right. */
  readonly onBehalfOf: string | null;
  /** Ids of the delegations that lead from the office to the person; none of who holds it. */
  readonly delegations: readonly string[];
}

/** From an office to whom its delegate's own substitute may be: longer chains lead nowhere that the law would know. */
const LONGEST_CHAIN = 3;

/** An office is held on its first day and on its last one. */
export function isHeld({ from, to }: Pick<Tenure, 'from' | 'to'>, day: LocalDate): boolean {
  return from <= day && (to === null || day <= to);
}

/** Who holds an office on the day. */
export function holdersOf(staff: Staff, office: string): readonly Tenure[] {
  return staff.tenures.filter((tenure) => tenure.office === office && isHeld(tenure, staff.day));
}

/** What a person holds on the day. */
export function heldBy(staff: Staff, person: string): readonly Tenure[] {
  return staff.tenures.filter((tenure) => tenure.person === person && isHeld(tenure, staff.day));
}

/**
 * Everyone who may act as an office on the day: its holders, those it is delegated to, and who stands in for a delegate.
 * A delegate's mandate is not handed on by another mandate, only by a `sostituzione`, which takes the person's whole place.
 *
 * @param subject  what is to be decided; null: a delegation for some matters alone counts too
 */
export function actingAs(staff: Staff, office: string, subject: ApprovalSubject | null = null): readonly Acting[] {
  const holders = holdersOf(staff, office).map(({ person }) => person);
  const found = new Map<string, Acting>();
  for (const person of holders) found.set(person, { person, office, onBehalfOf: null, delegations: [] });
  const place = holders[0] ?? office;
  let last = delegatesOf(staff, office, subject).map((delegation) => ({ delegation, path: [delegation.id] }));
  for (let length = 1; length <= LONGEST_CHAIN && last.length > 0; length++) {
    const next: typeof last = [];
    for (const { delegation, path } of last) {
      const { person } = delegation.to;
      // whoever was found by a shorter way keeps it: so every person is visited once, and a circle ends
      if (found.has(person)) continue;
      found.set(person, { person, office, onBehalfOf: place, delegations: path });
      for (const further of standInsOf(staff, person, subject)) {
        next.push({ delegation: further, path: [...path, further.id] });
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

function delegatesOf(staff: Staff, office: string, subject: ApprovalSubject | null): readonly Delegation[] {
  return staff.delegations.filter((delegation) => delegation.office === office && covers(delegation, staff, subject));
}

function standInsOf(staff: Staff, person: string, subject: ApprovalSubject | null): readonly Delegation[] {
  const own = new Set(heldBy(staff, person).map(({ office }) => office));
  return staff.delegations.filter(
    (delegation) =>
      delegation.kind === 'sostituzione' && own.has(delegation.office) && covers(delegation, staff, subject),
  );
}

function covers(delegation: Delegation, { day }: Staff, subject: ApprovalSubject | null): boolean {
  return (
    delegation.from <= day &&
    day <= delegation.until &&
    (subject === null || delegation.subjects === null || delegation.subjects.includes(subject))
  );
}
