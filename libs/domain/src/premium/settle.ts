import { DEGREE, formatMoney, parseHundredths, POSITIVE } from '../decimal.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { Decimal } from '../values.js';
import { divide } from './allocate.js';
import { entryOf } from './divided.js';
import { awaitedOf, requireCovered, sumOf, whoAndHowMuch } from './evaluated.js';
import type { AwaitedEntry, ComputedRun, PremiumCommandOf, PremiumEvent } from './messages.js';

/**
 * A later run pays what an earlier one has set aside, to those whose evaluation is definitive by now: what they would have
 * got then, by the degree that they have now, as far as the reserve lasts without what is set aside for others. It goes the
 * way of any run.
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
  const due = open
    .filter(({ shareId }) => missing.every((one) => one.shareId !== shareId))
    .flatMap((one) => dueTo(one, of.get(one.shareId)?.degree ?? null));
  if (due.length === 0) {
    throw new Refused('premium/nothing-to-settle', {
      run: earlier.runId,
      ...(missing.length > 0 && whoAndHowMuch(missing, missing)),
    });
  }
  const spent = sumOf(shares.map(({ fromReserve: amount }) => ({ amount })));
  const others = open.filter(({ shareId }) => due.every((one) => one.entry.shareId !== shareId));
  const left = parseHundredths(reserve, 'reserve') - spent;
  const certain = due.map((one) => ({ ...one.entry, amount: formatMoney(certainOf(one)) }));
  requireCovered(earlier.runId, left, certain);
  const more = divideMore(left - sumOf(others) - sumOf(certain), due);
  const entries = due.map((one) => {
    const cents = certainOf(one) + (more.get(one.entry.shareId) ?? 0n);
    const { holders = [] } = of.get(one.entry.shareId) ?? {};
    return entryOf({ ...one.entry, degree: one.degree, ...(holders.length > 0 && { holders }) }, cents, one.full);
  });
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

/** What a share gets by the degree of today, in cents. */
interface Due {
  readonly entry: AwaitedEntry;
  readonly degree: Decimal;
  readonly setAside: bigint;
  readonly cents: bigint;
  /** What it would get by the full one. */
  readonly full: bigint;
}

/** What was set aside, by the degree of today: rounded half up to the cent; nothing where it has none. */
function dueTo(entry: AwaitedEntry, degree: Decimal | null): readonly Due[] {
  if (degree === null) return [];
  const [setAside, before, now] = [
    parseHundredths(entry.amount, 'amount'),
    parseHundredths(entry.degree ?? '', 'degree', POSITIVE),
    parseHundredths(degree, 'degree'),
  ];
  const by = (some: bigint) => (2n * setAside * some + before) / (2n * before);
  return [{ entry, degree, setAside, cents: by(now), full: by(DEGREE.max) }];
}

/** What nobody else's degree takes from it. */
function certainOf({ setAside, cents }: Due): bigint {
  return cents < setAside ? cents : setAside;
}

/** What is free of the reserve, among those whose degree is higher than it was: no more than that makes. */
function divideMore(free: bigint, due: readonly Due[]): ReadonlyMap<string, bigint> {
  const asked = due.map((one) => ({ id: one.entry.shareId, points: one.cents - certainOf(one) }));
  const sum = asked.reduce((all, { points }) => all + points, 0n);
  if (free <= 0n) return new Map();
  return divide(free < sum ? free : sum, asked);
}
