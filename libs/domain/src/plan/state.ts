import type { Approval } from '../approval/approval.js';
import type { PlanDocument } from './document.js';

export interface PlanState {
  /** Null until drafted. */
  readonly planId: string | null;
  /** As drafted; null until then. */
  readonly document: PlanDocument | null;
  readonly status: 'none' | 'drafted' | 'approved' | 'in-force' | 'closed';
  /** Of the document: 1 as drafted, one more with every variation. */
  readonly version: number;
  /** Ids of the variations that it has. */
  readonly variations: readonly string[];
  /** Its way to the act, where the body has a chain for plans. */
  readonly approval: Approval | null;
}
