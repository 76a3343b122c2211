import { romeDayOf } from '../calendar/rome.js';
import type { LocalDate } from '../values.js';
import { currentStep, type Approval, type Opening, type Vote } from './approval.js';
import { lastOf, passedLate } from './days-of.js';
import type { ApprovalFactOf } from './facts.js';

/** The approval once a day of what was done is told otherwise; a step that this opened opened with it. */
export function dayCorrected<A extends Approval>(approval: A, { vote, step, to }: ApprovalFactOf<'day-corrected'>): A {
  if (vote === null) return withSetOut(approval, to);
  const whose = votesAt(approval, step).findLast(
    ({ person, office }) => person === vote.person && office === vote.office,
  );
  if (whose === undefined) return approval;
  const after = withVoteOn(approval, step, whose, to);
  return setsOutWith(approval, step, whose) ? withSetOut(after, to) : after;
}

/** Whether to send it on its way was to take its first step: it has nobody's name of its own then. */
export function setsOutWith({ parties, setOut, chain }: Approval, step: string, { at }: Vote): boolean {
  return parties.authors.length === 0 && setOut?.at === at && chain.steps[0]?.id === step;
}

/** Those who agreed at a step, so far. */
export function votesAt(approval: Approval, step: string): readonly Vote[] {
  if (currentStep(approval)?.id === step) return approval.opening.votes;
  return approval.passed.includes(step) ? (approval.agreed[step] ?? []) : [];
}

function withSetOut<A extends Approval>(approval: A, on: LocalDate): A {
  const { setOut, opening, passed } = approval;
  if (setOut === undefined) return approval;
  const after = { ...approval, setOut: { ...setOut, on } };
  return passed.length === 0 && opening.number === 1 ? { ...after, opening: { ...opening, on } } : after;
}

function withVoteOn<A extends Approval>(approval: A, step: string, whose: Vote, to: LocalDate): A {
  const { opening, agreed } = approval;
  const told = (votes: readonly Vote[]) => votes.map((one) => (one === whose ? { ...one, on: to } : one));
  if (currentStep(approval)?.id === step) return { ...approval, opening: { ...opening, votes: told(opening.votes) } };
  const votes = told(agreed[step] ?? []);
  const after = { ...approval, agreed: { ...agreed, [step]: votes } };
  if (!openedBy(approval, step)) return after;
  const { on: _, ...undated } = opening;
  const { openedAt } = opening;
  const on = passedLate({ ...opening, votes }, openedAt ?? opening.since) ?? (openedAt && romeDayOf(openedAt));
  return { ...after, opening: { ...undated, ...(on !== undefined && { on }) } };
}

/** Whether the step that waits opened when this one passed, and not by a migration since. */
function openedBy({ passed, agreed, opening }: Approval, step: string): boolean {
  const recorded = (agreed[step] ?? []).map(({ at }) => at).toSorted();
  const since = opening.openedAt ?? opening.since;
  return passed.at(-1) === step && since !== null && recorded.at(-1) === since;
}

/** The last day on which somebody spoke; undefined: nobody did. */
export function lastSpokenIn(approval: Approval | null): LocalDate | undefined {
  if (approval === null) return undefined;
  return lastOf([...Object.values(approval.agreed).flat(), ...approval.opening.votes]);
}

/** The day on which something was written down; null: the log does not say. */
export function recordedOn(at: Opening['since']): LocalDate | null {
  return at === null ? null : romeDayOf(at);
}
