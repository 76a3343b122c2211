import { formatMoney } from '../decimal.js';
import { divide } from './allocate.js';
import type { Credit, HeldFor } from './messages.js';

/**
 * What each office gets of a share, by the days for which it answered; none where the office of its area did all the time,
 * or nobody is known to have. The cents add up to the amount.
 *
 * @param amount  in cents
 */
export function creditsOf(amount: bigint, areaId: string, holders: readonly HeldFor[]): readonly Credit[] {
  const days = new Map<string, number>();
  for (const held of holders) days.set(held.office, (days.get(held.office) ?? 0) + held.days);
  const paid = [...days].filter(([, count]) => count > 0);
  if (paid.every(([office]) => office === areaId)) return [];
  const cents = divide(
    amount,
    paid.map(([office, count]) => ({ id: office, points: BigInt(count) })),
  );
  return paid.map(([office, count]) => ({ office, days: count, amount: formatMoney(cents.get(office) ?? 0n) }));
}
