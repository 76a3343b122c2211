import type { Approval } from '../approval/approval.js';
import type { WithDays } from '../order/days.js';
import type { Decimal, LocalDate } from '../values.js';
import type { CertifiedShare, Delivered, EvaluationEventOf, EvaluationScore, Judge } from './messages.js';

export const evaluationStatuses = [
  'to-evaluate',
  'proposed',
  'notified',
  'observed',
  'heard',
  'judged', // on its way through the chain
  'final',
  'conciliation-requested',
  'conciliation', // somebody hears both
  'confirmed',
  'revised',
  'definitive',
  'withdrawn', // may be opened anew
] as const;

export type EvaluationStatus = (typeof evaluationStatuses)[number];

/** The total as a step of the chain corrected it. */
export interface ScoreCorrection {
  /** As the weights make it. */
  readonly computed: Decimal;
  readonly to: Decimal;
  readonly reason: string;
  readonly step: string;
  /** Null in the middle of the vote that says so. */
  readonly by: Judge | null;
}

export interface EvaluationState extends WithDays {
  /** As it was opened; null until then. */
  readonly opened: EvaluationEventOf<'evaluation.opened.v1'>['data'] | null;
  readonly status: EvaluationStatus;
  /** As it stands; null until proposed. */
  readonly score: EvaluationScore | null;
  /** What its results were reckoned from; none until proposed. */
  readonly certified: readonly CertifiedShare[];
  /** Proposed again after the person had received something: it is withdrawn no more. */
  readonly anew?: boolean;
  /** A step of the chain wrote another total than the weights make; null: the total is what they make. */
  readonly correction: ScoreCorrection | null;
  /** The day of the proposal, or of the judgement that stands. */
  readonly on: LocalDate | null;
  /** When each was received; absent: it was not yet. */
  readonly received?: Partial<Readonly<Record<Delivered, LocalDate>>>;
  /** The last day for observations; null until the proposal was received. */
  readonly observationsUntil: LocalDate | null;
  readonly hearing: { readonly on: LocalDate; readonly outcome: 'held' | 'declined' | null } | null;
  readonly approval: Approval | null;
  /** Everybody who took a step of the chain, on whichever of its ways, or judged before another evaluator was named. */
  readonly judges: readonly string[];
  /** The last day for asking a conciliation; null until the final judgement was received. */
  readonly conciliationUntil: LocalDate | null;
  readonly conciliator: Judge | null;
  /** Terms of which the person was reminded. */
  readonly reminded: readonly Delivered[];
  /** Terms whose end was told. */
  readonly ended: readonly Delivered[];
}

/** As it was opened, or as it goes on since somebody was named anew. */
export type Opened = NonNullable<EvaluationState['opened']>;

export const unopened: EvaluationState = {
  opened: null,
  status: 'to-evaluate',
  score: null,
  certified: [],
  correction: null,
  on: null,
  observationsUntil: null,
  hearing: null,
  approval: null,
  judges: [],
  conciliationUntil: null,
  conciliator: null,
  reminded: [],
  ended: [],
};
