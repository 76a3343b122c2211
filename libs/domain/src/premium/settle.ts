import { formatMoney, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { entryOf } from './divided.js';
import { awaitedOf, requireCovered, sumOf, whoAndHowMuch } from './evaluated.js';
import type { AwaitedEntry, ComputedRun, PremiumCommandOf, PremiumEntry, PremiumEvent } from './messages.js';

/**
 * A later run pays what an earlier one has set aside, to those whose evaluation is definitive by now: what they would have
 * got then, by the degree that they have now. It goes the way of any run.
 *
 * @throws Refused `premium/not-liquidated`, `premium/nothing-to-settle`, `premium/reserve-too-small`
 */
export function settle(command: PremiumCommandOf<'premium.settle'>): PremiumEvent {
  const { runId, earlier, shares, route, standing, staff } = command;
  requireText(runId, 'runId');
  const { planId, scope, reserve, awaited } = earlier;
  if (!earlier.liquidated) throw new Refused('premium/not-liquidated', { run: earlier.runId });
  const of = new Map(shares.map((share) => [share.shareId, share]));
  const open = awaited.filter(({ shareId }) => of.get(shareId)?.isPaid === false);
  const missing = awaitedOf(open, standing, staff);
  const entries = open
    .filter(({ shareId }) => missing.every((one) => one.shareId !== shareId))
    .flatMap((one) => settled(one, of.get(one.shareId)?.degree ?? null));
  if (entries.length === 0) {
    throw new Refused('premium/nothing-to-settle', {
      run: earlier.runId,
      ...(missing.length > 0 && whoAndHowMuch(missing, missing)),
    });
  }
  const spent = sumOf(shares.map(({ fromReserve: amount }) => ({ amount })));
  requireCovered(earlier.runId, parseHundredths(reserve, 'reserve') - spent, open, entries);
  const total = sumOf(entries);
  const data: ComputedRun = {
    runId,
    planId,
    scope,
    fund: formatMoney(total),
    total: formatMoney(total),
    savings: formatMoney(0n),
    entries,
    settles: earlier.runId,
    ...(route && { route }),
  };
  return { type: 'premium.computed.v1', data };
}

/** What was set aside, by the degree of today: rounded half up to the cent; nothing where it has none. */
function settled(entry: AwaitedEntry, degree: string | null): readonly PremiumEntry[] {
  if (degree === null) return [];
  const [cents, before, now] = [
    parseHundredths(entry.amount, 'amount'),
    parseHundredths(entry.degree ?? '', 'degree', POSITIVE),
    parseHundredths(degree, 'degree'),
  ];
  return [entryOf({ ...entry, degree }, (2n * cents * now + before) / (2n * before))];
}
