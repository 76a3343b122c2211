import type { Approval } from '../approval/approval.js';
import type { Actor } from '../values.js';

/** An approval that is under way, with its parties of today. */
export interface UnderWay {
  /** As people find it; null: it is not for everybody. */
  readonly name: string | null;
  readonly approval: Approval;
  /** It is over but for the degree, which whoever evaluates still gives; absent: it is not over. */
  readonly toScore?: true;
}

/** Of what is under way while somebody writes who holds which office. */
export interface Controls {
  readonly underWay: readonly UnderWay[];
  /** Whoever may write the register of offices today, each as an office of theirs. */
  readonly recorders: readonly Actor[];
}

/** Said of what a party wrote, or conducted, for nobody else could. */
export interface Alone {
  readonly nobodyElse?: true;
}
