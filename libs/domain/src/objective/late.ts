import type { LocalDate } from '../values.js';

/** The instance of a deadline that a report answers. */
export interface InstanceRef {
  readonly deadlineId: string;
  readonly instance: LocalDate;
}

export type LateReason = 'third-party' | 'upstream-area' | 'resources' | 'force-majeure' | 'other';

export interface Justification {
  readonly reason: LateReason;
  readonly note: string;
}
