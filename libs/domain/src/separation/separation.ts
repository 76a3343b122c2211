import type { Parties, Staff } from '../organisation/staff.js';
import type { Participant, StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject } from '../workflow/definition.js';
import { partiesAt } from './asked-areas.js';
import { areTooFew, isOtherAreas } from './other-areas.js';
import { hasFunction } from './qualified.js';
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
  /** All that are barred as a whole, for which the substitute speaks once. */
  readonly replaced: readonly string[];
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
  all: Parties,
  staff: Staff,
  relations: Relations,
  subject: ApprovalSubject | null = null,
): Eligible | null {
  const parties = partiesAt(step, { parties: all, relations, subject });
  const named = step.who.map((who) => seatsOf(who, parties, staff, relations, subject));
  const seats = named.flat();
  const free = seats.filter(({ barred }) => !barred);
  // who is barred as a whole has somebody else in their place, before who only lacks some of theirs
  const first = seats.find(({ barred }) => barred) ?? seats.find(({ rule }) => rule !== null);
  const alone = seats.length === 0 && step.who.every(isOtherAreas);
  const offices = seats.map(({ office }) => office);
  const few = first === undefined && areTooFew(step, offices, staff);
  if (!alone && !few && (first === undefined || suffices(step, named, free)))
    return free.length === 0 ? null : told(free, null);
  const substitutes =
    step.substitute === null
      ? []
      : seatsOf(step.substitute, parties, staff, relations, subject).filter(({ barred }) => !barred);
  // with a weight of its own an office speaks for itself alone: no one is two voices
  const standIns = substitutes.filter(({ office }) => !hasWeight(office, step));
  if (standIns.length === 0) return few && !alone ? told(free, null) : null;
  if (first === undefined) return told([...free, ...standIns], null);
  const inPlace = seats.flatMap((seat) => [
    ...(seat.barred ? [] : [seat]),
    ...(seat === first ? standIns : []), // in an order they speak when it would have
  ]);
  return told(inPlace, first, seats);
}

function hasWeight(office: string, { agreement }: StepDefinition): boolean {
  return agreement.kind === 'weighted' && Object.hasOwn(agreement.weights, office);
}

/**
 * The offices that a step names, or its substitute, and the rule that keeps some or all of theirs from taking it; of those it
 * names first whoever is barred as a whole, for whom the substitute is needed.
 */
export function barredOffices(
  step: StepDefinition,
  all: Parties,
  staff: Staff,
  relations: Relations,
  subject: ApprovalSubject | null = null,
): readonly BarredOffice[] {
  const parties = partiesAt(step, { parties: all, relations, subject });
  const seatsFor = (who: readonly Participant[]) =>
    who
      .flatMap((one) => seatsOf(one, parties, staff, relations, subject))
      .toSorted((a, b) => Number(b.barred) - Number(a.barred));
  return [...seatsFor(step.who), ...seatsFor(step.substitute === null ? [] : [step.substitute])].flatMap(
    ({ office, rule }) => (rule === null ? [] : [{ office, rule }]),
  );
}

/** Of those, the office that stands in at the step, or that nobody could, told as facts of a refusal. */
export function barredInstead({ who, substitute }: StepDefinition, all: readonly BarredOffice[], staff: Staff) {
  const certifies = who.some((one) => 'office' in one && hasFunction(one.office, 'evaluation-body', staff));
  const office = substitute !== null && 'office' in substitute ? substitute.office : null;
  const found = all.slice(1).find((one) => one.office === office);
  return {
    ...(certifies && { certifies: 1 }),
    ...(found && { instead: found.office, insteadRule: found.rule.code }),
  };
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

function told(seats: readonly Seat[], from: Seat | null, named: readonly Seat[] = []): Eligible {
  return {
    offices: [...new Set(seats.map(({ office }) => office))],
    persons: [...new Set(seats.flatMap(({ persons }) => persons))],
    reroutedFrom: from?.office ?? null,
    rule: from?.rule ?? null,
    replaced: named.filter(({ barred }) => barred).map(({ office }) => office),
  };
}
