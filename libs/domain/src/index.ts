// The rules: commands and state in, events or a refusal out. No package, no clock, no randomness.
export type { Decider, DoneBy } from './decider.js';
export { dayTold, decideInOrder, requireAfter, type Dated, type DayTold } from './order/in-order.js';
export type { Ground, Needed } from './order/needed.js';
export type { Days, WithDays } from './order/days.js';
export { citedIn, requireDatedAs } from './acts/as-registered.js';
export { nearest } from './nearest.js';
export { Refused, type NamedChain, type NamedStep, type RefusalCode } from './refused.js';
export type { ActReference, Actor, Decimal, Evidence, Instant, LocalDate, Source } from './values.js';
export {
  DEGREE,
  formatHundredths,
  formatMoney,
  NOT_NEGATIVE,
  parseHundredths,
  POSITIVE,
  sumHundredths,
  type Range,
} from './decimal.js';
export { addDays, daysBetween, isLocalDate, lastDayOfMonth, requireDate, weekdayOf } from './calendar/civil.js';
export { recordedLate } from './calendar/late.js';
export { romeDayOf, romeMidnightAfter, romeMidnightOf } from './calendar/rome.js';
export { addWorkingDays, easterOf, isHoliday, isWorkingDay, type MonthDay } from './calendar/working-days.js';
export type { Label } from './workflow/label.js';
export {
  approvalSubjects,
  longestWorkflow,
  officeFunctions,
  usualVariations,
  type ApprovalSubject,
  type OfficeDefinition,
  type OfficeFunction,
  type Evaluating,
  type EvaluationTerms,
  type WorkflowDefinition,
  type WorkflowRef,
} from './workflow/definition.js';
export {
  outcomes,
  relations,
  type Agreement,
  type ChainDefinition,
  type Independence,
  type Outcome,
  type Participant,
  type Relation,
  type RequiredDocument,
  type StepDefinition,
  type TimeoutAction,
} from './workflow/chain-definition.js';
export {
  lifecycleStates,
  lifecycleVerbs,
  scorings,
  type Lifecycle,
  type LifecycleState,
  type LifecycleVerb,
  type Transition,
} from './workflow/lifecycle.js';
export { leadsTo } from './workflow/leads-to.js';
export { workflow, type WorkflowState } from './workflow/workflow.js';
export type { WorkflowCommand, WorkflowEvent } from './workflow/messages.js';
export { membersOf } from './workflow/members-of.js';
export { agreementInWords, timeoutsInWords, type Named } from './workflow/step-words.js';
export { outcomeNames, relationNames, subjectNames, verbNames } from './workflow/names.js';
export { checkWorkflow } from './workflow/check-workflow.js';
export type { KnownToWorkflows } from './workflow/check-participants.js';
export { evaluatingAt, othersAt, stepsOf, whoAt } from './workflow/participants.js';
export { laws, lawOf, type LimitCode } from './workflow/limits/laws.js';
export type { Advice, AdviceCode, WorkflowMistake, WorkflowMistakeCode } from './workflow/mistake.js';
export { SAID_OF } from './workflow/said-of.js';
export { adviceOn } from './workflow/advice.js';
export type { Answering, Credited, Delegation, Parties, Staff, Tenure } from './organisation/staff.js';
export type { Delegated, OrganisationCommand, OrganisationEvent } from './organisation/messages.js';
export { organisation } from './organisation/organisation.js';
export type { OrganisationState } from './organisation/state.js';
export { roleInWords, roleNames } from './organisation/role-names.js';
export { isTenureRole, tenureRoles, type TenureRole } from './organisation/roles.js';
export { onBothSides, type BothSides } from './organisation/both-sides.js';
export { INCOMPATIBLE, judgingStill, requireCompatible, rolesAt } from './organisation/compatible.js';
export { isOfControl } from './organisation/of-control.js';
export { requireAccountCompatible, requireAccountOfOthers } from './organisation/tenures.js';
export type { Controls, UnderWay } from './organisation/controls.js';
export { takenUpBy } from './organisation/taken-up.js';
export { withGiver } from './organisation/giver.js';
export { tenuresOf, withAccountEvent, type OwnOffice } from './organisation/own-office.js';
export { stretchesOf } from './organisation/who-held.js';
export { staffOn, type KnownStaff } from './organisation/staff-on.js';
export { vacanciesAmong, type OutOfUse, type Vacancy } from './organisation/vacancies.js';
export { actingAs, heldBy, holdersOf, isHeld, officesOf, type Acting } from './organisation/acting.js';
export { separationRules, type SeparationCode, type SeparationRule } from './separation/rules.js';
export { earlierAt, preparedBeside, tookBy, type Took } from './separation/four-eyes.js';
export { foreseeConflicts, type ForeseenConflict } from './separation/foresee.js';
export { foundAbout } from './separation/same-finding.js';
export { mayAnswer } from './separation/may-answer.js';
export {
  barred,
  barredActor,
  barredOffices,
  eligible,
  type BarredOffice,
  type Eligible,
  type Relations,
} from './separation/separation.js';
export {
  askedAt,
  currentStep,
  type Approval,
  type Claim,
  type Ended,
  type Panels,
  type SetOut,
  type Vote,
} from './approval/approval.js';
export { actOn, asEvents, evolveByEvent } from './approval/compose.js';
export type { ActOnApproval, ApprovalDeed, ApprovalEvent, ApprovalRef } from './approval/compose.js';
export type { ApprovalFact, ApprovalFactOf, Lost } from './approval/facts.js';
export { upcastChain, type OldChain } from './approval/old-chain.js';
export { evolveApproval } from './approval/evolve.js';
export { alsoBy, creditedTo, givenTo } from './approval/given-to.js';
export { begun, openApproval, type Opened } from './approval/open.js';
export { resumed } from './approval/resumed.js';
export { rungsAhead, termOf, type DueRung, type WorkingCalendar } from './approval/terms.js';
export { type Stuck } from './approval/stuck.js';
export { waitingAt, type WaitingAt } from './approval/waiting.js';
export type { Deadline, DeadlineInstance } from './deadline/deadline.js';
export { stillCounted } from './objective/still-counted.js';
export { withDueDays } from './deadline/due-day.js';
export { firstOn, instancesOf, missedAt } from './deadline/instances.js';
export {
  reminderLadder,
  remindersOf,
  weeklyReminderLadder,
  type Reminder,
  type ReminderStep,
} from './deadline/reminders.js';
export { termFrom } from './deadline/term.js';
export type {
  Area,
  Indicator,
  Mission,
  PlanDocument,
  PlannedObjective,
  PlannedShare,
  Reading,
  Target,
} from './plan/document.js';
export type { LastValidated, PlanCommand, PlanEvent } from './plan/messages.js';
export { plan } from './plan/plan.js';
export type { PlanState } from './plan/state.js';
export type { PlanRedrafted } from './plan/redraft.js';
export {
  factsOf as factsOfNumberTaken,
  numberTaken,
  validatedOn,
  toldParts,
  type NumberTaken,
  type ToldPart,
} from './plan/number-taken.js';
export { hasBegun } from './objective/redraft.js';
export { bearingFor, withShareRemoved, type Bearing } from './plan/share-removal.js';
export { withVaried } from './plan/vary.js';
export type { PlanVaried, ShareRemoved } from './plan/variation-messages.js';
export { checkDocument } from './plan/check-document.js';
export { requireWayIn, type WayIn } from './plan/way-in.js';
export { weightByArea } from './plan/weights.js';
export { lintRuleNames, lintRules, type Finding, type LintRule } from './plan/lint/finding.js';
export { findingsOf } from './objective/proposal.js';
export { findingsOn, lintOf, type Lint, type LintOptions, type LintTotal } from './plan/lint/lint.js';
export type { InstanceRef, Justification, LateReason } from './objective/late.js';
export type {
  Measurement,
  ObjectiveCommand,
  ObjectiveCommandOf,
  ObjectiveEvent,
  ObjectiveEventOf,
  ProgressReport,
  TermBegun,
} from './objective/messages.js';
export { workOn } from './objective/authors.js';
export { judgedBeside, type JudgedBeside } from './organisation/judged-beside.js';
export { forgoneBy } from './objective/judges.js';
export { foundAnew } from './variation/found-anew.js';
export { alikeTo } from './variation/alike.js';
export { missedUnder, type MissedUnder } from './variation/missed-under.js';
export { nobodyLeftByChanges } from './variation/nobody-left.js';
export { termsEnded, type TermEnded } from './variation/terms-ended.js';
export { daysTaken } from './objective/days-taken.js';
export { nobodyLeftBy, nobodyLeftFrom, nobodyLeftNow, type NobodyLeft } from './objective/somebody-left.js';
export type { Judging } from './objective/watched.js';
export { preparedBy } from './premium/prepared.js';
export { evolveRendicontazione, isOfRendicontazione } from './objective/evolve-rendicontazione.js';
export {
  removalCauses,
  type JustificationEffect,
  type LifecycleCommand,
  type LifecycleEvent,
  type LifecycleInForce,
  type Opinion,
  type ProposalFinding,
  type RemovalCause,
  type WeightPolicy,
  type DaysTaken,
} from './objective/lifecycle-messages.js';
export { answeringOn, creditedFor, knowingParties, type SharesInTime } from './objective/parties.js';
export { liftedMissOf } from './objective/restore-miss.js';
export {
  creditOf,
  holdersAfter,
  lastDayOf,
  moved,
  unmoved,
  unratifiedIn,
  type Holding,
  type ShareMoves,
} from './objective/moves.js';
export { objective } from './objective/objective.js';
export { isPaidForShare } from './objective/reopening.js';
export { judgedAnew } from './objective/judged-anew.js';
export {
  kindsPaying,
  kindsTogether,
  officesPaying,
  payersTogether,
  requirePayerInForce,
} from './objective/paid-together.js';
export { requireMayPay, requirePayable, requirePayer, requirePayingAct } from './objective/payable.js';
export type { Mover } from './objective/transitions.js';
export { paidForShare } from './objective/paid-for-share.js';
export { heldFor } from './premium/credits.js';
export {
  partsAdjusted,
  personsAdjusted,
  type AdjustedPart,
  type AdjustedPersonPart,
} from './premium/adjusted-parts.js';
export { personCredits, personsOf } from './premium/persons.js';
export { isHeldAsComputed } from './premium/same-holders.js';
export { otherWeights } from './premium/same-weights.js';
export { setAsideElsewhere } from './premium/set-aside.js';
export { sharesInScope } from './premium/scope.js';
export { runnersOf } from './premium/running.js';
export { asProposed } from './objective/as-proposed.js';
export { drafterIn } from './plan/drafters.js';
export { possibleOnProposal } from './objective/proposal.js';
export { areasOf, asksAreasTo, begunProposal } from './objective/proposal-parties.js';
export { asksAreas } from './separation/asked-areas.js';
export { usualLifecycle } from './objective/usual-lifecycle.js';
export { stateOfStatus } from './objective/standing.js';
export { couldMake, isNamed, isOne, pays, possibleOn, type Could, type Possible } from './objective/transitions.js';
export {
  leastOf,
  objectiveStatusOf,
  statusOf,
  type DeadlineStanding,
  type JustificationStanding,
  type ObjectiveState,
  type ProgressEntry,
  type Proposal,
  type Rendicontazione,
  type ShareState,
  type ShareStatus,
} from './objective/state.js';
export { mayScore } from './objective/outcome.js';
export { justificationStuck } from './objective/justification-waits.js';
export { waitingOn, type Waiting } from './objective/waiting.js';
export type {
  AwaitedEntry,
  AwaitedShare,
  ComputedRun,
  Credit,
  EvaluatedStanding,
  FiguresOfRun,
  FundScope,
  HeldFor,
  NamedDocument,
  PersonCredit,
  PersonHeld,
  PremiumClaim,
  PremiumCommand,
  PremiumCommandOf,
  PremiumEntry,
  PremiumEvent,
  RouteOfRun,
  RunStanding,
  SettledRun,
} from './premium/messages.js';
export { isNothingCertified } from './premium/certified.js';
export { barredAsPaid, holdersWithin, partiesOfRun, type Signer } from './premium/paid.js';
export { premium, type PremiumState } from './premium/premium.js';
export { evaluation } from './evaluation/evaluation.js';
export {
  evaluationActions,
  evaluationAwaits,
  termAhead,
  unusedTerm,
  type EvaluationAction,
  type EvaluationAwaits,
} from './evaluation/awaits.js';
export { mayConduct } from './evaluation/conducting.js';
export { foreseenIn, type Asking } from './evaluation/foreseen.js';
export { awaitingCertification, changedSince, changesSince, type ChangedShare } from './evaluation/same-results.js';
export { saidInEvaluation, type SaidInEvaluation } from './evaluation/said.js';
export {
  evaluationStatuses,
  type EvaluationState,
  type EvaluationStatus,
  type ScoreCorrection,
} from './evaluation/state.js';
export type {
  CertifiedShare,
  EvaluationCommand,
  EvaluationEvent,
  EvaluationScore,
  Judge,
  RouteOfEvaluation,
} from './evaluation/messages.js';
export { allocate, type Allocation, type Portion } from './premium/allocate.js';
export type { PlanChange, PlanChangeOf } from './variation/changes.js';
export type { NotTaken, VariationCommand, VariationEvent } from './variation/messages.js';
export type { Surroundings } from './variation/standing.js';
export { bringsIn, isUnderWay, variation, type VariationState } from './variation/variation.js';
export { touchedBy, variedBy, type Varied } from './variation/varied.js';
export { dueAsShifted } from './objective/rested-days.js';
export type { ActedByTenure } from './organisation/acted-by-tenure.js';
export { unratifiedRests, type UnratifiedRest } from './objective/unratified.js';
export { isOwedFrom } from './objective/series-bound.js';
export { bindsFrom, standingsAfter } from './objective/variation.js';
export { categories, idOfStream, streamName, streamPrefix, type Category } from './streams.js';
export type { EventMetadata } from './metadata.js';
export { act, type ActState } from './acts/act.js';
export { actIdsOf, actIdToday, actKey, kindOf, type ActKey } from './acts/act-key.js';
export type { ActCommand, ActDetails, ActEvent, RelatedTo, RelationOfAct } from './acts/messages.js';
export { reminder } from './reminder/reminder.js';
export type {
  ApprovalNotice,
  ReminderCommand,
  ReminderEvent,
  ReminderItem,
  ReminderState,
} from './reminder/reminder.js';
export { evaluationNews, type EvaluationNews, type NoticeAbout, type NoticeGiven } from './reminder/notice.js';
export { differencesOf, type Difference } from './variation/differences.js';
export { indicatorTold } from './variation/indicator-told.js';
export type { BodyCommand, BodyEvent, Office } from './body/messages.js';
export { body, type BodyState } from './body/body.js';
export { clock } from './clock/clock.js';
export type { ClockCommand, ClockEvent, ClockState } from './clock/clock.js';
export { account } from './account/account.js';
export type {
  AccountCommand,
  AccountEvent,
  AccountState,
  PasswordLinkPurpose,
  SignInBy,
  SignInRefusal,
} from './account/account.js';
