import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { actingAs, heldBy } from '../organisation/acting.js';
import { daysAsked, firstDayWhen } from '../organisation/as-of.js';
import type { Staff } from '../organisation/staff.js';
import { requireAfter } from '../order/in-order.js';
import type { Needed } from '../order/needed.js';
import { Refused } from '../refused.js';
import { seenAt } from '../separation/asked-areas.js';
import { barredActor } from '../separation/separation.js';
import { requireText } from '../text.js';
import type { LocalDate } from '../values.js';
import { capacityOf, refuseBy, requireNoParty, type ByStaff } from './actor.js';
import { currentStep, type Approval, type Vote } from './approval.js';
import { doneAt, followed, groundsOf, type Done } from './between-days.js';
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

/** @throws Refused `approval/day-after-next` where it would be after what followed, or after it was recorded */
function requireBeforeNext(approval: Approval, { step, vote, recorded }: Done, day: LocalDate, at: string): void {
  const days = [...followed(approval, step, vote), recorded ?? romeDayOf(at)].toSorted();
  const [max] = days;
  if (max === undefined || day <= max) return;
  throw new Refused('approval/day-after-next', { field: 'day', value: day, max });
}

/** Nobody is said to have voted on a day on which they could not have, whoever says it. */
function requireTheirsOn(approval: Approval, stepId: string, vote: Vote, staff: Staff, day: LocalDate): void {
  const [, then] = daysAsked(staff, day);
  if (then === undefined) return;
  const { person, office, onBehalfOf } = vote;
  const by = { id: person, office };
  const voted = approval.chain.steps.find(({ id }) => id === stepId) ?? { who: [] };
  const { earlier: _, ...parties } = seenAt(voted, approval).parties; // who took which step is of no day
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
