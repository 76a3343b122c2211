import type { Instant, LocalDate } from '#domain';

/** A wake-up call. It carries no truth: whoever it wakes reads the tables again. */
export type Alarm = { readonly id: string; readonly ringsAt: Instant } & (
  | { readonly kind: 'missed'; readonly objectiveId: string }
  | { readonly kind: 'reminder'; readonly office: string; readonly day: LocalDate }
);

interface Occasion {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly deadlineId: string;
  readonly instance: LocalDate;
}

export function missedAlarmId({ objectiveId, shareId, deadlineId, instance }: Occasion): string {
  return jobId('missed', objectiveId, shareId, deadlineId, instance);
}

export function reminderAlarmId(office: string, day: LocalDate): string {
  return jobId('reminder', reminderId(office, day));
}

/** Also the id of the `reminder-` stream and the name of the message's file. */
export function reminderId(office: string, day: LocalDate): string {
  return `${office}_${day}`;
}

/** BullMQ takes no colon in an id. */
function jobId(...parts: readonly string[]): string {
  return parts.join('_').replaceAll(':', '.');
}
