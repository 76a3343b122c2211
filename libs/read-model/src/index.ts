// The read side: events become rows, rows answer questions.
export { ensureReadSchema, startProjections } from './projections.js';
export { readModelStanding, rebuildTo, type ProjectionStanding, type ReadModelStanding } from './standing.js';
export { projectionStates, type ProjectionStates } from './projection-states.js';
export { refusedConsequences, wasRefused, type RefusedThere } from './refused-consequences.js';
export type { Projections } from './runtime/keep-projecting.js';
export type { ProjectionsState } from './runtime/follow-once.js';
export { PROJECTED_CHANNEL, waitForPosition } from './runtime/projected.js';
export { changesAfter, type Changes } from './changes/query.js';
export { settlement, type Settlement } from './settlement.js';
export type { Awaiting, ObjectiveSummary, ShareSummary } from './objectives/summary.js';
export {
  objectiveDetail,
  objectiveList,
  type ObjectiveDetail,
  type ObjectiveFilters,
  type ObjectivePage,
  type ReportedProgress,
  type ShareDetail,
} from './objectives/query.js';
export { proposals, type ProposalShown } from './objectives/proposals.js';
export type { AreaDueItem, DueItem } from './due/due-item.js';
export { pendingOf } from './due/pending.js';
export { deadlines, type DeadlineFilters, type Deadlines } from './due/query.js';
export { actDetail, actList, type ActDetail, type ActFilters, type ActPage, type ActView } from './acts/query.js';
export { actContradictions, type Contradiction } from './acts/contradictions.js';
export { actGraph, type ActGraph } from './acts/graph.js';
export { auditTrail, type AuditEntry, type AuditFilters, type AuditPage } from './events/query.js';
export { officeNames } from './body/office-names.js';
export { planAreas, planList, planTree, type PlanSummary, type PlanTree, type WeightedArea } from './plans/query.js';
export { planLint } from './plans/lint.js';
export { answering } from './organisation/answering.js';
export { stillEvaluating } from './workflows/still-evaluating.js';
export { workflowList, workflowVersion, type PublishedVersion } from './workflows/query.js';
export type { Grounds, Said } from './evaluations/grounds.js';
export { evaluationList, evaluationOne, evaluationsAwaiting, type StandingEvaluation } from './evaluations/query.js';
export type { Onlooker } from './evaluations/seen-by.js';
export { premiumRun, premiumRuns, runsWithReserve, type PremiumRun } from './premiums/query.js';
export { premiumRunsToName } from './premiums/to-name.js';
export type { CalendarEntry } from './dashboard/calendar.js';
export {
  dashboard,
  type AreaProgress,
  type AwaitingApproval,
  type Dashboard,
  type MissionProgress,
} from './dashboard/query.js';
export { variationList, variationOne, type StandingVariation } from './variations/query.js';
export {
  approvalDetail,
  approvalList,
  type ApprovalDetail,
  type ApprovalFilters,
  type ApprovalSummary,
  type Today,
} from './approvals/query.js';
export { actedByTenure } from './organisation/acted-by-tenure.js';
export { approvalsUnderWay } from './approvals/under-way.js';
export { inbox, type Inbox } from './inbox/query.js';
export type { InboxItem } from './inbox/items.js';
export { inboxActions } from './inbox/reader.js';
export type { ReceivedReminder } from './inbox/messages.js';
export { planTable, type AsOf, type PlanTable, type PlanTableRow } from './plan-table/query.js';
export {
  openSharesByOffice,
  organisationView,
  type GivenDelegation,
  type HeldOffice,
  type OrganisationView,
} from './organisation/query.js';
export {
  separationChecks,
  type SeparationCheck,
  type SeparationFilters,
  type SeparationPage,
} from './separation/query.js';
