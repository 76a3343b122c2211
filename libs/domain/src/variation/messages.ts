import type { TermEnded } from './terms-ended.js';
import type { ActOnApproval, ApprovalEvent } from '../approval/compose.js';
import type { StepTaken } from '../approval/take-step.js';
import type { Opinion } from '../objective/lifecycle-messages.js';
import type { Credited, Staff } from '../organisation/staff.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { WorkflowRef } from '../workflow/definition.js';
import type { PlanChange } from './changes.js';
import type { MissedUnder } from './missed-under.js';
import type { Surroundings } from './standing.js';

interface Issued {
  readonly by: Actor;
  /** The day on which it happened, where it is recorded later. */
  readonly on?: LocalDate;
  readonly at: Instant;
}

export interface Asked {
  readonly reason: string;
  readonly changes: readonly PlanChange[];
}

/** An objective that did not take what a variation changes of it: what happened to it in between keeps it from that. */
export interface NotTaken {
  /** As numbered in the plan. */
  readonly objectiveId: string;
  /** Of the refusal. */
  readonly code: string;
}

interface WithSurroundings {
  readonly surroundings: Surroundings;
  readonly staff: Staff;
}

export type VariationCommand =
  | (Issued &
      (
        | (Asked &
            WithSurroundings & {
              readonly type: 'variation.request';
              /** `<plan>-<number>` */
              readonly variationId: string;
              readonly planId: string;
              /** The id of the command that asked: the same request again is the same variation. */
              readonly requestId: string;
              readonly chain: ChainDefinition;
              readonly workflow: WorkflowRef | null;
            })
        /** After a return for integration, with the chain of today. */
        | (Asked &
            WithSurroundings & {
              readonly type: 'variation.resubmit';
              /** The offices that have the shares of what was asked by now. */
              readonly answering?: readonly string[];
              readonly chain: ChainDefinition;
              readonly workflow: WorkflowRef | null;
            })
        | (StepTaken & WithSurroundings & { readonly type: 'variation.take-step' })
        | {
            readonly type: 'variation.withdraw';
            readonly reason: string;
            /** The offices that have the shares of what was asked by now. */
            readonly answering?: readonly string[];
          }
        /** By the system, once the plan has it, or once it has refused it. */
        | {
            readonly type: 'variation.mark-applied';
            readonly planVersion: number;
            readonly notTaken?: readonly NotTaken[];
          }
        | { readonly type: 'variation.mark-not-applied'; readonly code: string }
        /** By the system, once a share that it concerns was given to an office. */
        | {
            readonly type: 'variation.note-answering';
            readonly office: string;
            /** Whose days the share is by now; absent: not told. */
            readonly credited?: readonly Credited[];
          }
      ))
  | ActOnApproval;

interface OfVariation {
  readonly variationId: string;
  readonly planId: string;
}

export type VariationEvent =
  | {
      readonly type: 'variation.requested.v1';
      readonly data: OfVariation &
        Asked & {
          /** Counts from 1; grows with every return for integration. */
          readonly submission: number;
          readonly requestId: string;
          readonly requestedBy: string;
          readonly office: string;
          /** Shares that it concerns, by objective as numbered in the plan. */
          readonly touched: Readonly<Record<string, readonly string[]>>;
          /** What each change found in the plan, as text. */
          readonly before: readonly (string | null)[];
          /** Offices that evaluate by the version that it begins with; absent in logs of earlier releases. */
          readonly evaluationBodies?: readonly string[];
          /** Proposals that it brings in as they were validated, by their number, with the day of that; absent: none, or an earlier release. */
          readonly proposals?: Readonly<Record<string, LocalDate | null>>;
          /** Terms counted from facts that it gives a day, as their occasions stood; absent: none, or an earlier release. */
          readonly termsEnded?: readonly TermEnded[];
          /** Shares that have missed something, and whose points go; absent: none, or an earlier release. */
          readonly missed?: readonly MissedUnder[];
        };
    }
  | { readonly type: 'variation.withdrawn.v1'; readonly data: OfVariation & { readonly reason: string } }
  | {
      readonly type: 'variation.approved.v1';
      readonly data: OfVariation & {
        readonly changes: readonly PlanChange[];
        readonly act: ActReference | null;
        /** Of the evaluation body; absent where none was gathered, and in logs of earlier releases. */
        readonly opinion?: Opinion;
      };
    }
  | { readonly type: 'variation.rejected.v1'; readonly data: OfVariation & { readonly reason: string } }
  | {
      readonly type: 'variation.applied.v1';
      readonly data: OfVariation & {
        readonly planVersion: number;
        /** Absent: every objective took it, as far as the log says. */
        readonly notTaken?: readonly NotTaken[];
      };
    }
  | { readonly type: 'variation.not-applied.v1'; readonly data: OfVariation & { readonly code: string } }
  | ApprovalEvent<'variation'>;
