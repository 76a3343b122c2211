import type { Approval } from '../approval/approval.js';
import type { LifecycleInForce } from '../objective/lifecycle-messages.js';
import type { WithDays } from '../order/days.js';
import type { LocalDate } from '../values.js';
import type { LastVaried } from '../variation/last-varied.js';
import type { CameIn } from '../variation/came-in.js';
import type { PlanDocument } from './document.js';

export interface PlanState extends WithDays {
  /** Null until drafted. */
  readonly planId: string | null;
  /** As drafted; null until then. */
  readonly document: PlanDocument | null;
  readonly status: 'none' | 'drafted' | 'approved' | 'in-force' | 'closed';
  /** Of the document: 1 as drafted, one more with every redraft and every variation. */
  readonly version: number;
  /** Ids of the variations that it has. */
  readonly variations: readonly string[];
  /** Absent: none of them moved a deadline or changed an indicator. */
  readonly lastVaried?: LastVaried | undefined;
  /** Shares that a variation brought in, with the day of its act; absent: none did. */
  readonly cameIn?: CameIn | undefined;
  /** The lifecycle that its objectives keep; null: the usual one. */
  readonly workflow: LifecycleInForce | null;
  /** When the document came that took the place of one that was returned or rejected; the one before may be of any day. */
  readonly correctedOn?: LocalDate | undefined;
  /** Which run pays, or paid, which share. */
  readonly bound: Readonly<Record<string, string>>;
  /** Accounts that gave its document, as far as the log says; absent: none did. */
  readonly drafters?: readonly string[];
  /** Its way to the act, where the body has a chain for plans. */
  readonly approval: Approval | null;
}
