import { formatMoney, parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import { entryOf } from './divided.js';
import { awaitedOf, requireCovered, sumOf, whoAndHowMuch } from './evaluated.js';
import { madeOf, measureOf, reserveFor, type FromReserve } from './from-reserve.js';
import type {
  AwaitedEntry,
  AwaitedShare,
  ComputedRun,
  PremiumCommandOf,
  PremiumEntry,
  PremiumEvent,
} from './messages.js';

/**
 * A later run pays what an earlier one has set aside, to those whose evaluation is definitive by now: what they would have
 * got then, by the degree that they have now, as far as the reserve has it for them. It goes the way of any run.
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
  const held = { period: standing.period, staff };
  const missing = awaitedOf(open, standing, staff);
  const has = reserveFor(earlier);
  const due = open.filter(({ shareId }) => missing.every((one) => one.shareId !== shareId));
  const entries = due.flatMap((one) => entryFor(one, of.get(one.shareId), has.get(one.shareId)));
  if (entries.length === 0) {
    throw new Refused('premium/nothing-to-settle', {
      run: earlier.runId,
      ...(missing.length > 0 && whoAndHowMuch(missing, missing, held)),
    });
  }
  const spent = sumOf(shares.map(({ fromReserve: amount }) => ({ amount })));
  requireCovered(earlier.runId, parseHundredths(reserve, 'reserve') - spent, due, held, entries);
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
    period: standing.period,
    ...(route && { route }),
  };
  return { type: 'premium.computed.v1', data };
}

/** What a share gets by the degree of today; nothing where it has none. */
function entryFor(
  one: AwaitedEntry,
  share: AwaitedShare | undefined,
  has: FromReserve | undefined,
): readonly PremiumEntry[] {
  const { degree = null, holders = [] } = share ?? {};
  if (degree === null || has === undefined) return [];
  const claim = { ...one, degree, ...(holders.length > 0 && { holders }) };
  return [{ ...entryOf(claim, madeOf(has, degree)), ...measureOf(has) }];
}
