import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { actingAs, heldBy } from '../organisation/acting.js';
import { daysAsked, firstDayWhen } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { requireAfter } from '../order/in-order.js';
import { known, type Needed } from '../order/needed.js';
import { Refused } from '../refused.js';
import { barredActor } from '../separation/separation.js';
import { requireText } from '../text.js';
import type { LocalDate } from '../values.js';
import { capacityOf, refuseBy, requireNoParty, type ByStaff } from './actor.js';
import { currentStep, type Approval, type Vote } from './approval.js';
import { recordedOn, setsOutWith, votesAt } from './day-corrected.js';
import { dayOf, lastOf, openedOn } from './days-of.js';
import type { ApprovalFact } from './facts.js';
import { requireNoSegretario, standsForSegretario } from './for-the-segretario.js';
import { requireTheirsThen } from './theirs-then.js';
import { panelOf } from './panel.js';

/** Another day than was told of something that was done. */
export interface DayCorrection {
  /** At which somebody voted; null: what sent the approval on its way. */
  readonly step: string | null;
  /** Whose vote at that step; null: the one recorded last. */
  readonly person: string | null;
  readonly day: LocalDate;
  readonly reason: string;
}

/** What was done, with the day that it has so far. */
interface Done {
  readonly step: string;
  /** Null: it was sent on its way. */
  readonly vote: Vote | null;
  readonly on: LocalDate;
  readonly recorded: LocalDate | null;
  /** Those whose own deed it was. */
  readonly by: readonly string[];
}

/**
 * Something was typed in without its day, or with a wrong one: as long as nothing is decided, whoever did it says the right one, or
 * the Segretario does. It is not before what it rests on, nor after what followed it, nor after it was recorded.
 *
 * @param setsOutAfter  what it rests on that it was sent on its way
 * @throws Refused `approval/not-open`, `approval/no-such-day`, `approval/not-yours-to-correct`, `approval/own-report`,
 * `approval/for-the-segretario`, `approval/day-after-next`, `value/before-its-fact`, `value/text-missing`, `value/not-a-date`
 */
export function correctDay(
  approval: Approval,
  { step, person, day, reason, by, staff, on, at }: DayCorrection & ByStaff,
  setsOutAfter: readonly Needed[],
): readonly ApprovalFact[] {
  if (approval.status !== 'open') throw new Refused('approval/not-open', { status: approval.status });
  const done = doneAt(approval, step, person);
  requireTheirs(approval, done, { by, staff, on, at });
  requireText(reason, 'reason');
  requireDate(day, 'day');
  if (day === done.on) return []; // so it is told already
  requireAfter({ field: 'day', on: day }, groundsOf(approval, done, setsOutAfter));
  requireBeforeNext(approval, done, day, at);
  if (done.vote !== null) requireTheirsOn(approval, done.step, done.vote, staff, day);
  const { vote, on: from } = done;
  const whose = vote === null ? null : { person: vote.person, office: vote.office };
  const capacity = capacityOf(by, staff, approval);
  return [{ kind: 'day-corrected', step: done.step, ...capacity, vote: whose, from, to: day, reason, at }];
}

function doneAt(approval: Approval, step: string | null, person: string | null): Done {
  const { setOut, chain, parties } = approval;
  const first = chain.steps[0]?.id ?? '';
  const with_ = votesAt(approval, first).find((vote) => setsOutWith(approval, first, vote));
  const asked = step ?? (with_ === undefined ? null : first);
  if (asked === null) {
    const on = setOut && openedOn({ since: setOut.at, ...(setOut.on !== undefined && { on: setOut.on }) });
    if (setOut === undefined || on == null) throw new Refused('approval/no-such-day');
    return { step: first, vote: null, on, recorded: recordedOn(setOut.at), by: parties.authors };
  }
  const vote =
    step === null ? with_ : votesAt(approval, asked).findLast((one) => person === null || one.person === person);
  if (vote === undefined) throw new Refused('approval/no-such-day', { step: asked });
  return { step: asked, vote, on: dayOf(vote), recorded: romeDayOf(vote.at), by: [vote.person] };
}

/** Whoever did it, or who may move the approval for the body; nobody on the other side says when others judged them. */
function requireTheirs(approval: Approval, done: Done, { by, staff, on }: ByStaff): void {
  if (done.by.includes(by.id)) return;
  if (!standsForSegretario(by, staff)) {
    const theirs = done.vote === null ? officesOf(done.by, staff) : [done.vote.office];
    throw new Refused('approval/not-yours-to-correct', {
      ...(done.vote !== null && { step: done.step }),
      office: [...new Set([...theirs, ...segretari(staff)])].join(', '),
    });
  }
  requireNoParty(approval, { by, staff, on });
  for (const of of daysAsked(staff, on)) requireNoSegretario(approval, by, of);
}

function officesOf(persons: readonly string[], staff: Staff): readonly string[] {
  return persons.flatMap((person) => heldBy(staff, person).map(({ office }) => office));
}

function segretari({ offices }: Staff): readonly string[] {
  return offices.filter((one) => one.function === 'segretario').map(({ id }) => id);
}

/** What it rests on: of a vote the opening of its step, its act, and who spoke before where they follow one another. */
function groundsOf(approval: Approval, { step, vote }: Done, setsOutAfter: readonly Needed[]): readonly Needed[] {
  const setsOut = [...known('returned', approval.setOut?.after), ...setsOutAfter];
  if (vote === null) return setsOut;
  const act = known('act', vote.act?.date);
  if (setsOutWith(approval, step, vote)) return [...act, ...setsOut];
  return [...act, ...known('step-opened', openingOf(approval, step)), ...beforeIn(approval, step, vote)];
}

/** The day on which a step opened; null: the log does not say. */
function openingOf(approval: Approval, step: string): LocalDate | null {
  const { passed, agreed, silences = {}, setOut, opening } = approval;
  if (currentStep(approval)?.id === step) return openedOn(opening);
  const before = passed[passed.indexOf(step) - 1];
  if (before === undefined) {
    if (setOut === undefined) return approval.reopenedOn ?? null;
    return setOut.on ?? recordedOn(setOut.at);
  }
  const silence = silences[before];
  return silence === undefined ? (lastOf(agreed[before] ?? []) ?? null) : romeDayOf(silence.at);
}

/** Who agrees to a corrected degree does so after that; where they follow one another, after whoever spoke before. */
function beforeIn(approval: Approval, step: string, vote: Vote): readonly Needed[] {
  const votes = votesAt(approval, step);
  const earlier = votes.slice(0, votes.indexOf(vote));
  const inOrder = approval.chain.steps.find(({ id }) => id === step)?.order === 'in-order';
  const corrected = earlier.filter(({ outcome }) => outcome === 'correct-degree');
  return [...known('corrected', lastOf(corrected)), ...(inOrder ? known('vote', lastOf(earlier)) : [])];
}

/** @throws Refused `approval/day-after-next` where it would be after what followed, or after it was recorded */
function requireBeforeNext(approval: Approval, { step, vote, recorded }: Done, day: LocalDate, at: string): void {
  const days = [...followed(approval, step, vote), recorded ?? romeDayOf(at)].toSorted();
  const [max] = days;
  if (max === undefined || day <= max) return;
  throw new Refused('approval/day-after-next', { field: 'day', value: day, max });
}

/** The days of what came after it: votes, and the acts that they cite. */
function followed(approval: Approval, step: string, vote: Vote | null): readonly LocalDate[] {
  const { passed, opening, silences = {} } = approval;
  const order = [...passed, currentStep(approval)?.id ?? ''];
  const next = vote === null ? order : order.slice(order.indexOf(step) + 1);
  const votes = vote === null ? [] : laterAt(approval, step, vote);
  const all = [...votes, ...next.flatMap((id) => votesAt(approval, id))];
  const silent = next.flatMap((id) => silences[id]?.at ?? []).map(romeDayOf);
  const called = passed.length === 0 || vote === null ? Object.values(opening.called ?? {}) : [];
  return [
    ...all.flatMap((one) => [dayOf(one), ...known('act', one.act?.date).map(({ on }) => on)]),
    ...silent,
    ...called,
  ];
}

/** At the step itself: those who follow in order, and whoever agreed to the degree that it corrected. */
function laterAt(approval: Approval, step: string, vote: Vote): readonly Vote[] {
  const votes = votesAt(approval, step);
  const inOrder = approval.chain.steps.find(({ id }) => id === step)?.order === 'in-order';
  return inOrder || vote.outcome === 'correct-degree' ? votes.slice(votes.indexOf(vote) + 1) : [];
}

/** Nobody is said to have voted on a day on which they could not have, whoever says it. */
function requireTheirsOn(approval: Approval, stepId: string, vote: Vote, staff: Staff, day: LocalDate): void {
  const [, then] = daysAsked(staff, day);
  if (then === undefined) return;
  const { person, office, onBehalfOf } = vote;
  const by = { id: person, office };
  const { earlier: _, ...parties } = approval.parties; // who took which step is of no day
  refuseBy(barredActor(by, onBehalfOf, parties, then), by, { day });
  const had = (of: Staff) => {
    const acting = actingAs(of, office, approval.subject).find((one) => one.person === person);
    return (
      acting !== undefined && (onBehalfOf === null ? acting.onBehalfOf === null : acting.places.includes(onBehalfOf))
    );
  };
  if (!had(then)) {
    const needs = onBehalfOf === null ? 'tenure' : 'delegated';
    throw new Refused('value/before-its-fact', { field: 'day', needs, value: day, min: firstDayWhen(had, staff, day) });
  }
  const step = currentStep(approval);
  const panel = step === null || step.id !== stepId ? null : panelOf(approval, step, staff);
  if (step === null || panel === null) return;
  requireTheirsThen(approval, { step, panel, as: { person, office, onBehalfOf } }, { by, staff, on: day });
}
