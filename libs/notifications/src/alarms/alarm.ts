import type { Instant, LocalDate } from '#domain';

/** A wake-up call. It carries no truth: whoever it wakes reads the tables again. */
export type Alarm = { readonly id: string; readonly ringsAt: Instant } &
  /** What is past its day on an objective: deadlines that nobody answered, rests that are over. */
  (
    | { readonly kind: 'missed'; readonly objectiveId: string }
    | { readonly kind: 'reminder'; readonly office: string; readonly day: LocalDate }
    /** A time-out of the step that an approval waits at. */
    | { readonly kind: 'rung'; readonly approvalId: string }
    /** A term of a person's evaluation is over. */
    | { readonly kind: 'term'; readonly evaluationId: string }
    /** The person has not used a term that is about to end. */
    | { readonly kind: 'ending'; readonly evaluationId: string }
  );

interface Occasion {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly deadlineId: string;
  readonly instance: LocalDate;
  readonly missedAt: Instant;
}

/** With the instant: a deadline that a rest or a variation has moved rings again, and what it asks for is another command. */
export function missedAlarmId({ objectiveId, shareId, deadlineId, instance, missedAt }: Occasion): string {
  return jobId('missed', objectiveId, shareId, deadlineId, instance, missedAt);
}

export function restAlarmId(objectiveId: string, shareId: string, until: LocalDate): string {
  return jobId('rest', objectiveId, shareId, until);
}

export function reminderAlarmId(office: string, day: LocalDate): string {
  return jobId('reminder', reminderId(office, day));
}

/** @param since  of the step that waits: an approval that is opened again has other alarms */
export function rungAlarmId(approvalId: string, since: Instant, rung: number): string {
  return jobId('rung', approvalId, since, String(rung));
}

export function termAlarmId(evaluationId: string, until: LocalDate): string {
  return jobId('term', evaluationId, until);
}

export function endingAlarmId(evaluationId: string, until: LocalDate): string {
  return jobId('ending', evaluationId, until);
}

/** Also the id of the `reminder-` stream and the name of the message's file. */
export function reminderId(office: string, day: LocalDate): string {
  return `${office}_${day}`;
}

/** BullMQ takes no colon in an id. */
function jobId(...parts: readonly string[]): string {
  return parts.join('_').replaceAll(':', '.');
}
