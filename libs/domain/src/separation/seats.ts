import { actingAs, isHeld, type Acting } from '../organisation/acting.js';
import { daysAsked } from '../organisation/as-of.js';
import type { Parties, Staff } from '../organisation/staff.js';
import type { Actor, LocalDate } from '../values.js';
import type { Participant, Relation } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import { barredActor, barringOffices } from './barred.js';
import type { SeparationRule } from './rules.js';

/** The offices that stand in each relation to the subject at hand. */
export type Relations = Readonly<Partial<Record<Relation, readonly string[]>>>;

/** An office at a step: whom it can send, how many may speak, and the rule that bars the first of those who are it. */
export interface Seat {
  readonly office: string;
  readonly persons: readonly string[];
  /** Whoever holds it, once, with their delegates; of a vacant office everybody who acts for it. */
  readonly voices: number;
  /** Of its holders, or while it is vacant of who acts for it: a barred delegate keeps nobody from speaking for themselves. */
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
    if (own !== null) return { office, persons: [], voices: 0, rule: own, barred: true };
    const judged = actingAs(staff, office, subject).map((acting) => ({
      person: acting.person,
      holds: acting.onBehalfOf === null,
      rule: barredIn(acting, parties, staff),
    }));
    const holders = judged.filter(({ holds }) => holds);
    const speaking = holders.length === 0 ? judged : holders;
    const persons = judged.filter(({ rule }) => rule === null).map(({ person }) => person);
    const voices = speaking.filter(({ rule }) => rule === null).length;
    const rule = speaking.find((one) => one.rule !== null)?.rule ?? null;
    return { office, persons, voices, rule, barred: rule !== null && voices === 0 };
  });
}

/** Those in whose place somebody may act, whom no rule bars; none of who acts in their own right. */
export function freePlaces(acting: Acting, parties: Parties, staff: Staff): readonly string[] {
  return acting.places.filter((place) => barredFor(acting, place, parties, staff) === null);
}

/** The rule that bars somebody as an office, in whosever place; null: none, in one of them at least. */
export function barredIn(acting: Acting, parties: Parties, staff: Staff): SeparationRule | null {
  if (freePlaces(acting, parties, staff).length > 0) return null;
  return barredFor(acting, acting.onBehalfOf, parties, staff);
}

/**
 * The rule that bars whoever acts as an office, in their own right or in another's place, whatever it is about: today, or on
 * the earlier day on which it is said to have happened. Who acts as one by no right that is known is asked about for themselves.
 */
export function barredBy(by: Actor, parties: Parties, staff: Staff, told?: LocalDate): SeparationRule | null {
  return daysAsked(staff, told).reduce<SeparationRule | null>((rule, of) => rule ?? barredOn(by, parties, of), null);
}

function barredOn(by: Actor, parties: Parties, staff: Staff): SeparationRule | null {
  const acting = actingAs(staff, by.office).find(({ person }) => person === by.id);
  return acting === undefined ? barredActor(by, null, parties, staff) : barredIn(acting, parties, staff);
}

function barredFor({ person: id, office }: Acting, place: string | null, parties: Parties, staff: Staff) {
  return barredActor({ id, office }, place, parties, staff);
}

function officesNamed(who: Participant, staff: Staff, relations: Relations): readonly string[] {
  if ('office' in who) return [who.office];
  if ('relation' in who) return relations[who.relation] ?? [];
  return staff.tenures
    .filter((tenure) => tenure.roles.includes(who.role) && isHeld(tenure, staff.day))
    .map(({ office }) => office);
}
