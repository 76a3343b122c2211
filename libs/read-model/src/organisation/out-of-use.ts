import { addDays, type LocalDate, type OutOfUse } from '#domain';
import type { TenureRow } from '#postgres';

type OwnRow = Pick<TenureRow, 'stream' | 'person' | 'from_day' | 'to_day'>;

/**
 * Whose account is not in use on a day, since when: an account gives its office as long as it is, whatever the organisation says
 * of its person.
 */
export function outOfUseOn(rows: readonly OwnRow[], day: LocalDate): OutOfUse {
  const given = new Map<string, OwnRow[]>();
  for (const row of rows) {
    if (row.stream !== row.person || row.from_day > day) continue;
    given.set(row.person, [...(given.get(row.person) ?? []), row]);
  }
  return new Map(
    [...given].flatMap(([person, own]) => {
      const since = sinceWhen(own, day);
      return since === null ? [] : [[person, since] as const];
    }),
  );
}

/** Null: it is in use. */
function sinceWhen(own: readonly OwnRow[], day: LocalDate): LocalDate | null {
  if (own.some(({ to_day }) => to_day === null || day <= to_day)) return null;
  // what ends before it begins was never in force: it was changed while it was not in use
  const ends = own.flatMap(({ from_day, to_day }) => (to_day === null || to_day < from_day ? [] : [to_day]));
  const last = ends.toSorted().at(-1);
  return last === undefined ? (own[0]?.from_day ?? null) : addDays(last, 1);
}
