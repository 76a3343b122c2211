import type { Approval } from '../approval/approval.js';
import type { DeadlineInstance } from '../deadline/deadline.js';
import type { PlannedObjective } from '../plan/document.js';
import type { Decimal, LocalDate } from '../values.js';
import type { ApprovalRef } from '../approval/compose.js';
import type { InstanceRef, ProgressReport, Report } from './messages.js';

export interface ObjectiveState {
  /** Null until defined. */
  readonly objective: PlannedObjective | null;
  readonly planId: string | null;
  readonly horizon: LocalDate | null;
  readonly shares: readonly ShareState[];
  /** All that is approved of it but the rendicontazioni, which their shares have. */
  readonly approvals: readonly (ApprovalRef & { readonly approval: Approval })[];
  readonly closed: boolean;
}

export interface ShareState {
  readonly shareId: string;
  readonly areaId: string;
  readonly weight: Decimal | null;
  readonly indicatorIds: readonly string[];
  /** The office that answers for the share; null until assigned. */
  readonly office: string | null;
  readonly acknowledged: boolean;
  readonly progress: readonly ProgressEntry[];
  /** Every instance of its deadlines, by day. */
  readonly deadlines: readonly DeadlineStanding[];
  readonly rendicontazione: Rendicontazione | null;
  readonly score: { readonly degree: Decimal; readonly reason: string } | null;
  readonly premium: { readonly runId: string; readonly amount: Decimal } | null;
}

export interface ProgressEntry extends ProgressReport {
  readonly progressId: string;
  readonly indicatorId: string | null;
  readonly fulfils: InstanceRef | null;
  readonly occurredOn: LocalDate;
  /** What it said before each rectification, oldest first. */
  readonly earlier: readonly ProgressReport[];
}

export interface DeadlineStanding extends DeadlineInstance {
  readonly nilReturn: boolean;
  readonly status: 'open' | 'answered' | 'missed' | 'fulfilled-late';
}

/** A report and how far its approval has come. */
export interface Rendicontazione extends Approval, Omit<Report, 'submittedBy'> {}

export type ShareStatus =
  | 'defined'
  | 'assigned'
  | 'acknowledged'
  | 'in-progress'
  | 'rendicontazione-submitted'
  | 'rendicontazione-returned'
  | 'rendicontazione-approved'
  | 'scored'
  | 'liquidated';

export const initial: ObjectiveState = {
  objective: null,
  planId: null,
  horizon: null,
  shares: [],
  approvals: [],
  closed: false,
};

const STATUS_OF_APPROVAL = {
  open: 'rendicontazione-submitted',
  returned: 'rendicontazione-returned',
  rejected: 'rendicontazione-returned', // it is with its office again
  approved: 'rendicontazione-approved',
} as const satisfies Record<Approval['status'], ShareStatus>;

/** Whether its deadlines bind it: not before an office has it, nor once its report has passed the whole chain. */
export function isBound({ office, rendicontazione }: ShareState): boolean {
  return office !== null && rendicontazione?.status !== 'approved';
}

/** How far a share has come. */
export function statusOf(share: ShareState): ShareStatus {
  if (share.premium !== null) return 'liquidated';
  if (share.score !== null) return 'scored';
  if (share.rendicontazione !== null) return STATUS_OF_APPROVAL[share.rendicontazione.status];
  if (share.progress.length > 0) return 'in-progress';
  if (share.acknowledged) return 'acknowledged';
  return share.office === null ? 'defined' : 'assigned';
}
