import type { ActOnApproval, ApprovalEvent } from '../approval/compose.js';
import type { Holding, Paid } from '../objective/moves.js';
import type { Credited, Staff } from '../organisation/staff.js';
import type { ActReference, Actor, Decimal, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { WorkflowRef } from '../workflow/definition.js';

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

/** For how many days of the plan's time an office answered for a share. */
export interface HeldFor {
  readonly office: string;
  readonly days: number;
}

/** What an office gets of a share for which not its area's office alone answered: as many days as it did. */
export interface Credit extends HeldFor {
  /** Euros with two decimals; those of one share add up to its amount. */
  readonly amount: Decimal;
}

export interface PremiumEntry extends PremiumClaim {
  /** Euros with two decimals. */
  readonly amount: Decimal;
  /** By a degree of 0, or out of a reserve: what 100 would have got, which a later degree is paid by. Absent: neither, or an older log. */
  readonly fullAmount?: Decimal;
  /** Out of a reserve: what it has for the share at most, by whatever degree. Absent: all that the full one makes. */
  readonly ceiling?: Decimal;
  /** Absent where its area's office answered for it all the time, and in logs of earlier releases. */
  readonly credits?: readonly Credit[];
}

/** Set aside, or not payable yet: nobody is paid by it before the evaluations of all these are definitive. */
export interface AwaitedEntry extends PremiumEntry {
  readonly persons: readonly string[];
}

/** A time in which a person held an office while it answered for a share. */
export interface PersonHeld extends Credited {
  /** Null: nobody held it. */
  readonly person: string | null;
  /** In the plan's time; of what came to its office only after it, since then. */
  readonly days: number;
}

/** And what that makes of what the share gets: of the days of several each has an equal part. */
export interface PersonCredit extends PersonHeld {
  /** Euros with two decimals; those of one office add up to what it gets. */
  readonly amount: Decimal;
}

/** A payment that another run puts right. */
export interface Adjusted {
  /** The run that made it. */
  readonly runId: string;
  /** What has been paid by then. */
  readonly before: Decimal;
}

/** A document of those that the chain demands. */
export interface NamedDocument {
  /** Its id in the chain. */
  readonly document: string;
  readonly act: ActReference;
}

/** What other streams say of what a run counts on, at the moment of a command. */
export interface RunStanding {
  /** Of the plan. */
  readonly planStatus: 'none' | 'drafted' | 'approved' | 'in-force' | 'closed';
  /** The degree of each share of the run; null: it has none. */
  readonly degrees: Readonly<Record<string, Decimal | null>>;
  /** Who answered for each share for how many days; absent: that was not asked. */
  readonly holders?: Readonly<Record<string, readonly HeldFor[]>>;
  /** Since when each who answered for it did; absent: that was not asked. */
  readonly holdings?: Readonly<Record<string, readonly Holding[]>>;
  /** What its fund would be divided among today, what is set aside included; absent: that was not asked. */
  readonly weighing?: readonly Pick<PremiumClaim, 'shareId' | 'weight'>[];
  /** For which of them a liquidated run has set something aside, and which; absent: that was not asked. */
  readonly setAside?: Readonly<Record<string, string>>;
  /** The plan's time: whoever held a paid office in it is paid, wherever they are today. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** Persons whose evaluation for the plan is definitive; absent: none is asked for. */
  readonly evaluated?: readonly string[];
  /** The last day on which one of those became definitive; absent: the log does not say. */
  readonly evaluatedOn?: LocalDate | undefined;
  /** Who may liquidate it; absent: that was not asked. */
  readonly payers?: readonly string[];
  /** The kinds of act that all versions of its shares take for the payment, where they take others; absent: they take the same. */
  readonly actsDiffer?: readonly string[];
  /** Whom the versions of its shares name, who have none in common: the version in force says who pays. Absent: they have one. */
  readonly payersDiffer?: readonly string[];
}

/** What a run was computed from, as plan and shares say it now. */
export type FiguresOfRun = Pick<RunStanding, 'degrees' | 'holders' | 'holdings' | 'weighing' | 'setAside'>;

/** Whose evaluation is definitive, and who was paid by which office when. */
export type EvaluatedStanding = Pick<RunStanding, 'period' | 'evaluated' | 'evaluatedOn'>;

/** A run whose reserve is to be paid, as it stands. */
export interface SettledRun {
  readonly runId: string;
  readonly planId: string;
  readonly scope: FundScope;
  readonly reserve: Decimal;
  readonly awaited: readonly AwaitedEntry[];
  readonly liquidated: boolean;
  /** Absent: the log does not say. */
  readonly liquidatedOn?: LocalDate | undefined;
}

/** What has become of a share for which money is set aside. */
export interface AwaitedShare {
  readonly shareId: string;
  /** Null: it has none today. */
  readonly degree: Decimal | null;
  /** Whether some run has paid it. */
  readonly isPaid: boolean;
  /** Who answered for it for how many days; absent or nobody: as at the computation. */
  readonly holders?: readonly HeldFor[];
  /** What it got out of the reserve in question. */
  readonly fromReserve: Decimal;
}

/** The way that a run has to go before it may be liquidated. */
export interface RouteOfRun {
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  /** Whether the body evaluates persons: then nobody is paid before theirs is definitive, or something is set aside. */
  readonly evaluations?: boolean;
}

export type PremiumCommand =
  /** Whoever agrees to a run agrees that whom it pays is evaluated, and whoever does last, to its figures. */
  | (ActOnApproval & { readonly standing?: EvaluatedStanding; readonly figures?: FiguresOfRun })
  | ({
      readonly by: Actor;
      readonly on?: LocalDate;
      readonly at: Instant;
      /** Whether the body's file alone lets them: where whoever runs premiums is paid. */
      readonly standsIn?: boolean;
    } & (
      | {
          readonly type: 'premium.compute';
          readonly runId: string;
          readonly planId: string;
          readonly scope: FundScope;
          /** Euros with two decimals. */
          readonly fund: Decimal;
          /** Set aside before the rest is divided, for what is not decided yet; absent: nothing. */
          readonly reserve?: Decimal;
          readonly claims: readonly (PremiumClaim & { readonly holders?: readonly HeldFor[] })[];
          /** Runs that have paid the other shares of the scope; absent: none. */
          readonly paidBy?: readonly string[];
          /** Runs that have set money aside for others, which a later run of theirs pays; absent: none. */
          readonly reservedBy?: readonly string[];
          /** Null or absent: the body approves no runs, an act alone liquidates them. */
          readonly route?: RouteOfRun | null;
          /** Where the route asks for evaluations. */
          readonly evaluations?: EvaluatedStanding & { readonly staff: Staff };
        }
      | {
          /** What an earlier run has set aside is paid to those whose evaluation is definitive by now. */
          readonly type: 'premium.settle';
          readonly runId: string;
          readonly earlier: SettledRun;
          readonly shares: readonly AwaitedShare[];
          readonly route: RouteOfRun | null;
          readonly standing: EvaluatedStanding;
          readonly staff: Staff;
        }
      | {
          /** What was paid for a share before it was reopened is put right, by the degree of now. */
          readonly type: 'premium.adjust';
          readonly runId: string;
          readonly planId: string;
          readonly claim: PremiumClaim & { readonly holders?: readonly HeldFor[] };
          /** Null: nothing was paid before a reopening, or it was adjusted. */
          readonly paid: Paid | null;
          /** Since when its degree is the one of now; absent: the log does not say. */
          readonly scoredOn?: LocalDate | undefined;
          /** What is due in all, what was paid included. */
          readonly amount: Decimal;
          readonly route: RouteOfRun | null;
          readonly period: RunStanding['period'];
          readonly staff: Staff;
          /** In whose place; absent or null: in their own right. */
          readonly onBehalfOf?: string | null;
        }
      | {
          readonly type: 'premium.propose';
          readonly documents: readonly NamedDocument[];
          readonly standing: RunStanding;
          readonly staff: Staff;
        }
      | {
          /** Before it is liquidated: what was authorised is annulled, by an act too (L. 241/1990, art. 21-nonies). */
          readonly type: 'premium.withdraw';
          readonly reason: string;
          /** Null: none is named. */
          readonly act: ActReference | null;
          readonly staff: Staff;
          /** In whose place; absent or null: in their own right. */
          readonly onBehalfOf?: string | null;
        }
      | {
          readonly type: 'premium.liquidate';
          /** Null: the act by which it was authorised. */
          readonly act: ActReference | null;
          /** Absent: nothing else is asked. */
          readonly standing?: FiguresOfRun & Pick<RunStanding, 'payers'> & Partial<EvaluatedStanding>;
          /** Whoever signs is paid nothing by it. */
          readonly staff: Staff;
          /** In whose place; absent or null: in their own right. */
          readonly onBehalfOf?: string | null;
        }
    ));

export type PremiumEvent =
  | ApprovalEvent<'premium'>
  | {
      readonly type: 'premium.computed.v1';
      readonly data: {
        readonly runId: string;
        readonly planId: string;
        readonly scope: FundScope;
        readonly fund: Decimal;
        /** Sum of the entries' amounts; `total + savings + reserve = fund` to the cent. */
        readonly total: Decimal;
        readonly savings: Decimal;
        /** Absent: nothing was set aside. */
        readonly reserve?: Decimal;
        readonly entries: readonly PremiumEntry[];
        /**
         * What each would get whose evaluation is missing: none of `entries` where a reserve covers it, still among them where
         * none was set aside. Absent: nobody's is missing, or none is asked for.
         */
        readonly awaited?: readonly AwaitedEntry[];
        /** The run whose reserve it pays; absent: it divides a fund. */
        readonly settles?: string;
        /** What it puts right: its one entry says what is due in all. Absent: it divides a fund, or a reserve. */
        readonly adjusts?: Adjusted;
        /** Of its plan: whoever held a paid office in it is paid. Absent: an older log does not say. */
        readonly period?: RunStanding['period'];
        /** By which chain it is approved; absent: by none, as in logs of earlier releases. */
        readonly route?: RouteOfRun;
      };
    }
  | {
      readonly type: 'premium.proposed.v1';
      readonly data: {
        readonly runId: string;
        readonly planId: string;
        readonly proposedBy: string;
        readonly documents: readonly NamedDocument[];
        /** In older logs: persons whose evaluation was not definitive, though they were among the paid. */
        readonly pending?: readonly string[];
      };
    }
  | {
      /** It goes no further; its name is free for another computation. */
      readonly type: 'premium.withdrawn.v1';
      readonly data: {
        readonly runId: string;
        readonly planId: string;
        readonly withdrawnBy: string;
        readonly reason: string;
        readonly act: ActReference | null;
      };
    }
  | {
      readonly type: 'premium.liquidated.v1';
      readonly data: {
        readonly runId: string;
        readonly planId: string;
        readonly act: ActReference;
        readonly entries: readonly PremiumEntry[];
        /** Absent: its entries were not paid before. */
        readonly adjusts?: Adjusted;
        /** Whose days each share was paid for, as it was known then, by its id; absent: an older log does not say. */
        readonly persons?: Readonly<Record<string, readonly PersonCredit[]>>;
      };
    };

export type PremiumCommandOf<T extends PremiumCommand['type']> = Extract<PremiumCommand, { readonly type: T }>;
export type ComputedRun = Extract<PremiumEvent, { readonly type: 'premium.computed.v1' }>['data'];
