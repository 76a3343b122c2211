import type { LocalDate } from '#domain';

/** A day as it is written in a message: `30 giugno 2022`. */
export function written(day: LocalDate, locale: string): string {
  const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(`${day}T00:00:00.000Z`));
}
