import type { ActOnApproval, ApprovalEvent } from '../approval/compose.js';
import type { OldChain } from '../approval/old-chain.js';
import type { Opened } from '../approval/open.js';
import type { Credited, Staff } from '../organisation/staff.js';
import type { PlannedObjective } from '../plan/document.js';
import type { ActReference, Actor, Decimal, Evidence, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { OfficeDefinition, WorkflowRef } from '../workflow/definition.js';
import type { InstanceRef, Justification } from './late.js';
import type {
  DaysTaken,
  LifecycleCommand,
  LifecycleEvent,
  LifecycleInForce,
  Payment,
  Through,
} from './lifecycle-messages.js';
import type {
  ObjectiveRedefined,
  ObjectiveWithdrawn,
  RedefineObjective,
  WithdrawObjective,
} from './redraft-messages.js';
import type { Watched } from './watched.js';
import type { MissLifted, MissRestored, ObjectiveVaried, VaryObjective } from './variation-messages.js';

interface Issued {
  readonly by: Actor;
  /** The day on which it happened, where it is recorded later. */
  readonly on?: LocalDate;
  /** When the command is decided; becomes `recordedAt`. */
  readonly at: Instant;
}

interface OfShare {
  readonly shareId: string;
}

/** What was measured on one indicator, or why it was not. */
export interface Measurement {
  readonly indicatorId: string;
  readonly value: string | null;
  readonly notMeasuredBecause: string | null;
}

/** A deadline that a report came before. */
export interface StillDue extends InstanceRef {
  readonly dueOn: LocalDate;
}

/** What an area says it reached. */
export interface Report {
  /** Counts from 1; grows with every return for integration. */
  readonly submission: number;
  readonly measurements: readonly Measurement[];
  readonly selfDegree: Decimal;
  readonly note: string;
  readonly evidence: readonly Evidence[];
  /** The account that answers for the report: none of its approvers may be the same. */
  readonly submittedBy: string;
  /** Deadlines that were neither answered nor past on that day, by day; absent: none was, or an earlier release wrote it. */
  readonly stillDue?: readonly StillDue[];
}

/** A deadline that a fact lets begin. */
export interface Beginning {
  readonly deadlineId: string;
  /** The occasion that a fact made which was told with a wrong day; absent or null: none. */
  readonly insteadOf?: LocalDate | null;
}

/** An occasion on which a deadline falls due that is counted from a fact. */
export interface TermBegun extends InstanceRef {
  /** Rests since the fact have moved it. */
  readonly dueOn: LocalDate;
  /** What the plan says of it, and calls its objective. */
  readonly text: string;
  readonly title: string;
  /** The occasion that it takes the place of; absent: of none. */
  readonly insteadOf?: LocalDate;
}

export interface ProgressReport {
  /** How far the share is, 0 to 100; null for a nil return. */
  readonly value: Decimal | null;
  readonly note: string;
  readonly evidence: readonly Evidence[];
}

export type ObjectiveCommand = Issued &
  (
    | {
        readonly type: 'objective.define';
        readonly planId: string;
        readonly objective: PlannedObjective;
        readonly horizon: LocalDate;
        /** Absent: the usual one. */
        readonly workflow?: LifecycleInForce;
      }
    | RedefineObjective
    | WithdrawObjective
    | (OfShare &
        Watched & {
          readonly type: 'objective.assign';
          readonly office: string;
          /** First day on which the office answers for the share; absent: the day on which it happened. */
          readonly from?: LocalDate;
          /** The day on which the plan was approved, from when on its series are owed; absent: from the first assignment. */
          readonly approvedOn?: LocalDate | undefined;
          /** By which it is given; absent or null: none is named. */
          readonly act?: ActReference | null;
          /** Of a first day before today that takes days from whoever had it; without one nothing is put right. */
          readonly reason?: string;
          /** Of the workflow in force; absent: what was decided elsewhere is carried out. */
          readonly offices?: readonly OfficeDefinition[];
          /** Absent: who assigns is not asked. */
          readonly staff?: Staff;
        })
    | (OfShare & { readonly type: 'objective.acknowledge' })
    | (OfShare &
        ProgressReport &
        Watched & {
          readonly type: 'objective.report-progress';
          readonly progressId: string;
          readonly indicatorId: string | null;
          readonly fulfils: InstanceRef | null;
          /** What is counted from what happened; absent or null: nothing. */
          readonly begins?: Beginning | null;
          /** When it happened in the world; not after today, may be earlier than today. */
          readonly occurredOn: LocalDate;
        })
    | (OfShare &
        ProgressReport &
        Watched & {
          readonly type: 'objective.rectify-progress';
          readonly progressId: string;
          readonly reason: string;
        })
    /** Sent when an alarm rings: marks every instance that is past due at `at` and unanswered. */
    | { readonly type: 'objective.mark-missed-deadlines' }
    | (OfShare &
        Through &
        Watched & {
          readonly type: 'objective.fulfil-late';
          readonly fulfils: InstanceRef;
          readonly justification: Justification;
          readonly evidence: readonly Evidence[];
          readonly occurredOn: LocalDate;
        })
    | (OfShare &
        Watched & {
          readonly type: 'objective.submit-rendicontazione';
          readonly measurements: readonly Measurement[];
          /** The degree the area claims, 0 to 100. */
          readonly selfDegree: Decimal;
          readonly note: string;
          readonly evidence: readonly Evidence[];
          readonly chain: ChainDefinition;
          /** The definition that the chain is of. */
          readonly workflow: WorkflowRef | null;
          readonly staff: Staff;
        })
    | (OfShare & {
        readonly type: 'objective.return-rendicontazione';
        readonly step: string;
        readonly points: readonly string[];
        /** By when; none where it is left out. */
        readonly returnBy?: LocalDate | null;
        readonly staff: Staff;
      })
    | (OfShare & {
        readonly type: 'objective.approve-rendicontazione';
        readonly step: string;
        readonly note: string;
        readonly act: ActReference | null;
        readonly staff: Staff;
      })
    | ActOnApproval
    | (OfShare & {
        readonly type: 'objective.score';
        readonly degree: Decimal;
        readonly reason: string;
        readonly staff: Staff;
      })
    | (OfShare &
        Payment & {
          readonly type: 'objective.liquidate-premium';
          /** By which a run paid; absent: by the one of now. */
          readonly degree?: Decimal;
        })
    | Omit<VaryObjective, keyof Issued>
    | {
        readonly type: 'objective.close';
        readonly comment?: string;
        /** Absent or null: none is named. */
        readonly act?: ActReference | null;
        /** Absent: who closes is not asked. */
        readonly staff?: Staff;
      }
    | LifecycleCommand
  );

export type ObjectiveEvent =
  | ObjectiveVaried
  | MissLifted
  | MissRestored
  | ObjectiveRedefined
  | ObjectiveWithdrawn
  | {
      readonly type: 'objective.defined.v1';
      readonly data: {
        readonly planId: string;
        readonly objective: PlannedObjective;
        readonly horizon: LocalDate;
        /** Absent in logs of earlier releases: the usual one. */
        readonly workflow?: LifecycleInForce;
      };
    }
  | {
      readonly type: 'objective.assigned.v1';
      readonly data: OfShare & {
        readonly office: string;
        /** Absent in logs of earlier releases: not known. */
        readonly from?: LocalDate;
        /** What of its series fell due before binds nobody; absent: nothing did, or an earlier release let all of it bind. */
        readonly seriesFrom?: LocalDate;
        /** Absent where none was named. */
        readonly act?: ActReference;
        /** Whose days it takes by a first day before the recording; absent: nobody's, and in logs of earlier releases. */
        readonly taken?: DaysTaken;
        /** Why it takes them; absent: it takes none, or the act says so. */
        readonly reason?: string;
      };
    }
  /** The office that has the share answers for it since an earlier day than was recorded. */
  | {
      readonly type: 'objective.assignment-corrected.v1';
      readonly data: OfShare & {
        readonly office: string;
        readonly from: LocalDate;
        /** First day as it was recorded. */
        readonly before: LocalDate;
        readonly reason: string;
        /** Who has the credit of which days by now: of the justifications under way, too. */
        readonly credited: readonly Credited[];
        /** Absent where none was named. */
        readonly act?: ActReference;
        /** Whose days it takes; absent: nobody's, and in logs of earlier releases. */
        readonly taken?: DaysTaken;
      };
    }
  | { readonly type: 'objective.acknowledged.v1'; readonly data: OfShare }
  | {
      readonly type: 'objective.progress-reported.v1';
      readonly data: OfShare &
        ProgressReport & {
          readonly progressId: string;
          readonly indicatorId: string | null;
          readonly fulfils: InstanceRef | null;
          readonly occurredOn: LocalDate;
          /** What falls due by it; absent: nothing, and in logs of earlier releases. */
          readonly begins?: TermBegun;
        };
    }
  | {
      readonly type: 'objective.progress-rectified.v1';
      readonly data: OfShare & ProgressReport & { readonly progressId: string; readonly reason: string };
    }
  | {
      readonly type: 'objective.deadline-missed.v1';
      readonly data: OfShare & InstanceRef & { readonly dueOn: LocalDate };
    }
  | {
      readonly type: 'objective.fulfilled-late.v1';
      readonly data: OfShare &
        InstanceRef & {
          readonly justification: Justification;
          readonly evidence: readonly Evidence[];
          readonly occurredOn: LocalDate;
          /** Who gave a reason beside the one that stands: they judge neither. Absent where none stood, and in older logs. */
          readonly submittedBy?: string;
        };
    }
  /** As reports were submitted until there were definitions. */
  | {
      readonly type: 'objective.rendicontazione-submitted.v1';
      readonly data: OfShare & Report & { readonly chain: OldChain };
    }
  | {
      readonly type: 'objective.rendicontazione-submitted.v2';
      readonly data: OfShare & Report & { readonly approval: Opened };
    }
  /** Votes, claims, time-outs and the rest; a step that agreed and a return have events of their own, below. */
  | ApprovalEvent<'objective'>
  | {
      readonly type: 'objective.rendicontazione-returned.v1';
      readonly data: OfShare & { readonly step: string; readonly points: readonly string[] };
    }
  | {
      readonly type: 'objective.rendicontazione-approved.v1';
      readonly data: OfShare & {
        readonly step: string;
        /** The office that acted: the step's own or its substitute; `system` where silence approved. */
        readonly office: string;
        readonly note: string;
        readonly act: ActReference | null;
        /** Whether this was the last step of the chain. */
        readonly final: boolean;
      };
    }
  | {
      readonly type: 'objective.scored.v1';
      readonly data: OfShare & {
        readonly degree: Decimal;
        readonly reason: string;
        /** The day on which it was given; absent in logs of earlier releases. */
        readonly on?: LocalDate;
      };
    }
  | {
      readonly type: 'objective.premium-liquidated.v1';
      readonly data: OfShare &
        Payment & {
          /** By which it was paid, where the share was reopened or removed before the payment arrived; absent: by the one that it had. */
          readonly degree?: Decimal;
        };
    }
  | {
      readonly type: 'objective.closed.v1';
      readonly data: {
        readonly objectiveId: string;
        /** Absent where nothing was said, and in logs of earlier releases. */
        readonly comment?: string;
        /** Absent where none was named. */
        readonly act?: ActReference;
      };
    }
  | LifecycleEvent;

/** One of the commands, by its type. */
export type ObjectiveCommandOf<T extends ObjectiveCommand['type']> = Extract<ObjectiveCommand, { readonly type: T }>;

/** One of the events, by its type. */
export type ObjectiveEventOf<T extends ObjectiveEvent['type']> = Extract<ObjectiveEvent, { readonly type: T }>;
