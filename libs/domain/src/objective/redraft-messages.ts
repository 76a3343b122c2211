import type { PlannedObjective } from '../plan/document.js';
import type { Instant, LocalDate } from '../values.js';
import type { LifecycleInForce } from './lifecycle-messages.js';

/** As a draft has it that took the place of another. */
export interface RedefineObjective {
  readonly type: 'objective.redefine';
  readonly planId: string;
  readonly objective: PlannedObjective;
  readonly horizon: LocalDate;
  /** Absent: as before. */
  readonly workflow?: LifecycleInForce;
}

/** A draft that took the place of another has it no more. */
export interface WithdrawObjective {
  readonly type: 'objective.withdraw';
}

export interface ObjectiveRedefined {
  readonly type: 'objective.redefined.v1';
  /** `workflow` absent: the usual one. */
  readonly data: Omit<RedefineObjective, 'type'>;
}

/** Out of the draft, not out of a plan: what was proposed is that proposal again, judged as far as it was, of anything else nothing is left. */
export interface ObjectiveWithdrawn {
  readonly type: 'objective.withdrawn.v1';
  readonly data: {
    readonly planId: string;
    /** When whoever judges it goes on; absent where nobody was judging it, and in logs of earlier releases. */
    readonly resumesAt?: Instant;
  };
}
