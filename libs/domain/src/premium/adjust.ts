import { formatMoney, parseHundredths } from '../decimal.js';
import { requireNoMore } from '../objective/adjusted.js';
import type { Paid } from '../objective/moves.js';
import { Refused } from '../refused.js';
import { requireRightThen } from '../separation/right-then.js';
import { requireText } from '../text.js';
import { entryOf } from './divided.js';
import type { ComputedRun, PremiumCommandOf, PremiumEvent } from './messages.js';
import { barredAsPaid, decidedBy, partiesOf } from './paid.js';
import { refusedAsPaid, requireNeeded, runnersOf } from './running.js';

/**
 * What was paid before a reopening is put right by a run of its own, of one share: to be paid more or to be recovered, it goes
 * the way of any run. Whoever computes it chooses the amount, so it is nobody whom it pays.
 *
 * @throws Refused `objective/nothing-to-adjust`, `objective/not-scored`, `objective/adjusted-above-degree`, `premium/signer-is-paid`,
 * `value/…`
 */
export function adjust(command: PremiumCommandOf<'premium.adjust'>): PremiumEvent {
  const { runId, planId, claim, route, period } = command;
  const paid = requirePaid(command);
  const { shareId, degree } = claim;
  requireText(runId, 'runId');
  if (degree === null) throw new Refused('objective/not-scored', { share: shareId });
  const cents = parseHundredths(command.amount, 'amount');
  const entries = [entryOf(claim, cents)];
  requireUnpaid(command, entries);
  requireNoMore(cents, { share: shareId, paid, degree });
  const total = formatMoney(cents);
  const data: ComputedRun = {
    runId,
    planId,
    scope: { kind: 'share', shareId },
    fund: total,
    total,
    savings: formatMoney(0n),
    entries,
    adjusts: { runId: paid.runId, before: paid.amount },
    period,
    ...(route && { route }),
  };
  return { type: 'premium.computed.v1', data };
}

/** @throws Refused `objective/nothing-to-adjust` */
export function requirePaid({ paid, claim }: PremiumCommandOf<'premium.adjust'>): Paid {
  if (paid === null) throw new Refused('objective/nothing-to-adjust', { share: claim.shareId });
  return paid;
}

function requireUnpaid(
  { by, staff, on, period, onBehalfOf = null, standsIn }: PremiumCommandOf<'premium.adjust'>,
  entries: ComputedRun['entries'],
): void {
  const parties = partiesOf(decidedBy({ entries }), period, staff);
  const rule = barredAsPaid(parties, { by, onBehalfOf, staff, on });
  if (rule !== null) throw refusedAsPaid({ by, rule, staff }, parties, runnersOf(parties, staff));
  requireNeeded({ by, staff, on, standsIn }, parties);
  requireRightThen({ by, staff, on }, { place: onBehalfOf });
}
