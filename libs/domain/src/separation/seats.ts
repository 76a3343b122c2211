import { actingAs, isHeld } from '../organisation/acting.js';
import type { Parties, Staff } from '../organisation/staff.js';
import type { Participant, Relation } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import { barredActor, barringOffices } from './barred.js';
import type { SeparationRule } from './rules.js';

/** The offices that stand in each relation to the subject at hand. */
export type Relations = Readonly<Partial<Record<Relation, readonly string[]>>>;

/** An office at a step: whom it can send, and the rule that bars the first whom it cannot. */
export interface Seat {
  readonly office: string;
  readonly persons: readonly string[];
  readonly rule: SeparationRule | null;
  /** Whether it can send nobody because of the rule; an office that nobody holds is open, and waits. */
  readonly barred: boolean;
}

/** The seats that a participant stands for on a subject today. */
export function seatsOf(
  who: Participant,
  parties: Parties,
  staff: Staff,
  relations: Relations,
  subject: ApprovalSubject | null,
): readonly Seat[] {
  return [...new Set(officesNamed(who, staff, relations))].map((office) => {
    const own = barringOffices([office], parties);
    if (own !== null) return { office, persons: [], rule: own, barred: true };
    const judged = actingAs(staff, office, subject).map(({ person, onBehalfOf }) => ({
      person,
      rule: barredActor({ id: person, office }, onBehalfOf, parties, staff),
    }));
    const persons = judged.filter(({ rule }) => rule === null).map(({ person }) => person);
    const rule = judged.find((one) => one.rule !== null)?.rule ?? null;
    return { office, persons, rule, barred: rule !== null && persons.length === 0 };
  });
}

function officesNamed(who: Participant, staff: Staff, relations: Relations): readonly string[] {
  if ('office' in who) return [who.office];
  if ('relation' in who) return relations[who.relation] ?? [];
  return staff.tenures
    .filter((tenure) => tenure.roles.includes(who.role) && isHeld(tenure, staff.day))
    .map(({ office }) => office);
}
