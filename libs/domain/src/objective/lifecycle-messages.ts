import type { ApprovalFact } from '../approval/facts.js';
import type { Opened } from '../approval/open.js';
import type { WorkingCalendar } from '../approval/terms.js';
import type { Credited, Staff } from '../organisation/staff.js';
import type { PlannedObjective } from '../plan/document.js';
import type { ActReference, Decimal, Evidence, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { WorkflowRef } from '../workflow/definition.js';
import type { Lifecycle } from '../workflow/lifecycle.js';
import type { InstanceRef, Justification, JustificationEffect } from './late.js';
import type { Shifted } from './variation-messages.js';
import type { Watched } from './watched.js';

/** The lifecycle that an objective keeps from its definition on, with the version it comes from. */
export interface LifecycleInForce
  extends WorkflowRef, Pick<Lifecycle, 'transitions' | 'suspension' | 'scoring' | 'appeal'> {}

/** Why work had to be given up: never for want of will. */
export const removalCauses = [
  'third-party',
  'upstream-area',
  'resources',
  'change-of-law',
  'force-majeure',
] as const satisfies readonly string[];

export type RemovalCause = (typeof removalCauses)[number];

/** What becomes of the weight of a share that was removed: the area's other shares bear it, or nobody does. */
export type WeightPolicy = 'redistribute' | 'neutralise';

/** What the Nucleo thinks of a removal; the Giunta decides all the same. */
export interface Opinion {
  readonly favourable: boolean;
  readonly note: string;
  readonly on: LocalDate;
  /** In which it stands; absent: a vote in the log, or an earlier release. */
  readonly document?: ActReference;
  /** Why it is removed all the same, where the opinion is against it; absent likewise. */
  readonly against?: string;
}

/** What the lint found on a proposal: code, and where. */
export interface ProposalFinding {
  readonly code: string;
  readonly where: string;
}

export type { JustificationEffect } from './late.js';

/** The chain that what is handed in sets out through at once; without it, it sets out when somebody first decides. */
export interface Through {
  readonly through?: {
    /** Null: the body has none for it. */
    readonly chain: ChainDefinition | null;
    readonly workflow: WorkflowRef | null;
    readonly staff: Staff;
  };
}

interface OfShare {
  readonly shareId: string;
}

/** Depends on who holds which office. */
interface WithStaff {
  readonly staff: Staff;
}

/** A step of a chain, where the body has one for it; the first who acts freezes it. */
export interface ByChain {
  /** Null: the transition belongs to those whom the lifecycle names. */
  readonly chain: ChainDefinition | null;
  readonly workflow: WorkflowRef | null;
  /** Null where there is no chain. */
  readonly step: string | null;
}

interface Proposal {
  readonly planId: string;
  readonly objective: PlannedObjective;
  readonly horizon: LocalDate;
}

interface Suspending {
  readonly reason: string;
  /** First day on which work rests. */
  readonly from: LocalDate;
  /** Last day: work goes on after it by itself. */
  readonly until: LocalDate;
  /** Null: urgent, to be ratified. */
  readonly act: ActReference | null;
}

interface Removing {
  readonly cause: RemovalCause;
  readonly note: string;
  readonly act: ActReference;
  readonly opinion: Opinion;
  readonly weight: WeightPolicy;
  /** That decided it; absent: an act of its own. */
  readonly variationId?: string;
}

/** Days of credit that went from one office to another by a first day before the recording; both days included. */
export interface DaysTaken {
  /** That loses them. */
  readonly office: string;
  readonly to: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly days: number;
}

/** What a run made of a share. */
export interface Payment {
  readonly runId: string;
  readonly amount: Decimal;
  /**
   * Of what was paid by a degree of 0, or out of a reserve: what the full degree would have made of it. Absent: neither, or the log
   * does not say.
   */
  readonly fullAmount?: Decimal;
  /** Of what a reserve paid: what it has for the share at most, by whatever degree. Absent: all that the full one makes. */
  readonly ceiling?: Decimal;
}

/** Beyond the way from assignment to liquidation: proposals, rests, removals, reopenings. */
export type LifecycleCommand =
  | (Proposal & WithStaff & Through & { readonly type: 'objective.propose'; readonly workflow?: LifecycleInForce })
  | (WithStaff & ByChain & { readonly type: 'objective.return-proposal'; readonly points: readonly string[] })
  | (WithStaff & {
      readonly type: 'objective.withdraw-proposal';
      readonly reason: string;
      /** The variation under way that brings it into the plan, and the office that asked for that; absent: none does. */
      readonly broughtInBy?: { readonly variation: string; readonly office: string } | undefined;
    })
  | (WithStaff &
      ByChain & {
        readonly type: 'objective.validate';
        readonly findings: readonly ProposalFinding[];
        /** Why what the lint found is accepted; null: nothing to accept. */
        readonly waiver: string | null;
      })
  | (OfShare & WithStaff & Suspending & { readonly type: 'objective.suspend' })
  | (OfShare & WithStaff & { readonly type: 'objective.ratify-suspension'; readonly act: ActReference })
  | (OfShare &
      WithStaff & {
        readonly type: 'objective.restore-miss';
        readonly missed: InstanceRef;
        /** Why the date of the act is another. */
        readonly reason: string;
        /** The date in the register of the act that lifted it; null: it is not there, and counts as it was cited. */
        readonly registered: LocalDate | null;
      })
  | (OfShare &
      WithStaff & { readonly type: 'objective.resume'; readonly reason: string; readonly act: ActReference | null })
  | (OfShare &
      WithStaff &
      Omit<Removing, 'cause' | 'opinion'> & {
        readonly type: 'objective.remove';
        /** One of `removalCauses`. */
        readonly cause: string;
        readonly opinion: Opinion | null;
        /** Of which day the plan is; absent: nobody asks. */
        readonly planApprovedOn?: LocalDate;
        /** The last day on which a plan moves weights; absent: nobody asks. */
        readonly cutOff?: LocalDate;
        /** Offices that have the shares which would bear its weight; absent: none does. */
        readonly bearing?: readonly string[];
        /** …and that have the credit of some of their days. */
        readonly bearingCredited?: readonly Credited[];
      })
  | (OfShare &
      Through &
      Watched & {
        readonly type: 'objective.justify';
        readonly missed: InstanceRef;
        readonly justification: Justification;
        readonly evidence: readonly Evidence[];
      })
  | (OfShare &
      WithStaff & {
        readonly type: 'objective.decide-justification';
        readonly missed: InstanceRef;
        readonly step: string;
        readonly accept: boolean;
        /** Needed by the last step that accepts; those before it may propose one. */
        readonly effect: JustificationEffect | null;
        /** Why; needed to reject. */
        readonly note: string;
        readonly act: ActReference | null;
        /** Frozen by the first who decides. */
        readonly chain: ChainDefinition;
        readonly workflow: WorkflowRef | null;
      })
  | (OfShare &
      WithStaff & {
        readonly type: 'objective.make-definitive';
        readonly note: string;
        /** Absent or null: none is named. */
        readonly act?: ActReference | null;
        /** Of the body; absent: without a patron's day. */
        readonly calendar?: WorkingCalendar;
      })
  | (OfShare & WithStaff & { readonly type: 'objective.reopen'; readonly reason: string; readonly act: ActReference })
  | (OfShare & {
      readonly type: 'objective.adjust-premium';
      readonly runId: string;
      /** What is due in all, what was paid included. */
      readonly amount: Decimal;
      /** By which a run adjusted; absent: by the one of now. */
      readonly degree?: Decimal;
      readonly act: ActReference;
      /** Absent: who adjusts is not asked. */
      readonly staff?: Staff;
      /** In whose place; absent or null: in their own right. */
      readonly onBehalfOf?: string | null;
    });

export type LifecycleEvent =
  | {
      readonly type: 'objective.proposed.v1';
      readonly data: Proposal & {
        /** Counts from 1; grows with every return. */
        readonly proposal: number;
        readonly proposedBy: string;
        readonly office: string;
        readonly workflow?: LifecycleInForce;
      };
    }
  | { readonly type: 'objective.proposal-opened.v1'; readonly data: { readonly approval: Opened } }
  | {
      readonly type: 'objective.proposal-weighed.v1';
      readonly data: { readonly fact: ApprovalFact; readonly waiver: string | null };
    }
  | { readonly type: 'objective.proposal-returned.v1'; readonly data: { readonly points: readonly string[] } }
  /** Nothing is left of it: the number is free again. */
  | {
      readonly type: 'objective.proposal-withdrawn.v1';
      readonly data: { readonly planId: string; readonly reason: string };
    }
  | {
      readonly type: 'objective.validated.v1';
      readonly data: { readonly findings: readonly ProposalFinding[]; readonly waiver: string | null };
    }
  | LifecycleShareEvent;

/** Of one share. */
export type LifecycleShareEvent =
  | {
      readonly type: 'objective.suspended.v1';
      readonly data: OfShare &
        Suspending & {
          readonly urgent: boolean;
          /** Last day of an urgent rest that no act ratifies; absent: `until`, as in logs of earlier releases. */
          readonly unratifiedUntil?: LocalDate;
          /** When it was recorded, where no act dates it and that was after its first day; absent: on it, or the log does not say. */
          readonly recordedOn?: LocalDate;
        };
    }
  | {
      readonly type: 'objective.suspension-ratified.v1';
      readonly data: OfShare & {
        readonly act: ActReference;
        /** Last day, now that there is an act; absent in logs of earlier releases. */
        readonly until?: LocalDate;
      };
    }
  | {
      readonly type: 'objective.resumed.v1';
      readonly data: OfShare & {
        /** First day on which work goes on. */
        readonly on: LocalDate;
        /** How long it rested: open deadlines move by this. */
        readonly days: number;
        /** Those that fall due on another day than that: days of before their act do not count. Absent: none does. */
        readonly shifted?: readonly Shifted[];
        readonly reason: string;
        readonly act: ActReference | null;
      };
    }
  | {
      readonly type: 'objective.removed.v1';
      readonly data: OfShare &
        Removing & {
          /** Offices that have the shares which bear its weight; absent: none does, or the log does not say. */
          readonly bearing?: readonly string[];
          /** …and that have the credit of some of their days; absent likewise. */
          readonly bearingCredited?: readonly Credited[];
        };
    }
  | {
      readonly type: 'objective.justification-submitted.v1';
      readonly data: OfShare &
        InstanceRef & {
          readonly justification: Justification;
          readonly evidence: readonly Evidence[];
          readonly submittedBy: string;
        };
    }
  | {
      readonly type: 'objective.justification-opened.v1';
      readonly data: OfShare & InstanceRef & { readonly approval: Opened };
    }
  | {
      readonly type: 'objective.justification-weighed.v1';
      readonly data: OfShare &
        InstanceRef & {
          readonly fact: ApprovalFact;
          readonly effect: JustificationEffect | null;
          /** Who named the effect has no word any more: `effect` is what was named before, or null. Absent: what is null changes nothing. */
          readonly effectLost?: true;
        };
    }
  | {
      readonly type: 'objective.justification-decided.v1';
      readonly data: OfShare &
        InstanceRef & {
          readonly accepted: boolean;
          readonly effect: JustificationEffect | null;
          readonly note: string;
        };
    }
  | {
      readonly type: 'objective.made-definitive.v1';
      readonly data: OfShare & {
        readonly note: string;
        /** Since when it is; absent in logs of earlier releases. */
        readonly on?: LocalDate;
        /** Absent where none was named. */
        readonly act?: ActReference;
      };
    }
  | {
      readonly type: 'objective.reopened.v1';
      readonly data: OfShare & {
        readonly reason: string;
        readonly act: ActReference;
        /** From when its approval counts its terms. */
        readonly at: Instant;
      };
    }
  | {
      readonly type: 'objective.premium-adjusted.v1';
      readonly data: OfShare & {
        readonly runId: string;
        readonly act: ActReference;
        readonly before: Decimal;
        readonly after: Decimal;
        /** By which it was adjusted, where the share was reopened or removed before that arrived; absent: by the one that it had. */
        readonly degree?: Decimal;
      };
    };
