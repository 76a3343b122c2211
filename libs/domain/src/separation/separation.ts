import type { Parties, Staff } from '../organisation/staff.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import type { SeparationRule } from './rules.js';
import { seatsOf, type Relations, type Seat } from './seats.js';

export { barred, barredActor } from './barred.js';
export { barredBy, barredIn, freePlaces, seatsOf, type Relations } from './seats.js';

/** Who may take a step. */
export interface Eligible {
  /** Of which somebody may act; also an office that nobody holds: the step waits for it. */
  readonly offices: readonly string[];
  /** Those of them, and who acts for them today, whom no rule bars. */
  readonly persons: readonly string[];
  /** The office in whose place the substitute acts; null: nobody was barred who was needed. */
  readonly reroutedFrom: string | null;
  /** What barred it; null as above. */
  readonly rule: SeparationRule | null;
}

/** An office that should take a step and may not. */
export interface BarredOffice {
  readonly office: string;
  readonly rule: SeparationRule;
}

/**
 * Who may take a step on a subject today: those it names whom no rule bars, and its substitute where the others are too
 * few to agree. Null: nobody, not even a substitute; `barredOffices` says why.
 */
export function eligible(
  step: StepDefinition,
  parties: Parties,
  staff: Staff,
  relations: Relations,
  subject: ApprovalSubject | null = null,
): Eligible | null {
  const named = step.who.map((who) => seatsOf(who, parties, staff, relations, subject));
  const seats = named.flat();
  const free = seats.filter(({ barred }) => !barred);
  // who is barred as a whole has somebody else in their place, before who only lacks some of theirs
  const first = seats.find(({ barred }) => barred) ?? seats.find(({ rule }) => rule !== null);
  if (first === undefined || suffices(step, named, free)) return free.length === 0 ? null : told(free, null);
  const substitutes =
    step.substitute === null
      ? []
      : seatsOf(step.substitute, parties, staff, relations, subject).filter(({ barred }) => !barred);
  if (substitutes.length === 0) return null;
  const inPlace = seats.flatMap((seat) => [
    ...(seat.barred ? [] : [seat]),
    ...(seat === first ? substitutes : []), // in an order they speak when it would have
  ]);
  return told(inPlace, first);
}

/** The offices that a step names, or its substitute, and the rule that keeps some or all of theirs from taking it. */
export function barredOffices(
  step: StepDefinition,
  parties: Parties,
  staff: Staff,
  relations: Relations,
  subject: ApprovalSubject | null = null,
): readonly BarredOffice[] {
  return [...step.who, ...(step.substitute === null ? [] : [step.substitute])]
    .flatMap((who) => seatsOf(who, parties, staff, relations, subject))
    .flatMap(({ office, rule }) => (rule === null ? [] : [{ office, rule }]));
}

/**
 * Whether those who are left can still agree as the step wants it. Of members, who is barred abstains, but each of those
 * named keeps somebody.
 *
 * @param named  the seats of each participant
 */
function suffices({ agreement }: StepDefinition, named: readonly (readonly Seat[])[], free: readonly Seat[]): boolean {
  switch (agreement.kind) {
    case 'one':
      return free.length > 0;
    case 'all':
      return agreement.of === 'members'
        ? free.length > 0 && named.every((seats) => seats.length === 0 || seats.some(({ barred }) => !barred))
        : free.length === named.flat().length;
    case 'quorum':
      // a delegate is one voice with the person for whom they act
      return (
        Math.min(
          new Set(free.flatMap(({ persons }) => persons)).size,
          free.reduce((sum, { voices }) => sum + voices, 0),
        ) >= agreement.count
      );
    case 'weighted':
      return free.reduce((sum, { office }) => sum + (agreement.weights[office] ?? 0), 0) >= agreement.threshold;
  }
}

function told(seats: readonly Seat[], from: Seat | null): Eligible {
  return {
    offices: [...new Set(seats.map(({ office }) => office))],
    persons: [...new Set(seats.flatMap(({ persons }) => persons))],
    reroutedFrom: from?.office ?? null,
    rule: from?.rule ?? null,
  };
}
