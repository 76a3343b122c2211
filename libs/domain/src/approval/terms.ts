import { romeDayOf } from '../calendar/rome.js';
import { addWorkingDays, type MonthDay } from '../calendar/working-days.js';
import type { Staff } from '../organisation/staff.js';
import { eligible } from '../separation/separation.js';
import { compareText } from '../text.js';
import type { Instant, LocalDate } from '../values.js';
import { delayOf, type Participant, type StepDefinition, type TimeoutAction } from '../workflow/chain-definition.js';
import { onTurn } from './agreement.js';
import { currentStep, isLastStep, type Approval } from './approval.js';
import { endsInWords } from '../workflow/definition.js';
import { evolveApproval } from './evolve.js';
import type { ApprovalFact } from './facts.js';
import { panelOf } from './panel.js';
import { passing } from './take-step.js';
import { silentOf } from './voices.js';

/** What working days are counted by. */
export interface WorkingCalendar {
  /** The body's own holiday, `MM-DD`. */
  readonly patronDay: MonthDay | null;
}

/** A rung of the time-out ladder and the day on which it comes. */
export interface DueRung {
  /** The action's place in the step's `onTimeout`, from 0. */
  readonly rung: number;
  readonly action: TimeoutAction;
  readonly on: LocalDate;
}

/** The last day of the step that waits; null: it has no term. */
export function termOf(approval: Approval, { patronDay }: WorkingCalendar): LocalDate | null {
  const step = currentStep(approval);
  const { since } = approval.opening;
  if (step === null || step.term === null || since === null) return null;
  return addWorkingDays(romeDayOf(since), step.term.workingDays, patronDay);
}

/** The rungs of the step that waits which were not carried out yet, in the order of their days. */
export function rungsAhead(approval: Approval, calendar: WorkingCalendar): readonly DueRung[] {
  const step = currentStep(approval);
  const term = termOf(approval, calendar);
  if (step === null || term === null) return [];
  return step.onTimeout
    .map((action, rung) => ({ rung, action, on: addWorkingDays(term, delayOf(action), calendar.patronDay) }))
    .filter(({ rung, action }) => !approval.opening.rungs.includes(rung) && isPossible(approval, step, action))
    .toSorted((a, b) => compareText(a.on, b.on)); // those of one day stay as they are written
}

/**
 * What the time-outs that have come by `at` do, each once for an opening of its step; nothing when none has.
 * Where silence passes a step, the next one opens at `at`, with a term of its own.
 */
export function timeOut(
  approval: Approval,
  staff: Staff,
  at: Instant,
  calendar: WorkingCalendar,
): readonly ApprovalFact[] {
  const today = romeDayOf(at);
  const facts: ApprovalFact[] = [];
  let state = approval;
  for (const due of rungsAhead(approval, calendar)) {
    if (due.on > today || state.opening.number !== approval.opening.number) break;
    const happened = carriedOut(state, due, staff, at);
    facts.push(...happened);
    state = happened.reduce((before, fact) => evolveApproval(before, fact), state);
  }
  return facts;
}

function carriedOut(approval: Approval, { rung, action }: DueRung, staff: Staff, at: Instant): readonly ApprovalFact[] {
  const step = currentStep(approval);
  if (step === null) return [];
  const once = { step: step.id, opening: approval.opening.number, rung, at };
  const silent = waitedFor(approval, step, staff);
  switch (action.do) {
    case 'remind':
      return [{ kind: 'reminded', ...once, offices: silent }];
    case 'escalate':
      return [{ kind: 'escalated', ...once, ...calledBy(action.to, approval, step, staff), silent }];
    case 'substitute':
      return [{ kind: 'substituted', ...once, ...calledBy(action.by, approval, step, staff), silent }];
    case 'approve-silently': {
      const silence = { office: null, note: '', act: null, at };
      return [{ kind: 'approved-silently', ...once, silent }, ...passing(approval, step, silence)];
    }
  }
}

/** A step that needs its act cannot happen without it, least of all by silence. */
function isPossible(approval: Approval, step: StepDefinition, action: TimeoutAction): boolean {
  if (action.do !== 'approve-silently') return true;
  return step.act === null && !(isLastStep(approval) && endsInWords.includes(approval.subject));
}

/** Where offices follow one another, nobody is reminded, nor told silent, before their turn. */
function waitedFor(approval: Approval, step: StepDefinition, staff: Staff): readonly string[] {
  const { votes } = approval.opening;
  const panel = panelOf(approval, step, staff);
  const seats = panel === null ? [] : onTurn(step, panel, votes);
  return seats
    .filter((seat) => seat.persons.length === 0 || silentOf(step, seat, votes).length > 0)
    .map(({ office }) => office);
}

/**
 * Those of the offices named who are not on the other side of the control. Who is asked at this step already is not called
 * once more: of several who must agree, one would decide for all. Who only speaks there for somebody who is barred is: the
 * definition wants them where others are silent.
 */
function calledBy(who: Participant, approval: Approval, step: StepDefinition, staff: Staff) {
  const free = meantBy(who, approval, step, staff);
  const panel = panelOf(approval, step, staff);
  const asked = (panel?.seats ?? []).filter(({ decides }) => !decides).map(({ office }) => office);
  const instead = panel === null || panel.rule === null ? [] : standingIn(approval, step, staff);
  const already = free.filter((office) => asked.includes(office) && (asked.length === 1 || !instead.includes(office)));
  return {
    offices: free.filter((office) => !already.includes(office)),
    ...(already.length > 0 && { already }),
  };
}

/** The step's substitute, unless it has a place of its own there. */
function standingIn(approval: Approval, step: StepDefinition, staff: Staff): readonly string[] {
  if (step.substitute === null) return [];
  const own = step.who.flatMap((one) => meantBy(one, approval, step, staff));
  return meantBy(step.substitute, approval, step, staff).filter((office) => !own.includes(office));
}

/** The offices that a participant means here, as far as no rule bars them. */
function meantBy(who: Participant, approval: Approval, step: StepDefinition, staff: Staff): readonly string[] {
  const { parties, relations, subject } = approval;
  const named = { ...step, who: [who], agreement: { kind: 'one' }, substitute: null } as const;
  return eligible(named, parties, staff, relations, subject)?.offices ?? [];
}
