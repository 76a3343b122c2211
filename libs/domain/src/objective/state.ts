import type { Approval } from '../approval/approval.js';
import type { ApprovalRef } from '../approval/compose.js';
import type { DeadlineInstance } from '../deadline/deadline.js';
import type { PlannedObjective } from '../plan/document.js';
import type { WithDays } from '../order/days.js';
import type { ActReference, Decimal, LocalDate } from '../values.js';
import type { JustificationEffect, LifecycleInForce, Payment } from './lifecycle-messages.js';
import type { InstanceRef, LateReason } from './late.js';
import type { ProgressReport, Report } from './messages.js';
import { unmoved, type ShareMoves } from './moves.js';

export interface ObjectiveState extends WithDays {
  /** Null until proposed or defined. */
  readonly objective: PlannedObjective | null;
  readonly planId: string | null;
  readonly horizon: LocalDate | null;
  readonly shares: readonly ShareState[];
  /** All that is approved of it but the rendicontazioni, which their shares have. */
  readonly approvals: readonly (ApprovalRef & { readonly approval: Approval })[];
  readonly closed: boolean;
  /** What was said at each closing; a reopening takes none of it away. */
  readonly closings: readonly { readonly comment: string }[];
  /** The lifecycle it was defined under; null in logs from before there were any. */
  readonly workflow: LifecycleInForce | null;
  /** Null where the plan alone brought it. */
  readonly proposal: Proposal | null;
  /** Of the plan that varied it last; absent: as it was drafted, or not known. */
  readonly version?: number;
  /** As it was proposed last, whatever a draft of the plan made of it; absent where the plan alone brought it. */
  readonly proposed?: Proposed;
}

/** What a draft of the plan may take, and give back. */
export interface Proposed extends Pick<ObjectiveState, 'objective' | 'horizon'> {
  /** The lifecycle under which it was proposed, which is not the plan's. */
  readonly workflow?: LifecycleInForce | null;
  /** How far it had come when the plan took it; absent: the plan has not. */
  readonly stage?: ShareState['stage'];
}

/** How it came into being before the plan had it. */
export interface Proposal {
  /** How often it was proposed. */
  readonly number: number;
  /** Every account that proposed it, also before a return. */
  readonly proposers: readonly string[];
  /** That proposed it last. */
  readonly office: string;
  /** What was asked for at the last return, none otherwise. */
  readonly points: readonly string[];
  /** Why what the lint found was accepted; null where nothing had to be. */
  readonly waiver: string | null;
  /** Who judges it, step by step, where the body has a chain for it; null until the first has. */
  readonly approval: Approval | null;
}

export interface ShareState extends ShareMoves {
  /** `planned` once the plan has it. */
  readonly stage: 'draft' | 'proposed' | 'validated' | 'planned';
  readonly shareId: string;
  readonly areaId: string;
  readonly weight: Decimal | null;
  readonly indicatorIds: readonly string[];
  /** What they find, in words: `foundAbout`. */
  readonly findings: readonly string[];
  /** The office that answers for the share; null until assigned. */
  readonly office: string | null;
  readonly acknowledged: boolean;
  /** Accounts that worked on it as its office, as far as the log says. */
  readonly authors: readonly string[];
  readonly progress: readonly ProgressEntry[];
  /** How many of them there were when each of `holders` got it; absent: nobody has it. */
  readonly reportsBefore?: readonly number[];
  /** Every instance of its deadlines, by day. */
  readonly deadlines: readonly DeadlineStanding[];
  /** Before it no series binds; absent: none had occasions of before it was first assigned. */
  readonly seriesFrom?: LocalDate;
  /** What it missed and an act lifted; absent: nothing. */
  readonly lifted?: readonly LiftedMiss[];
  readonly rendicontazione: Rendicontazione | null;
  /** `on` absent: the log does not say when it was given. */
  readonly score: { readonly degree: Decimal; readonly reason: string; readonly on?: LocalDate } | null;
  readonly premium: Payment | null;
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
  /** The day of the act that gave it its day; absent: the plan as it was drafted. */
  readonly fixedOn?: LocalDate;
  /** The day of a late fulfilment; absent: there was none. */
  readonly fulfilledOn?: LocalDate;
  /** Why it was missed, as the office says; it stays missed whatever is decided. */
  readonly justification: JustificationStanding | null;
}

/** A miss as it stood when an act lifted it. */
export interface LiftedMiss {
  readonly standing: DeadlineStanding;
  readonly act: ActReference;
}

/** An effect that somebody proposed as they agreed at a step. */
export interface NamedEffect {
  readonly step: string;
  readonly effect: JustificationEffect;
}

export interface JustificationStanding {
  readonly reason: LateReason;
  readonly note: string;
  /** Accounts that wrote it, as far as the log says. */
  readonly authors: readonly string[];
  readonly status: 'submitted' | 'accepted' | 'rejected';
  /** Who decides on it, step by step; null until the first has. */
  readonly approval: Approval | null;
  /** Of an accepted one; until then what was proposed last. */
  readonly effect: JustificationEffect | null;
  /** At which step each effect was named, in order; absent: none was. */
  readonly named?: readonly NamedEffect[];
  /** One of the same miss was rejected before; absent: none was. */
  readonly again?: true;
  /** The day on which the one before came back, or was rejected; absent: there was none, or the log does not say. */
  readonly returnedOn?: LocalDate;
}

/** A report and how far its approval has come. */
export interface Rendicontazione extends Approval, Omit<Report, 'submittedBy'> {
  /** The day of the act that approved it, or of the last vote; absent until then, and where the log does not say. */
  readonly decidedOn?: LocalDate;
  /** That took note of it before it was opened or sent back; absent: none did. */
  readonly earlierActs?: readonly ActReference[];
}

export type ShareStatus =
  | 'draft'
  | 'proposed'
  | 'validated'
  | 'defined'
  | 'assigned'
  | 'acknowledged'
  | 'in-progress'
  | 'rendicontazione-submitted'
  | 'rendicontazione-returned'
  | 'rendicontazione-approved'
  | 'scored'
  | 'definitive'
  | 'liquidated'
  | 'suspended'
  | 'removed';

export const initial: ObjectiveState = {
  objective: null,
  planId: null,
  horizon: null,
  shares: [],
  approvals: [],
  closed: false,
  closings: [],
  workflow: null,
  proposal: null,
};

const STATUS_OF_APPROVAL = {
  open: 'rendicontazione-submitted',
  returned: 'rendicontazione-returned',
  rejected: 'rendicontazione-returned', // it is with its office again
  approved: 'rendicontazione-approved',
} as const satisfies Record<Approval['status'], ShareStatus>;

/**
 * Whether its deadlines bind it: not before an office has it, nor once its report has passed the whole chain (also
 * when that is judged anew) or it was removed.
 */
export function isBound({ office, rendicontazione, removal, reopenings }: ShareState): boolean {
  return office !== null && removal === null && reopenings.length === 0 && rendicontazione?.status !== 'approved';
}

/** As much of a share as says how far it has come. */
export interface StatusFacts extends Pick<ShareState, 'stage' | 'office' | 'acknowledged'> {
  readonly suspension: object | null;
  readonly removal: object | null;
  readonly definitive: object | null;
  readonly progress: { readonly length: number };
  readonly rendicontazione: Pick<Approval, 'status'> | null;
  readonly score: object | null;
  readonly premium: object | null;
}

/** How far a share has come. */
export function statusOf(share: StatusFacts): ShareStatus {
  if (share.removal !== null) return 'removed';
  if (share.suspension !== null) return 'suspended';
  if (share.stage !== 'planned') return share.stage;
  if (share.premium !== null) return 'liquidated';
  if (share.definitive !== null) return 'definitive';
  if (share.score !== null) return 'scored';
  if (share.rendicontazione !== null) return STATUS_OF_APPROVAL[share.rendicontazione.status];
  if (share.progress.length > 0) return 'in-progress';
  if (share.acknowledged) return 'acknowledged';
  return share.office === null ? 'defined' : 'assigned';
}

/** From the start of a share's life to its end; what rests comes before what moves. */
const ORDER: readonly ShareStatus[] = [
  'draft',
  'proposed',
  'validated',
  'defined',
  'assigned',
  'acknowledged',
  'suspended',
  'in-progress',
  'rendicontazione-returned',
  'rendicontazione-submitted',
  'rendicontazione-approved',
  'scored',
  'definitive',
  'liquidated',
];

/** Where an objective stands: as its share that is least far. One that was removed holds back no other. */
export function leastOf(statuses: readonly ShareStatus[]): ShareStatus {
  const moving = statuses.filter((status) => status !== 'removed');
  if (moving.length === 0) return statuses.length === 0 ? 'draft' : 'removed';
  return ORDER[Math.min(...moving.map((status) => ORDER.indexOf(status)))] ?? 'defined';
}

/** Where the whole objective stands. */
export function objectiveStatusOf({ closed, shares }: ObjectiveState): ShareStatus | 'closed' {
  return closed ? 'closed' : leastOf(shares.map(statusOf));
}

/** A share to which nothing has happened. */
export const untouched = {
  ...unmoved,
  office: null,
  acknowledged: false,
  authors: [],
  progress: [],
  rendicontazione: null,
  score: null,
  premium: null,
} as const satisfies Partial<ShareState>;
