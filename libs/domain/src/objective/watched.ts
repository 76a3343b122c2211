import type { Staff } from '../organisation/staff.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';

/** What judges the work on a share. */
export type Judged = 'rendicontazione' | 'justification';

/** The chains in force, and who holds what; a report that is under way has its own. */
export interface Judging {
  readonly chains: Readonly<Partial<Record<Judged, ChainDefinition | null>>>;
  readonly staff: Staff;
}

/** What whoever works on a share, or gives it to an office, may find told about it. */
export interface Watched {
  /** Absent: nobody asks who would be left to judge it. */
  readonly judging?: Judging;
  /** They know that nobody would be. */
  readonly knowingly?: boolean;
}
