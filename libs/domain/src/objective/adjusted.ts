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
 * Whoever adjusts what was paid does not choose the amount: the degree of now makes of it as much as it is to the one by which
 * it was paid, rounded half up to the cent, and no more. Less is possible, where the fund does not last.
 *
 * @param cents  what was paid and what is adjusted, together
 * @throws Refused `objective/adjusted-above-degree`
 */
export function requireNoMore(cents: bigint, { share, paid, degree }: JudgedAnew): void {
  if (paid.degree === null) return; // nobody can tell
  const [amount, before, now] = [
    parseHundredths(paid.byRun, 'amount'),
    parseHundredths(paid.degree, 'degree', DEGREE),
    parseHundredths(degree, 'degree', DEGREE),
  ];
  if (before === 0n) return; // of nothing nothing is paid
  const most = (2n * amount * now + before) / (2n * before);
  if (cents <= most) return;
  throw new Refused('objective/adjusted-above-degree', {
    field: 'amount',
    share,
    value: formatMoney(cents),
    max: formatMoney(most),
    paid: formatMoney(amount),
    from: paid.degree,
    to: degree,
  });
}
