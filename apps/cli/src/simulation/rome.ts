import type { Instant, LocalDate } from '#domain';

const inRome = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * The instant at which a clock on a wall in Rome shows the day and time.
 *
 * @param time  `HH:MM`; in the hour skipped in spring, the hour after it
 */
export function instantInRome(day: LocalDate, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  // Rome is ahead of UTC, so reading the same figures as UTC is late by the offset; asked twice for the two nights it changes
  const first = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(first)).toISOString();
}

/** The day the calendar shows in Rome at an instant. */
export function dayInRome(instant: Instant): LocalDate {
  return inRome.format(new Date(instant)).slice(0, 10);
}

/** The day `days` after `day`; before it when negative. */
export function plusDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function offsetAt(instant: number): number {
  return Date.parse(`${inRome.format(new Date(instant)).replace(' ', 'T')}.000Z`) - instant;
}
