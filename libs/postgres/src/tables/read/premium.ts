import type { ActReference, Decimal, Instant } from './values.js';

export interface PremiumRunRow {
  readonly run_id: string;
  readonly plan_id: string;
  readonly scope: object;
  readonly fund: Decimal;
  readonly total: Decimal;
  readonly savings: Decimal;
  readonly reserve: Decimal;
  readonly entries: readonly object[];
  /** Whose evaluation was missing, and what they would get. */
  readonly awaited: readonly object[];
  /** The run whose reserve it pays; null: it divides a fund. */
  readonly settles: string | null;
  /** The payment that it puts right; null: none. */
  readonly adjusts: object | null;
  readonly status: 'computed' | 'proposed' | 'returned' | 'rejected' | 'authorised' | 'liquidated' | 'withdrawn';
  /** The chain by which it is approved; null: by none. */
  readonly route: object | null;
  readonly documents: readonly object[];
  readonly points: readonly string[];
  readonly act: ActReference | null;
  /** Of a liquidated run whose days each share was paid for; null: not yet, or an older log does not say. */
  readonly persons: object | null;
  readonly revision: number;
  readonly recorded_at: Instant;
}

export interface PremiumTables {
  readonly 'read.premium_run': PremiumRunRow;
}
