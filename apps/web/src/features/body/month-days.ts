/** Of a leap year: a patron may well have the 29th of February. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const twoDigits = (value: number) => String(value).padStart(2, '0');

export const months = DAYS.map((_, index) => twoDigits(index + 1));
export const days = Array.from({ length: 31 }, (_, index) => twoDigits(index + 1));

/** Whether some year has that day: `06`, `31` is none. */
export function exists(month: string, day: string): boolean {
  return Number(day) >= 1 && Number(day) <= (DAYS[Number(month) - 1] ?? 0);
}

/** `06-29` → a date whose day and month it is. */
export const asDate = (monthDay: string) => `2024-${monthDay}`;
