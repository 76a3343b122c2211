export { openDatabase, openPool, type Pool, type PoolOptions } from './database.js';
export { PostgresFailure, type PostgresFailureCode } from './failure.js';
export { migrate, MigrationFailure, type Migration } from './migrate.js';
export { runningUrl } from './running-url.js';
export { dropSchemas, schemasIn } from './schemas.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './start-postgres.js';
export type { AuthTables } from './tables/auth.js';
export type {
  ActEdgeRow,
  ActRow,
  ApprovalNoticeRow,
  ApprovalOwnerRow,
  ApprovalRow,
  ApprovalToldRow,
  BodyRow,
  ControlSideRow,
  DelegationRow,
  DueRow,
  EvaluationRow,
  EventRow,
  GovernedObjectiveRow,
  NoticeRow,
  ObjectiveRow,
  PlannedObjectiveRow,
  PlanRow,
  PremiumRunRow,
  ProgressReportRow,
  ProposalRow,
  ReadTables,
  RemindedRow,
  ReminderRow,
  SeparationCheckRow,
  ShareRow,
  TenureRow,
  VariationRow,
  WorkflowRow,
} from './tables/read.js';
