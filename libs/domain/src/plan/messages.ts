import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { ActOnApproval, ApprovalEvent } from '../approval/compose.js';
import type { LifecycleInForce } from '../objective/lifecycle-messages.js';
import type { Staff } from '../organisation/staff.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { OfficeDefinition, WorkflowRef } from '../workflow/definition.js';
import type { BindPremium, PremiumBound } from './bind-messages.js';
import type { PlanDocument } from './document.js';
import type { NumberTaken } from './number-taken.js';
import type { PlanRedrafted } from './redraft.js';
import type { PlanVaried, RemoveShare, ShareRemoved, VaryPlan } from './variation-messages.js';

interface Issued {
  readonly by: Actor;
  /** The day on which it happened, where it is recorded later. */
  readonly on?: LocalDate;
  readonly at: Instant;
}

/** The last of the proposals that a draft has that was validated, and the day on which it was. */
export interface LastValidated {
  /** Its number in the plan. */
  readonly objective: string;
  readonly title: string;
  readonly on: LocalDate;
}

export interface ProposePlan {
  readonly type: 'plan.propose';
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  readonly staff: Staff;
  /** Of the proposals that the draft has; absent: nobody says, or it has none. */
  readonly lastValidated?: LastValidated | undefined;
}

export type PlanCommand =
  | ActOnApproval
  | (Issued &
      (
        | {
            readonly type: 'plan.draft';
            readonly planId: string;
            readonly document: PlanDocument;
            /** The lifecycle that its objectives keep; absent: the usual one. */
            readonly workflow?: LifecycleInForce;
            /** Of the workflow in force; absent: nobody is asked which office evaluates. */
            readonly offices?: readonly OfficeDefinition[];
            /** Objectives of the draft that it replaces on which work has begun; absent: none. */
            readonly begun?: readonly string[];
            /** Numbers of proposals that the document has; absent: none. */
            readonly taken?: readonly NumberTaken[];
            /** Whoever sends it knows that it has the numbers of proposals for something else; absent: they have not said so. */
            readonly knowingly?: boolean | undefined;
          }
        | {
            readonly type: 'plan.approve';
            readonly act: ActReference;
            /** The body's way to approve plans; null or absent: an act alone. */
            readonly chain?: ChainDefinition | null;
            /** As for whoever proposes it. */
            readonly lastValidated?: LastValidated | undefined;
          }
        | ProposePlan
        | VaryPlan
        | RemoveShare
        | BindPremium
        | { readonly type: 'plan.enter-into-force'; readonly from: LocalDate }
        | {
            readonly type: 'plan.close';
            readonly act: ActReference;
            /** The day on which the last of its objectives was closed; absent: nobody says. */
            readonly objectivesClosedOn?: LocalDate | undefined;
            /** The day on which the last of its variations was withdrawn or decided; absent: nobody says. */
            readonly variationsDecidedOn?: LocalDate | undefined;
          }
      ));

export type PlanEvent =
  | PlanRedrafted
  | PlanVaried
  | ShareRemoved
  | PremiumBound
  | ApprovalEvent<'plan'>
  | {
      readonly type: 'plan.drafted.v1';
      readonly data: {
        readonly planId: string;
        readonly document: PlanDocument;
        /** Absent in logs of earlier releases: the usual one. */
        readonly workflow?: LifecycleInForce;
      };
    }
  | { readonly type: 'plan.approved.v1'; readonly data: { readonly planId: string; readonly act: ActReference } }
  | {
      readonly type: 'plan.entered-into-force.v1';
      readonly data: { readonly planId: string; readonly from: LocalDate };
    }
  | { readonly type: 'plan.closed.v1'; readonly data: { readonly planId: string; readonly act: ActReference } };
