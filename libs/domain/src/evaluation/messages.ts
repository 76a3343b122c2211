import type { ActOnApproval, ApprovalEvent } from '../approval/compose.js';
import type { WorkingCalendar } from '../approval/terms.js';
import type { Alone } from '../organisation/controls.js';
import type { Staff } from '../organisation/staff.js';
import type { Actor, Decimal, Instant, LocalDate } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { EvaluationTerms, WorkflowRef } from '../workflow/definition.js';

/** Somebody with the office as which they evaluate or conciliate: an account's id, never a name. */
export interface Judge {
  readonly person: string;
  readonly office: string;
}

/** A share of the evaluated person's offices, as it stands when the proposal is made. */
export interface CertifiedShare {
  readonly objectiveId: string;
  readonly shareId: string;
  readonly weight: Decimal;
  /** As it was certified; null: it was not yet. */
  readonly degree: Decimal | null;
}

/** Points from 0 to 100 each; the total by the weights of the definition. */
export interface EvaluationScore {
  readonly results: Decimal;
  readonly behaviours: Decimal;
  readonly total: Decimal;
}

/** The rules that one evaluation goes by to its end. */
export interface RouteOfEvaluation {
  /** Of the chain `evaluation` the steps that judge; the hearing is the evaluation's own. */
  readonly chain: ChainDefinition;
  readonly workflow: WorkflowRef | null;
  readonly terms: EvaluationTerms;
}

/** What was delivered: the proposal, or the final judgement. */
export type Delivered = 'proposal' | 'final';

export interface Said {
  readonly by: Actor;
  /** The day on which it happened, where it is recorded later. */
  readonly on?: LocalDate;
  /** Who acts for whom that day; absent: nobody asks. */
  readonly staff?: Staff;
  /** The rules of the version in force, by which it goes on where nobody is left of whom its own foresees; null or absent: none. */
  readonly inForce?: RouteOfEvaluation | null;
  /** The shares by which it would be proposed today; absent: nobody asks. */
  readonly counting?: readonly CertifiedShare[];
  readonly at: Instant;
}

export type EvaluationCommand =
  | (ActOnApproval & Pick<Said, 'counting'>)
  | (Said & {
      readonly type: 'evaluation.open';
      readonly evaluationId: string;
      readonly planId: string;
      readonly person: string;
      readonly evaluator: Judge;
      /** Of the plan. */
      readonly period: { readonly from: LocalDate; readonly to: LocalDate };
      /** Null: the body's definition has no chain or no terms for evaluations. */
      readonly route: RouteOfEvaluation | null;
      readonly staff: Staff;
    })
  | (Said & {
      readonly type: 'evaluation.propose';
      readonly behaviours: Decimal;
      readonly note: string;
      /** What the log says of the shares of the person's offices; the caller says nothing of it. */
      readonly shares: readonly CertifiedShare[];
      /** The last day on which one of their degrees was given; absent: nobody knows. */
      readonly scoredOn?: LocalDate;
    })
  | (Said & {
      readonly type: 'evaluation.record-receipt';
      readonly of: Delivered;
      /** The day on which the evaluated person received it. */
      readonly receivedOn: LocalDate;
      /** How it is known: the number of a protocol, of a certified mail. */
      readonly proof: string;
      readonly calendar: WorkingCalendar;
    })
  | (Said & { readonly type: 'evaluation.observe'; readonly text: string })
  | (Said & { readonly type: 'evaluation.offer-hearing'; readonly hearingOn: LocalDate })
  | (Said & {
      readonly type: 'evaluation.record-hearing';
      readonly outcome: 'held' | 'declined';
      readonly note: string;
    })
  | (Said & {
      readonly type: 'evaluation.judge';
      readonly behaviours: Decimal;
      /** Why, also in answer to what was observed. */
      readonly reason: string;
      readonly staff: Staff;
    })
  | (Said & { readonly type: 'evaluation.request-conciliation'; readonly reason: string })
  | (Said & {
      readonly type: 'evaluation.name-evaluator';
      readonly evaluator: Judge;
      readonly reason: string;
      readonly staff: Staff;
    })
  | (Said & { readonly type: 'evaluation.name-conciliator'; readonly conciliator: Judge; readonly staff: Staff })
  | (Said & {
      readonly type: 'evaluation.conciliate';
      /** Null: confirmed; otherwise the behaviours as they are judged anew. */
      readonly behaviours: Decimal | null;
      readonly reason: string;
      readonly staff: Staff;
    })
  | (Said & { readonly type: 'evaluation.make-definitive' })
  /** It was opened in vain: whoever was to be evaluated has nothing to be evaluated on, or somebody else was meant. */
  | (Said & { readonly type: 'evaluation.withdraw'; readonly reason: string })
  /** Of the clock: a term of the person is about to end, or is over. */
  | (Said & { readonly type: 'evaluation.remind-term' })
  | (Said & { readonly type: 'evaluation.end-term' });

export type EvaluationCommandOf<T extends EvaluationCommand['type']> = Extract<EvaluationCommand, { readonly type: T }>;

export type EvaluationEvent =
  | ApprovalEvent<'evaluation'>
  | {
      readonly type: 'evaluation.opened.v1';
      readonly data: Alone & {
        readonly evaluationId: string;
        readonly planId: string;
        readonly person: string;
        /** That the person held in the plan's time. */
        readonly offices: readonly string[];
        readonly evaluator: Judge;
        readonly route: RouteOfEvaluation;
      };
    }
  | {
      readonly type: 'evaluation.proposed.v1';
      readonly data: {
        readonly planId: string;
        readonly score: EvaluationScore;
        readonly note: string;
        /** What the results were reckoned from. */
        readonly shares: readonly (CertifiedShare & { readonly degree: Decimal })[];
        readonly on: LocalDate;
      };
    }
  | {
      readonly type: 'evaluation.received.v1';
      readonly data: Alone & {
        readonly planId: string;
        readonly of: Delivered;
        readonly receivedOn: LocalDate;
        readonly proof: string;
        /** The last day of the term that began with the receipt. */
        readonly until: LocalDate;
      };
    }
  | {
      readonly type: 'evaluation.term-reminded.v1';
      readonly data: { readonly planId: string; readonly of: Delivered; readonly until: LocalDate };
    }
  | {
      readonly type: 'evaluation.term-ended.v1';
      readonly data: {
        readonly planId: string;
        readonly of: Delivered;
        /** Its last day. */
        readonly until: LocalDate;
        /** Whose turn it is now. */
        readonly offices: readonly string[];
      };
    }
  | { readonly type: 'evaluation.observed.v1'; readonly data: { readonly planId: string; readonly text: string } }
  | {
      readonly type: 'evaluation.hearing-offered.v1';
      readonly data: { readonly planId: string; readonly on: LocalDate };
    }
  | {
      readonly type: 'evaluation.hearing-recorded.v1';
      readonly data: { readonly planId: string; readonly outcome: 'held' | 'declined'; readonly note: string };
    }
  | {
      readonly type: 'evaluation.judged.v1';
      readonly data: {
        readonly planId: string;
        readonly score: EvaluationScore;
        readonly reason: string;
        readonly on: LocalDate;
      };
    }
  | {
      /** In the place of one who can judge no more. */
      readonly type: 'evaluation.evaluator-named.v1';
      readonly data: Alone & {
        readonly planId: string;
        readonly evaluator: Judge;
        readonly reason: string;
        /** By which it goes on, of a later version; absent: by its own. */
        readonly route?: RouteOfEvaluation;
      };
    }
  | {
      readonly type: 'evaluation.conciliation-requested.v1';
      readonly data: { readonly planId: string; readonly reason: string };
    }
  | {
      readonly type: 'evaluation.conciliator-named.v1';
      readonly data: Alone & {
        readonly planId: string;
        readonly conciliator: Judge;
        /** By which it goes on, of a later version; absent: by its own. */
        readonly route?: RouteOfEvaluation;
      };
    }
  | { readonly type: 'evaluation.confirmed.v1'; readonly data: { readonly planId: string; readonly reason: string } }
  | {
      readonly type: 'evaluation.score-revised.v1';
      readonly data: {
        readonly planId: string;
        readonly before: EvaluationScore;
        readonly after: EvaluationScore;
        readonly reason: string;
        /** What was paid or computed by the score before is another sum now. */
        readonly premiumsToRecompute: true;
      };
    }
  | {
      readonly type: 'evaluation.withdrawn.v1';
      readonly data: Alone & { readonly planId: string; readonly reason: string };
    }
  | {
      readonly type: 'evaluation.made-definitive.v1';
      readonly data: Alone & { readonly planId: string; readonly score: EvaluationScore };
    };

export type EvaluationEventOf<T extends EvaluationEvent['type']> = Extract<EvaluationEvent, { readonly type: T }>;
