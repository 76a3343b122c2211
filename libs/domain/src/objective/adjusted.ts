import { DEGREE, formatMoney, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import type { Decimal } from '../values.js';
import type { Paid } from './moves.js';

/** What was paid by one degree, and the one that counts now. */
export interface JudgedAnew {
  readonly share: string;
  readonly paid: Paid;
  readonly degree: Decimal;
}

/**
 * Whoever adjusts what was paid does not choose the amount: the degree of now makes of what the run paid as much as it is to the
 * one by which it paid, rounded half up to the cent, and no more. What was paid by a degree of 0 is measured by what the full
 * degree would have made, and what a reserve paid by that too, up to what it has for the share. Less is possible, where the fund
 * does not last.
 *
 * @param cents  what was paid and what is adjusted, together
 * @throws Refused `objective/adjusted-above-degree`
 */
export function requireNoMore(cents: bigint, { share, paid, degree }: JudgedAnew): void {
  if (paid.degree === null) return; // nobody can tell
  const { amount, by } = measureOf(paid, paid.degree);
  if (by === 0n) return; // nor here
  const made = (2n * amount * parseHundredths(degree, 'degree', DEGREE) + by) / (2n * by);
  const ceiling = paid.ceiling === undefined ? made : parseHundredths(paid.ceiling, 'ceiling');
  const most = made < ceiling ? made : ceiling;
  if (cents <= most) return;
  throw new Refused('objective/adjusted-above-degree', {
    field: 'amount',
    share,
    value: formatMoney(cents),
    max: formatMoney(most),
    paid: paid.byRun,
    from: paid.degree,
    to: degree,
    ...(paid.fullAmount !== undefined && { full: paid.fullAmount }),
    ...(most < made && { ceiling: formatMoney(most) }),
    ...(paid.amount !== paid.byRun && { last: paid.amount }),
  });
}

/** Which amount which degree makes, in hundredths: as it was paid, or as it would have been by the full degree. */
function measureOf({ byRun, fullAmount }: Paid, degree: Decimal): { readonly amount: bigint; readonly by: bigint } {
  if (fullAmount !== undefined) return { amount: parseHundredths(fullAmount, 'amount'), by: DEGREE.max };
  return { amount: parseHundredths(byRun, 'amount'), by: parseHundredths(degree, 'degree', DEGREE) };
}
