import type { Log } from '../log/log.js';

/** What every call is served with. */
export interface Node {
  readonly log: Log;
  /** Most bytes one append may carry. */
  readonly maxAppendSize: number;
  /** Aborted when the node stops; open calls then end as cancelled. */
  readonly stopping: AbortSignal;
}
