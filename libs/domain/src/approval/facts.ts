import type { Credited } from '../organisation/staff.js';
import type { ActReference, Decimal, Instant, LocalDate } from '../values.js';
import type { ChainDefinition, Outcome } from '../workflow/chain-definition.js';
import type { WorkflowRef } from '../workflow/definition.js';
import type { Panels, Rerouted } from './approval.js';

interface OfStep {
  readonly step: string;
  readonly at: Instant;
}

/** Who did it, as which office and in whose place (null: in their own right). */
export interface Capacity {
  readonly person: string;
  readonly office: string;
  readonly onBehalfOf: string | null;
}

/** A rung of the time-out ladder, done once for one opening of a step. */
interface Rung extends OfStep {
  readonly opening: number;
  /** The action's place in the step's `onTimeout`, from 0. */
  readonly rung: number;
}

/** The offices that had not spoken by then; absent in logs of a time before they were told. */
interface Silent {
  readonly silent?: readonly string[];
}

/** What a migration could not carry over. */
export type Lost =
  /** A step that had agreed and that the new version does not have. */
  | { readonly what: 'step'; readonly step: string }
  /** Votes of the step that waits: it is gone, or agrees in another way. */
  | { readonly what: 'votes'; readonly step: string; readonly persons: readonly string[] }
  | { readonly what: 'claim'; readonly step: string; readonly persons: readonly string[] }
  /** Reminders, escalations and substitutes of the step that waits; its term counts anew. */
  | { readonly what: 'time-outs'; readonly step: string };

/** What happened to an approval. Whatever composes it wraps each as an event of its own. */
export type ApprovalFact =
  | (OfStep &
      Capacity & {
        readonly kind: 'voted';
        readonly outcome: Outcome;
        readonly note: string;
        readonly act: ActReference | null;
        /** The day by which a return is to be answered. */
        readonly returnBy: LocalDate | null;
        /** Whose place a substitute takes and by which rule; absent where nobody was barred. */
        readonly rerouted?: Rerouted;
        /** The day on which it happened; absent: the day of the recording. */
        readonly on?: LocalDate;
      })
  | (OfStep & {
      readonly kind: 'step-passed';
      /** The office whose vote was the last that was needed; null: nobody's, silence approved. */
      readonly office: string | null;
      readonly note: string;
      readonly act: ActReference | null;
      readonly final: boolean;
    })
  | (OfStep & { readonly kind: 'returned'; readonly points: readonly string[]; readonly returnBy: LocalDate | null })
  | (OfStep & { readonly kind: 'rejected'; readonly reason: string })
  | (OfStep & {
      readonly kind: 'degree-corrected';
      readonly from: Decimal;
      readonly to: Decimal;
      readonly reason: string;
    })
  | (OfStep & Capacity & { readonly kind: 'claimed' | 'released' })
  | (OfStep &
      Capacity & {
        readonly kind: 'reassigned';
        readonly to: { readonly person: string; readonly office: string };
        readonly reason: string;
      })
  /** Offices that have come to answer for what is judged since it set out, or to have the credit of days of it. */
  | {
      readonly kind: 'joined';
      readonly offices: readonly string[];
      /** Absent: no others than before, or a log of an earlier release. */
      readonly credited?: readonly Credited[];
      readonly at: Instant;
    }
  /** Of a vote, at whose step; or, where it names none, of what sent the approval on its way, told with its first step. */
  | (OfStep &
      Capacity & {
        readonly kind: 'day-corrected';
        readonly vote: { readonly person: string; readonly office: string } | null;
        readonly from: LocalDate;
        readonly to: LocalDate;
        readonly reason: string;
      })
  | (Rung & {
      readonly kind: 'reminded';
      readonly offices: readonly string[];
      /** Silence would have approved, and a rule says no: its code. */
      readonly withheld?: string;
    })
  /** No offices: those whom the definition names are on the other side of the control, or asked `already`. */
  | (Rung &
      Silent & {
        readonly kind: 'escalated' | 'substituted';
        readonly offices: readonly string[];
        readonly already?: readonly string[];
      })
  | (Rung & Silent & { readonly kind: 'approved-silently' })
  | {
      readonly kind: 'migrated';
      readonly chain: ChainDefinition;
      readonly workflow: WorkflowRef | null;
      readonly panels: Panels;
      readonly reason: string;
      readonly lost: readonly Lost[];
      /** What is approved from now on, where a correction of it is lost with its vote; absent: what was before. */
      readonly degree?: Decimal | null;
      readonly at: Instant;
    }
  | { readonly kind: 'approved'; readonly at: Instant };

export type ApprovalFactOf<K extends ApprovalFact['kind']> = Extract<ApprovalFact, { readonly kind: K }>;
