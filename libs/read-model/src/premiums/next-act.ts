import { isNothingCertified, type ActReference, type Decimal, type PremiumEntry } from '#domain';
import type { PremiumRunRow } from './project.js';

/** What a run asks of whoever runs premiums; null: nothing, as it is with others, or over. */
export type NextActOfRun = 'compute' | 'propose' | 'withdraw' | 'annul' | 'liquidate' | 'settle' | null;

interface Standing {
  readonly status: PremiumRunRow['status'];
  readonly entries: readonly Pick<PremiumEntry, 'degree'>[];
  readonly awaited: readonly (Pick<PremiumEntry, 'degree'> & {
    readonly missing: readonly string[];
    readonly paidBy: string | null;
  })[];
  readonly approvalId: string | null;
  readonly changed: readonly string[];
  readonly reserve: Decimal;
  readonly act: ActReference | null;
  /** Whether other runs have paid all that it counts on: of a forecast that is left nothing is computed any more. */
  readonly isPaidByOthers?: boolean;
}

/** Whatever counts on another degree than today's is taken back before it is computed anew: by an act where one authorised it. */
export function nextActOf(run: Standing): NextActOfRun {
  const { status, changed, approvalId, act, reserve, awaited } = run;
  if (status === 'returned' || status === 'rejected' || status === 'withdrawn') return 'compute';
  if (status === 'computed' && isNothingCertified(run)) return run.isPaidByOthers === true ? 'withdraw' : 'compute';
  if (status === 'liquidated') {
    const isOwed = awaited.some(({ missing, paidBy }) => missing.length === 0 && paidBy === null);
    return Number(reserve) > 0 && isOwed ? 'settle' : null;
  }
  if (changed.length > 0) return act === null ? 'withdraw' : 'annul';
  if (status === 'computed') return approvalId === null ? 'liquidate' : 'propose';
  return status === 'authorised' ? 'liquidate' : null;
}
