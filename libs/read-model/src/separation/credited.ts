import { calledSo, type Asked } from './known.js';
import { heldBy, isOfAccount, isToldOf, tenuresOf } from './held.js';

/** Whether an office has the credit of some days of what was judged; the political body’s is of who was of it then alone. */
export function isCredited(asked: Asked, office: string): boolean {
  if (!asked.taken.credited.some((credit) => credit.office === office)) return false;
  return !calledSo(asked, ['political-body']).includes(office);
}

/**
 * True where some of these persons hold such an office on the day of a step, or held it by then in the days of its credit. An
 * account's own office counts until another is told.
 */
export function areCredited(asked: Asked, ...persons: readonly (string | null)[]): boolean {
  const { taken, day, by } = asked;
  if (taken.credited.length === 0) return false;
  if (heldBy(asked, ...persons).some(({ office }) => isCredited(asked, office))) return true;
  return tenuresOf(asked, persons).some((tenure) =>
    taken.credited.some(({ office, from, to, coming = false }) => {
      const last = coming || to < day ? to : day;
      return (
        tenure.office === office &&
        tenure.from_day <= last &&
        (tenure.to_day === null || from <= tenure.to_day) &&
        tenure.recorded_at <= by &&
        !(isOfAccount(tenure) && isToldOf(asked, tenure, from > tenure.from_day ? from : tenure.from_day))
      );
    }),
  );
}
