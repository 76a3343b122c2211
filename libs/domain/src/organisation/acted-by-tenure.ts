import type { Instant } from '../values.js';

/** What somebody did last by a tenure, of which the register itself knows nothing. */
export interface ActedByTenure {
  /** The type of the last event. */
  readonly last: string;
  readonly lastAt: Instant;
}
