import { parseHundredths } from '../decimal.js';
import { Refused } from '../refused.js';
import { creditsOf } from './credits.js';
import type { ComputedRun, HeldFor, PremiumEntry, RunStanding } from './messages.js';

/**
 * A run pays those who answered for its shares: one that was handed over since, for days that count, makes the computation
 * another one, and others the parties to it.
 *
 * @throws Refused `premium/holders-changed`
 */
export function requireSameHolders(
  { runId, entries }: Pick<ComputedRun, 'runId' | 'entries'>,
  { holders }: Pick<RunStanding, 'holders'>,
): void {
  const other = entries.find((entry) => !isHeldAsComputed(entry, holders?.[entry.shareId]));
  if (other !== undefined) throw new Refused('premium/holders-changed', { run: runId, share: other.shareId });
}

/** @param held  who answered for it, as the log says now; absent: nobody asks */
export function isHeldAsComputed(
  { amount, areaId, degree, credits = [] }: Pick<PremiumEntry, 'amount' | 'areaId' | 'degree' | 'credits'>,
  held: readonly HeldFor[] | undefined,
): boolean {
  if (held === undefined || degree === null) return true; // of what has no degree nobody is paid
  const now = creditsOf(parseHundredths(amount, 'amount'), areaId, held);
  return (
    now.length === credits.length &&
    now.every(({ office, days }) => credits.some((credit) => credit.office === office && credit.days === days))
  );
}
