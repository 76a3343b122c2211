import type { Access } from '../access/access.js';
import type { Log } from '../log/log.js';
import type { PersistentSubscriptions } from '../persistent-subscriptions/subscriptions.js';
import type { Projections } from '../projections/projections.js';
import type { Scavenger } from '../scavenge/scavenger.js';
import type { Figure } from '../statistics.js';
import type { Users } from '../users/users.js';
import type { Inbound } from './inbound.js';

/** What every call is served with. */
export interface Node {
  readonly log: Log;
  /** What clients have begun to send. */
  readonly inbound: Inbound;
  readonly persistentSubscriptions: PersistentSubscriptions;
  readonly users: Users;
  /** Who calls, and what they may. */
  readonly access: Access;
  readonly projections: Projections;
  readonly scavenger: Scavenger;
  /** How the node is right now. */
  figures(): readonly Figure[];
  /** Stops the node, as from outside. */
  shutDown(): void;
  /** Most bytes one append may carry. */
  readonly maxAppendSize: number;
  /** Aborted when the node stops; open calls then end as cancelled. */
  readonly stopping: AbortSignal;
}
