import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import type { Approval, Opening, Vote } from './approval.js';

/**
 * What is done at a step did not happen before the day of what opened it: the submission, or the deed that passed the
 * step before. By the day on which that happened, not on which it was recorded: all of a chain may be recorded late.
 *
 * @throws Refused `approval/before-its-step`, `value/not-a-date`
 */
export function requireAfterOpening(approval: Approval, step: StepDefinition, on: LocalDate | undefined): void {
  if (on === undefined) return;
  requireDate(on, 'occurredOn');
  const min = openedOn(approval.opening);
  if (min === null || on >= min) return;
  const before = approval.passed.at(-1);
  throw new Refused('approval/before-its-step', {
    field: 'occurredOn',
    step: step.id,
    value: on,
    ...(before !== undefined && { passed: before }),
    min,
  });
}

/** Null: the log does not say. */
function openedOn({ since, on }: Opening): LocalDate | null {
  return on ?? (since === null ? null : romeDayOf(since));
}

/** The day on which the votes passed a step, where it is another than that of the recording: the last of theirs. */
export function passedLate({ votes, silentAt }: Opening, at: string | null): LocalDate | undefined {
  if (at === null || silentAt !== undefined) return undefined;
  const days = votes.map(dayOf).toSorted();
  const last = days.at(-1);
  return last === undefined || last === romeDayOf(at) ? undefined : last;
}

/** As the vote says, or with the act that it cites, or on the day of its recording. */
function dayOf({ on, act, at }: Vote): LocalDate {
  return on ?? act?.date ?? romeDayOf(at);
}
