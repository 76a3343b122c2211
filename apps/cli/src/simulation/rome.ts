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

function offsetAt(instant: number): number {
  return Date.parse(`${inRome.format(new Date(instant)).replace(' ', 'T')}.000Z`) - instant;
}
