import type { Access } from '../access/access.js';
import type { Log } from '../log/log.js';
import type { Users } from '../users/users.js';

/** What every call is served with. */
export interface Node {
  readonly log: Log;
  readonly users: Users;
  /** Who calls, and what they may. */
  readonly access: Access;
  /** Most bytes one append may carry. */
  readonly maxAppendSize: number;
  /** Aborted when the node stops; open calls then end as cancelled. */
  readonly stopping: AbortSignal;
}
