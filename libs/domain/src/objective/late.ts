import type { LocalDate } from '../values.js';

/** The instance of a deadline that a report answers. */
export interface InstanceRef {
  readonly deadlineId: string;
  readonly instance: LocalDate;
}

export type LateReason = 'third-party' | 'upstream-area' | 'resources' | 'force-majeure' | 'other';

/** What an accepted justification does to the deadline's account: as if met, met in part, or left out of it. */
export type JustificationEffect = 'full' | 'reduced' | 'neutral';

export interface Justification {
  readonly reason: LateReason;
  readonly note: string;
}
