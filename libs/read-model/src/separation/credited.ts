import { addDays, stretchesOf, type Tenure } from '#domain';
import type { TenureRow } from '#postgres';
import { isOfAccount, isToldOf, tenuresOf } from './held.js';
import type { Asked } from './known.js';

type Credit = Asked['taken']['credited'][number];

/**
 * True where some of these persons held, by the day of a step, an office that has the credit of some days, in those days. Who came to
 * it since is paid nothing. An account's own office counts until another is told.
 */
export function areCredited(asked: Asked, ...persons: readonly (string | null)[]): boolean {
  const { taken, day, by } = asked;
  if (taken.credited.length === 0) return false;
  const theirs = tenuresOf(asked, persons).filter(({ recorded_at }) => recorded_at <= by);
  return taken.credited.some((credit) => {
    const { office, from, to, coming = false } = credit;
    const last = coming || to < day ? to : day;
    const own = theirs.filter((tenure) => tenure.office === office);
    return (
      own.some(
        (tenure) =>
          tenure.from_day <= last &&
          (tenure.to_day === null || from <= tenure.to_day) &&
          !(isOfAccount(tenure) && isToldOf(asked, tenure, from > tenure.from_day ? from : tenure.from_day)),
      ) || own.some((tenure) => isOfDaysBefore(asked, tenure, credit))
    );
  });
}

/** Of the days before it was made an account alone says nothing: they are its person's where they are nobody else's. */
function isOfDaysBefore(asked: Asked, account: TenureRow, { office, from, to }: Credit): boolean {
  if (!isOfFirst(account) || account.from_day <= from || account.from_day > asked.day) return false;
  const known = (asked.known.byOffice.get(office) ?? []).filter(({ recorded_at }) => recorded_at <= asked.by);
  const tenures = known.flatMap((row) => untilTold(asked, row));
  return stretchesOf({ office, from, to }, tenures).some(({ persons }) => persons.includes(account.person));
}

function untilTold({ known, by }: Asked, row: TenureRow): readonly Tenure[] {
  const { person, office, roles, from_day, to_day, act } = row;
  const tenure = { person, office, roles, from: from_day, to: to_day, act };
  if (!isOfAccount(row)) return [tenure];
  const told = (known.byPerson.get(person) ?? []).filter((one) => !isOfAccount(one) && one.recorded_at <= by);
  const [first] = told.map((one) => one.from_day).toSorted();
  const end = first === undefined ? null : addDays(first, -1);
  const to = end !== null && (to_day === null || end < to_day) ? end : to_day;
  return to !== null && to < from_day ? [] : [{ ...tenure, to, ...(isOfFirst(row) && { byAccount: true as const }) }];
}

/** The office that an account was made with. */
function isOfFirst(row: TenureRow): boolean {
  return isOfAccount(row) && row.id === '0';
}
