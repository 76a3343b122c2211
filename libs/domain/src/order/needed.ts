import type { ActReference, LocalDate } from '../values.js';

/** What something can rest on. */
export type Ground =
  | 'act'
  | 'documents'
  | 'plan-approved'
  | 'plan-varied'
  | 'plan-returned'
  | 'plan-rejected'
  | 'plan-redrafted'
  | 'objectives-closed'
  | 'variations-decided'
  | 'proposed'
  | 'proposal-returned'
  | 'proposal-validated'
  | 'proposal-withdrawn'
  | 'varied'
  | 'assigned'
  | 'progress'
  | 'missed'
  | 'justification-returned'
  | 'suspended'
  | 'returned'
  | 'approved'
  | 'scored'
  | 'definitive'
  | 'removed'
  | 'paid'
  | 'step-opened'
  | 'variation-requested'
  | 'variation-returned'
  | 'vote'
  | 'computed'
  | 'run-withdrawn'
  | 'liquidated'
  | 'evaluated'
  | 'evaluation-opened'
  | 'evaluation-proposed'
  | 'evaluation-withdrawn'
  | 'evaluation-returned'
  | 'received'
  | 'observed'
  | 'hearing'
  | 'term-over'
  | 'conciliation-requested'
  | 'evaluator-named'
  | 'conciliator-named'
  | 'conciliated'
  | 'delegated'
  | 'tenure'
  | 'rerouted'
  | 'corrected'
  | 'escalated'
  | 'substituted';

/** What something rests on, and the day on which that happened. */
export interface Needed {
  readonly fact: Ground;
  readonly on: LocalDate;
  /** Whose it is; absent: of the whole. */
  readonly share?: string;
}

/** Nothing where the log does not say when it was. */
export function known(fact: Ground, on: LocalDate | null | undefined): readonly Needed[] {
  return on === null || on === undefined ? [] : [{ fact, on }];
}

export function ofAct(act: ActReference | null | undefined): readonly Needed[] {
  return known('act', act?.date);
}
