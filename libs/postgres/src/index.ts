export { openDatabase, openPool, withoutWaitingForTheDisk, type Pool, type PoolOptions } from './database.js';
export { PostgresFailure, type PostgresFailureCode } from './failure.js';
export { keptStatement } from './kept-statements.js';
export { migrate, MigrationFailure, type Migration } from './migrate.js';
export { runningUrl } from './running-url.js';
export { dropSchemas, schemasIn } from './schemas.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres.js';
export type { AuthTables, OfficeBefore } from './tables/auth.js';
export type { ReadTables } from './tables/read.js';
export type { ActEdgeRow, ActRow } from './tables/read/act.js';
export type { ApprovalNoticeRow, ApprovalOwnerRow, ApprovalRow, ApprovalToldRow } from './tables/read/approval.js';
export type { BodyRow, RefusedSettledRow } from './tables/read/body.js';
export type { DueRow } from './tables/read/due.js';
export type { EvaluationRow } from './tables/read/evaluation.js';
export type { EventRow } from './tables/read/event.js';
export type {
  GovernedObjectiveRow,
  WithdrawnObjectiveRow,
  ObjectiveRow,
  PlannedObjectiveRow,
  ProgressReportRow,
  ShareRow,
} from './tables/read/objective.js';
export type { DelegationRow, TenureRow } from './tables/read/organisation.js';
export type { PlanRow } from './tables/read/plan.js';
export type { PremiumRunRow } from './tables/read/premium.js';
export type { ProposalRow } from './tables/read/proposal.js';
export type { NoticeRow, RemindedRow, ReminderRow } from './tables/read/reminder.js';
export type { ControlSideRow, SeparationCheckRow, SeparationConcernRow } from './tables/read/separation.js';
export type { VariationRow } from './tables/read/variation.js';
export type { WorkflowRow } from './tables/read/workflow.js';
