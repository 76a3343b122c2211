import { actingAs } from '../organisation/acting.js';
import type { Staff } from '../organisation/staff.js';
import { tookBy } from '../separation/four-eyes.js';
import type { SeparationCode } from '../separation/rules.js';
import { barredOffices, seatsOf } from '../separation/separation.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { currentStep, type Approval } from './approval.js';
import { isAgreed } from './agreement.js';
import { passedOn } from './evolve.js';
import { panelOf, type Panel } from './panel.js';
import { speaking, withoutVacancies } from './stuck.js';
import { silentOf, type Voted } from './voices.js';

/** A step that nobody could take as things stand, however those before it are shared out. */
export interface DeadEnd {
  readonly step: string;
  /** Of those that it names, and its substitute, whichever are barred; none is: all that are too few together. */
  readonly offices: readonly string[];
  /** Whoever is these. */
  readonly persons: readonly string[];
  /** The earlier steps that some of them would have taken. */
  readonly taken: readonly string[];
  /** What bars the first of them. */
  readonly rule: SeparationCode | null;
}

/** In how many ways it is looked for who could take which step: more than that, and it goes on as if there were one. */
const WAYS = 500;

/**
 * The step at which an approval that sets out could go no further, the furthest that it comes to; null: each has somebody, or waits
 * for a new holder. Who takes one step may be barred from another (`four-eyes`), so it tries who might.
 */
export function deadEndOf(approval: Approval, staff: Staff): DeadEnd | null {
  return ahead(approval, staff, { left: WAYS });
}

/** The offices of the steps ahead of which another holder, whom nothing bars, would let it through. */
export function openedByAnother(approval: Approval, staff: Staff): readonly string[] {
  const { chain, passed, parties, relations, subject } = approval;
  const named = chain.steps
    .filter(({ id }) => !passed.includes(id))
    .flatMap(({ who, substitute }) => (substitute === null ? who : [...who, substitute]))
    .flatMap((who) => seatsOf(who, parties, staff, relations, subject).map(({ office }) => office));
  return [...new Set(named)].filter((office) => {
    const another = { person: newcomerTo(office), office, roles: [], from: staff.day, to: null, act: null };
    return deadEndOf(approval, { ...staff, tenures: [...staff.tenures, another] }) === null;
  });
}

/** No account's id. */
function newcomerTo(office: string): string {
  return `${office}/another`;
}

interface Ways {
  left: number;
}

function ahead(approval: Approval, staff: Staff, ways: Ways): DeadEnd | null {
  const step = currentStep(approval);
  if (step === null) return null;
  // what silence may pass needs nobody
  if (step.act === null && step.onTimeout.some((action) => action.do === 'approve-silently')) {
    return ahead(passedOn(approval, step.id, null), staff, ways);
  }
  const panel = panelOf(withCalled(approval, step, staff), step, staff);
  const filled = panel && (withoutVacancies(panel) ?? panel);
  let furthest: DeadEnd | null = null;
  const { votes: cast } = approval.opening;
  for (const votes of filled === null ? [] : agreements(step, filled, ways, cast)) {
    const took = votes.reduce((all, { person, onBehalfOf = null }) => tookBy(all, { person, onBehalfOf }, step.id), {
      ...approval.took,
    });
    const next = ahead(passedOn({ ...approval, took }, step.id, null), staff, ways);
    if (next === null) return null;
    furthest = furtherOf(approval, furthest, next);
  }
  if (ways.left <= 0) return null;
  return furthest ?? deadEndAt(approval, step, staff, panel);
}

function furtherOf({ chain }: Approval, a: DeadEnd | null, b: DeadEnd): DeadEnd {
  const at = (end: DeadEnd) => chain.steps.findIndex(({ id }) => id === end.step);
  return a === null || at(b) > at(a) ? b : a;
}

/** As if every time-out of a step had rung: whom one calls may take it too. */
function withCalled(approval: Approval, { onTimeout }: StepDefinition, staff: Staff): Approval {
  const { parties, relations, subject, opening } = approval;
  const escalatedTo = onTimeout
    .flatMap((action) => (action.do === 'escalate' ? [action.to] : action.do === 'substitute' ? [action.by] : []))
    .flatMap((who) => seatsOf(who, parties, staff, relations, subject).map(({ office }) => office));
  return { ...approval, opening: { ...opening, escalatedTo } };
}

/** Who might agree, so that it is enough. */
function* agreements(
  step: StepDefinition,
  panel: Panel,
  ways: Ways,
  votes: readonly Voted[],
  from = 0,
): Generator<readonly Voted[]> {
  if (isAgreed(step, panel, votes)) {
    yield votes;
    return;
  }
  const places = panel.seats.flatMap((seat) => seat.persons.map((person) => ({ seat, person })));
  const left = places.slice(from).map(({ seat, person }) => speaking(person, seat, votes));
  if (!isAgreed(step, panel, [...votes, ...left])) return;
  for (const [at, { seat, person }] of places.entries()) {
    if (at < from || !silentOf(step, seat, votes).includes(person)) continue;
    ways.left -= 1;
    if (ways.left <= 0) return;
    yield* agreements(step, panel, ways, [...votes, speaking(person, seat, votes)], at + 1);
  }
}

function deadEndAt(
  { parties, relations, subject, took }: Approval,
  step: StepDefinition,
  staff: Staff,
  panel: Panel | null,
): DeadEnd {
  const barred = barredOffices(step, parties, staff, relations, subject);
  // those who are too few are told where nobody is barred
  const offices = [...new Set((barred.length > 0 ? barred : (panel?.seats ?? [])).map(({ office }) => office))];
  const persons = [
    ...new Set(offices.flatMap((office) => actingAs(staff, office, subject).map(({ person }) => person))),
  ].toSorted();
  const taken = Object.entries(took).flatMap(([id, by]) => (by.some((one) => persons.includes(one)) ? [id] : []));
  return { step: step.id, offices, persons, taken, rule: barred[0]?.rule.code ?? null };
}
