import { formatMoney } from '../decimal.js';
import { divide } from './allocate.js';
import type { Credit, HeldFor } from './messages.js';

/**
 * What each office gets of a share that changed hands, by the days for which it answered; none where one office did all
 * the time. The cents add up to the amount.
 *
 * @param amount  in cents
 */
export function creditsOf(amount: bigint, holders: readonly HeldFor[]): readonly Credit[] {
  const days = new Map<string, number>();
  for (const held of holders) days.set(held.office, (days.get(held.office) ?? 0) + held.days);
  const paid = [...days].filter(([, count]) => count > 0);
  if (paid.length < 2) return [];
  const cents = divide(
    amount,
    paid.map(([office, count]) => ({ id: office, points: BigInt(count) })),
  );
  return paid.map(([office, count]) => ({ office, days: count, amount: formatMoney(cents.get(office) ?? 0n) }));
}
