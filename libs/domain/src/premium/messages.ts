import type { Staff } from '../organisation/staff.js';
import type { ActReference, Actor, Decimal, Instant } from '../values.js';

/** Which money is shared out: the areas' fund, the Segretario's own, or the money of one share without weight. */
export type FundScope =
  { readonly kind: 'areas' } | { readonly kind: 'segretario' } | { readonly kind: 'share'; readonly shareId: string };

/** A share as it stands when the run is computed. */
export interface PremiumClaim {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly areaId: string;
  /** Null for a share with money of its own. */
  readonly weight: Decimal | null;
  /** The degree scored, 0 to 100; null when it was never scored: it earns nothing and its part is saved. */
  readonly degree: Decimal | null;
}

export interface PremiumEntry extends PremiumClaim {
  /** Euros with two decimals. */
  readonly amount: Decimal;
}

export type PremiumCommand = { readonly by: Actor; readonly at: Instant } & (
  | {
      readonly type: 'premium.compute';
      readonly runId: string;
      readonly planId: string;
      readonly scope: FundScope;
      /** Euros with two decimals. */
      readonly fund: Decimal;
      readonly claims: readonly PremiumClaim[];
    }
  | {
      readonly type: 'premium.liquidate';
      readonly act: ActReference;
      /** Whoever signs is paid nothing by it. */
      readonly staff: Staff;
      /** In whose place; absent or null: in their own right. */
      readonly onBehalfOf?: string | null;
    }
);

export type PremiumEvent =
  | {
      readonly type: 'premium.computed.v1';
      readonly data: {
        readonly runId: string;
        readonly planId: string;
        readonly scope: FundScope;
        readonly fund: Decimal;
        /** Sum of the entries' amounts; `total + savings = fund` to the cent. */
        readonly total: Decimal;
        readonly savings: Decimal;
        readonly entries: readonly PremiumEntry[];
      };
    }
  | {
      readonly type: 'premium.liquidated.v1';
      readonly data: {
        readonly runId: string;
        readonly planId: string;
        readonly act: ActReference;
        readonly entries: readonly PremiumEntry[];
      };
    };
