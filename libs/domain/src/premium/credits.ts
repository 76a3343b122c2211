import { formatMoney } from '../decimal.js';
import { divide } from './allocate.js';
import { creditOf, type Holding } from '../objective/moves.js';
import type { Credit, HeldFor, PremiumEntry, RunStanding } from './messages.js';

/**
 * What each office gets of a share, by the days for which it answered; none where the office of its area did all the time,
 * or nobody is known to have. Who was given it after the plan's time has no days, and all of it where nobody has any. The cents
 * add up to the amount.
 *
 * @param amount  in cents
 */
export function creditsOf(amount: bigint, areaId: string, holders: readonly HeldFor[]): readonly Credit[] {
  const days = new Map<string, number>();
  for (const held of holders) days.set(held.office, (days.get(held.office) ?? 0) + held.days);
  const paid = [...days].filter(([, count]) => count > 0);
  const last = holders.at(-1);
  if (paid.length === 0 && last !== undefined && last.office !== areaId) {
    return [{ office: last.office, days: 0, amount: formatMoney(amount) }];
  }
  if (paid.every(([office]) => office === areaId)) return [];
  const cents = divide(
    amount,
    paid.map(([office, count]) => ({ id: office, points: BigInt(count) })),
  );
  return paid.map(([office, count]) => ({ office, days: count, amount: formatMoney(cents.get(office) ?? 0n) }));
}

/** What an entry pays which office: its area's all of it, where no other answered for the share. */
export function partsOf({
  areaId,
  amount,
  credits = [],
}: Pick<PremiumEntry, 'areaId' | 'amount' | 'credits'>): readonly Pick<Credit, 'office' | 'amount'>[] {
  return credits.length > 0 ? credits : [{ office: areaId, amount }];
}

/** Who answered for how many days of the plan's time; nobody where the log does not know since when. */
export function heldFor(holders: readonly Holding[], { from, to }: RunStanding['period']): readonly HeldFor[] {
  const held = creditOf(holders, to, from);
  return held.some(({ days }) => days === null) ? [] : held.map(({ office, days }) => ({ office, days: days ?? 0 }));
}
