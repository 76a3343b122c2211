// Schema `read`: what the log says, laid out for questions. The only writer is #read-model; any table may be dropped
// at any time and is then built again from the log. Instants and days are text, decimals `numeric` (text in a program).

/** An instant, `2022-05-16T08:00:00.000Z`. */
type Instant = string;
/** A day in Italy, `2022-05-16`. */
type Day = string;
/** A number that must stay exact, as text: `"97.5"`. */
type Decimal = string;
/** A position in the log; -1 before its first event. */
type Position = string;

/** How far a projection has come. */
export interface CheckpointRow {
  readonly projection: string;
  readonly version: number;
  /** SHA-256 of its tables' definitions: another shape is another version. */
  readonly shape: string;
  readonly position: Position;
  /** `timestamptz` of the database's clock. */
  readonly updated_at: Date;
}

/** An event that a projection could not take, or that came after one in the same stream. Positions, never payloads. */
export interface ParkedRow {
  readonly projection: string;
  readonly position: Position;
  readonly stream: string;
  readonly revision: number;
  /** Null on the events that only follow the one that failed. */
  readonly error: string | null;
  readonly parked_at: Date;
}

/** How far the worker has come with reactions and with planning alarms; written by the worker. */
export interface WorkerProgressRow {
  readonly body: string;
  readonly reacted_position: Position;
  readonly planned_position: Position;
  readonly planned_now: Instant | null;
}

export interface EventRow {
  readonly position: Position;
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor_id: string;
  readonly office: string;
  readonly plan_id: string | null;
  /** As in HTTP: `2022-20.4.1a`. */
  readonly objective_id: string | null;
  readonly share_id: string | null;
  readonly occurred_on: Day;
  readonly recorded_at: Instant;
  readonly data: object;
  readonly metadata: object;
}

/** One occasion on which a share must have done something. */
export interface DueRow {
  readonly body: string;
  readonly objective_id: string;
  readonly share_id: string;
  readonly deadline_id: string;
  readonly instance: Day;
  /** Kind of the deadline: `fixed`, `recurring`, … */
  readonly kind: string;
  readonly due_on: Day;
  /** The period of a recurring deadline; its ladder of reminders is shorter. */
  readonly every: 'week' | 'month' | null;
  /** The instant from which an unanswered instance is missed. */
  readonly missed_at: Instant;
  /** The assigned office; until then the share's area. */
  readonly office: string | null;
  /** Of the objective. */
  readonly title: string;
  /** Of the deadline. */
  readonly text: string;
  /**
   * `void`: nobody has to answer, because the share is not assigned yet or its rendicontazione is approved.
   * `moved`: a variation put another day in its place.
   */
  readonly status: 'open' | 'met' | 'missed' | 'late' | 'void' | 'moved';
  /** Whether work on the share rests: its clock stands still, and nobody is reminded. */
  readonly frozen: boolean;
  /** Whether the office has taken note of the share, from when on it is reminded; `unasked`: this body asks no one to. */
  readonly acknowledgement: 'unasked' | 'awaited' | 'given';
  /** What became of the reason that was given for missing it; null: none was given. */
  readonly justification: 'submitted' | 'accepted' | 'rejected' | null;
  /** How an accepted one counts, or is proposed to count. */
  readonly effect: 'full' | 'reduced' | 'neutral' | null;
  /** Its way through the chain; null until the first has decided. */
  readonly weighing: object | null;
  /** The office that decides next; null: whoever begins, or nobody. */
  readonly judged_by: string | null;
  readonly answered_on: Day | null;
  /** The progress report that answered it in time. */
  readonly progress_id: string | null;
  /** Whether it was answered with a nil return. */
  readonly nil: boolean;
  readonly late_reason: string | null;
  readonly late_note: string | null;
}

/** What an office was told that was decided about what it answers for. */
export interface NoticeRow {
  readonly id: string;
  readonly body: string;
  readonly office: string;
  readonly day: Day;
  readonly recorded_at: Instant;
  readonly about: object;
}

/** A message that was sent to an office, id `<office>_<day>`. */
export interface ReminderRow {
  readonly id: string;
  readonly body: string;
  readonly office: string;
  readonly day: Day;
  readonly recorded_at: Instant;
  readonly items: readonly object[];
  readonly approvals: readonly object[];
}

/** A step of the ladder that a message has already told. */
export interface RemindedRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly deadline_id: string;
  readonly instance: Day;
  readonly step: string;
}

/** An act of the register. */
export interface ActRow {
  /** `2022-dgc-54` */
  readonly act_id: string;
  readonly kind: string;
  readonly number: string;
  readonly date: Day;
  readonly organ: string;
  readonly title: string;
  readonly effective_from: Day | null;
  readonly file: object | null;
  readonly corrections: readonly object[];
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** One thing names another: an event that cites an act, or an act that says what it has to do with. */
export interface ActEdgeRow {
  readonly position: Position;
  /** Place among the edges of its event, from 0. */
  readonly place: number;
  /** Category and id of the stream that says so. */
  readonly source_kind: string;
  readonly source_id: string;
  readonly plan_id: string | null;
  readonly share_id: string | null;
  readonly line: number | null;
  readonly relation: string;
  readonly target_kind: string;
  readonly target_id: string;
  /** As written; null where the target is no act. */
  readonly reference: ActReference | null;
  readonly type: string;
}

export interface PlanRow {
  readonly plan_id: string;
  readonly year: number;
  readonly title: string;
  readonly status: 'drafted' | 'approved' | 'in-force' | 'closed';
  readonly act: ActReference | null;
  readonly in_force_from: Day | null;
  readonly closing_act: ActReference | null;
  readonly horizon: Day;
  /** As variations have made it, whole. */
  readonly document: object;
  /** What each share weighed as drafted, by its id. */
  readonly drafted_weights: object;
  /** Of the last event of its stream. */
  readonly revision: number;
  readonly recorded_at: Instant;
}

interface ActReference {
  readonly kind: string;
  readonly number: string;
  readonly date: Day | null;
}

export interface ObjectiveRow {
  readonly objective_id: string;
  readonly plan_id: string;
  /** Orders objectives as people count them: 2 before 10. */
  readonly sort: string;
  /** Of the share that is least far; `closed` at the end. */
  readonly status: string;
  readonly revision: number;
  readonly recorded_at: Instant;
  /** Whether offices take note of what they are assigned. */
  readonly asks_acknowledgement: boolean;
  /** What was said at each closing, oldest first. */
  readonly closings: object;
}

/** What an area or the Segretario would like the plan to have. */
export interface ProposalRow {
  readonly objective_id: string;
  readonly plan_id: string;
  readonly sort: string;
  readonly status: string;
  readonly revision: number;
  readonly recorded_at: Instant;
  readonly planned: object;
  readonly horizon: Day;
  /** The lifecycle it is under; null: the usual one. */
  readonly workflow: object | null;
  /** How often it was proposed, by whom last, what was asked of it, what was accepted. */
  readonly proposal: object;
}

/** What never changes of an objective; apart, because what changes is written again with every event. */
export interface PlannedObjectiveRow {
  readonly objective_id: string;
  /** As planned, whole. */
  readonly planned: object;
  readonly horizon: Day;
}

/** The lifecycle that an objective was defined under; none for the usual one. */
export interface GovernedObjectiveRow {
  readonly objective_id: string;
  readonly workflow: object;
}

export interface ShareRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly plan_id: string;
  readonly area_id: string;
  readonly weight: Decimal | null;
  /** Null until assigned. */
  readonly office: string | null;
  readonly acknowledged: boolean;
  readonly status: string;
  /** When it came to this status. */
  readonly since: Instant;
  /** Percent: the last that was reported, by the day it happened. */
  readonly progress: Decimal | null;
  readonly reports: number;
  /** The rendicontazione with its chain, null until submitted. */
  readonly rendicontazione: object | null;
  /** The step that must act next and the offices that may. */
  readonly awaited_step: string | null;
  readonly awaited_offices: readonly string[];
  readonly self_degree: Decimal | null;
  readonly degree: Decimal | null;
  readonly degree_reason: string | null;
  /** Euros. */
  readonly premium: Decimal | null;
  readonly run_id: string | null;
  /** Holders, rests, removal, reopenings. */
  readonly moves: object;
}

export interface ProgressReportRow {
  readonly objective_id: string;
  readonly progress_id: string;
  readonly share_id: string;
  /** Revision of the event that reported it. */
  readonly revision: number;
  /** Null for a nil return. */
  readonly value: Decimal | null;
  readonly note: string;
  readonly evidence: readonly object[];
  readonly indicator_id: string | null;
  readonly deadline_id: string | null;
  readonly instance: Day | null;
  readonly occurred_on: Day;
  readonly recorded_at: Instant;
  /** What it said before each rectification, oldest first. */
  readonly earlier: readonly object[];
}

export interface PremiumRunRow {
  readonly run_id: string;
  readonly plan_id: string;
  readonly scope: object;
  readonly fund: Decimal;
  readonly total: Decimal;
  readonly savings: Decimal;
  readonly reserve: Decimal;
  readonly entries: readonly object[];
  /** Whose evaluation was missing, and what they would get. */
  readonly awaited: readonly object[];
  /** The run whose reserve it pays; null: it divides a fund. */
  readonly settles: string | null;
  readonly status: 'computed' | 'proposed' | 'returned' | 'authorised' | 'liquidated';
  /** The chain by which it is approved; null: by none. */
  readonly route: object | null;
  readonly documents: readonly object[];
  readonly points: readonly string[];
  readonly act: ActReference | null;
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** The evaluation of a person: read by that person, by who gives it and by who answers for all, never beyond. */
export interface EvaluationRow {
  readonly evaluation_id: string;
  readonly body: string;
  readonly plan_id: string;
  readonly person: string;
  readonly evaluator: string;
  readonly conciliator: string | null;
  /** Accounts that took a step of its chain. */
  readonly judges: readonly string[];
  /** Offices that open, deliver and end it; null: whoever has the permission. */
  readonly conductors: readonly string[] | null;
  readonly status: string;
  /** After this day its term is over; null: none runs, or that was told. */
  readonly term_until: Day | null;
  /** The last day of a term that the person has not used, and is to be reminded of; null: none. */
  readonly unused_until: Day | null;
  /** Of its chain, that is awaited. */
  readonly step: string | null;
  readonly state: object;
  /** On what it rests: the shares, and what was said. */
  readonly grounds: object;
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** What a body says of itself; one row. */
export interface BodyRow {
  readonly id: string;
  readonly body: string;
  readonly name: string | null;
  /** The patron saint's day, `MM-DD`; null where there is none, or nobody has said. */
  readonly patron_day: string | null;
  readonly offices: readonly object[];
}

/** Who holds an office, as the organisation says or as an account of its own does. */
export interface TenureRow {
  /** Id of the stream that said so: `offices`, or the account. */
  readonly stream: string;
  /** Within the stream. */
  readonly id: string;
  readonly person: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly from_day: Day;
  /** Last day; null: no end is known. */
  readonly to_day: Day | null;
  readonly act: ActReference | null;
  readonly recorded_at: Instant;
}

/** Somebody acts for an office that they do not hold. */
export interface DelegationRow {
  readonly stream: string;
  readonly id: string;
  readonly kind: 'sostituzione' | 'delega';
  readonly person: string;
  readonly office: string;
  readonly from_day: Day;
  /** Last day, as it was given. */
  readonly until_day: Day;
  readonly subjects: readonly string[] | null;
  readonly act: ActReference | null;
  readonly revoked: object | null;
  readonly recorded_at: Instant;
}

/** Who is on the other side of the control of one subject, as it stands. */
export interface ControlSideRow {
  /** Id of the stream. */
  readonly scope: string;
  /** Of what is controlled within the stream: a share, or the subject itself. */
  readonly id: string;
  readonly plan_id: string | null;
  readonly authors: readonly string[];
  readonly offices: readonly string[];
  readonly scored: readonly string[];
  /** Persons who are paid on the outcome. */
  readonly beneficiaries: readonly string[];
  /** Other shares that the same indicator measures. */
  readonly together: readonly string[];
  /** The steps of the chain, by id. */
  readonly routes: object;
  /** Who has voted at which step of the approval that is open. */
  readonly took: Readonly<Record<string, readonly string[]>>;
  /** Id of the command of the last vote. */
  readonly last_vote: string | null;
}

/** One step of a control that somebody took, and who was on the other side then. */
export interface SeparationCheckRow {
  readonly position: Position;
  readonly recorded_at: Instant;
  readonly occurred_on: Day;
  readonly subject: string;
  readonly plan_id: string | null;
  readonly objective_id: string | null;
  readonly share_id: string | null;
  readonly step: string;
  /** In every language; null where the log does not say how the step is called. */
  readonly step_name: { readonly it: string; readonly en: string } | null;
  readonly outcome: string;
  readonly person: string;
  readonly office: string;
  readonly on_behalf_of: string | null;
  readonly authors: readonly string[];
  readonly offices: readonly string[];
  readonly scored: readonly string[];
  /** Persons who are paid on the outcome. */
  readonly beneficiaries: readonly string[];
  /** Persons who took a step before, of which this one is independent. */
  readonly earlier: readonly string[];
  readonly rerouted_from: string | null;
  readonly rule: string | null;
}

/** What was asked to be changed of a plan, as the rules see it. */
export interface VariationRow {
  readonly variation_id: string;
  readonly plan_id: string;
  readonly status: string;
  /** That asked for it. */
  readonly office: string;
  readonly requested_at: Instant;
  readonly state: object;
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** A published version of a workflow. */
export interface WorkflowRow {
  readonly workflow_id: string;
  readonly version: number;
  readonly definition: object;
  readonly published_at: Instant;
  readonly revision: number;
}

/** One approval, of whatever kind of stream. */
export interface ApprovalRow {
  /** `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica` */
  readonly approval_id: string;
  readonly body: string;
  readonly kind: string;
  readonly stream_id: string;
  readonly subject: string;
  readonly share_id: string | null;
  /** Of a justification: what was missed. */
  readonly deadline_id: string | null;
  readonly instance: Day | null;
  readonly plan_id: string | null;
  /** Of the objective. */
  readonly title: string | null;
  /** `withdrawn`: its subject came to an end before it did. */
  readonly status: 'open' | 'returned' | 'rejected' | 'approved' | 'withdrawn';
  /** The step that waits. */
  readonly step: string | null;
  /** Offices that are asked at it. */
  readonly asked: readonly string[];
  /** The instant from which the step waits, as far as the log tells. */
  readonly waits_since: Instant;
  /** The day from which its term counts; null: the log does not tell. */
  readonly opened_on: Day | null;
  /** Of the step that waits, in working days. */
  readonly term: number | null;
  /** Before this day no time-out comes; null: none is ahead. */
  readonly rings_from: Day | null;
  /** The same for approvals that wait for the same people, whoever holds what; null when none waits. */
  readonly shape: string | null;
  /** The whole of it, as the rules know it. */
  readonly approval: object;
  readonly revision: number;
  readonly recorded_at: Instant;
}

/** What an office is to be told of a time-out of a step. */
export interface ApprovalNoticeRow {
  readonly approval_id: string;
  /** Since when the step had waited. */
  readonly since: Instant;
  readonly rung: number;
  readonly office: string;
  readonly body: string;
  readonly stream_id: string;
  /** On which the time-out was carried out. */
  readonly day: Day;
  readonly says: string;
  readonly others: readonly string[];
  readonly subject: string;
  readonly title: string | null;
  readonly step: object;
  /** Whether it is still worth saying. */
  readonly open: boolean;
}

/** A time-out that a message has already told an office. */
export interface ApprovalToldRow {
  readonly approval_id: string;
  readonly since: Instant;
  readonly rung: number;
  readonly office: string;
}

export interface ApprovalOwnerRow {
  readonly objective_id: string;
  readonly share_id: string;
  readonly area_id: string;
  readonly office: string | null;
  readonly title: string;
}

export interface ReadTables {
  readonly 'read.approval': ApprovalRow;
  readonly 'read.approval_owner': ApprovalOwnerRow;
  readonly 'read.approval_notice': ApprovalNoticeRow;
  readonly 'read.approval_told': ApprovalToldRow;
  readonly 'read.variation': VariationRow;
  readonly 'read.checkpoint': CheckpointRow;
  readonly 'read.parked': ParkedRow;
  readonly 'read.progress': WorkerProgressRow;
  readonly 'read.event': EventRow;
  readonly 'read.plan': PlanRow;
  readonly 'read.act': ActRow;
  readonly 'read.act_edge': ActEdgeRow;
  readonly 'read.objective': ObjectiveRow;
  readonly 'read.planned_objective': PlannedObjectiveRow;
  readonly 'read.governed_objective': GovernedObjectiveRow;
  readonly 'read.proposal': ProposalRow;
  readonly 'read.share': ShareRow;
  readonly 'read.progress_report': ProgressReportRow;
  readonly 'read.due': DueRow;
  readonly 'read.reminder': ReminderRow;
  readonly 'read.notice': NoticeRow;
  readonly 'read.reminded': RemindedRow;
  readonly 'read.body': BodyRow;
  readonly 'read.premium_run': PremiumRunRow;
  readonly 'read.evaluation': EvaluationRow;
  readonly 'read.tenure': TenureRow;
  readonly 'read.delegation': DelegationRow;
  readonly 'read.control_side': ControlSideRow;
  readonly 'read.separation_check': SeparationCheckRow;
  readonly 'read.workflow': WorkflowRow;
}
