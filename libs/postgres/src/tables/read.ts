// Schema `read`: what the log says, laid out for questions. The only writer is #read-model; any table may be dropped
// at any time and is then built again from the log.

import type { ActTables } from './read/act.js';
import type { ApprovalTables } from './read/approval.js';
import type { BodyTables } from './read/body.js';
import type { DueTables } from './read/due.js';
import type { EvaluationTables } from './read/evaluation.js';
import type { EventTables } from './read/event.js';
import type { ObjectiveTables } from './read/objective.js';
import type { OrganisationTables } from './read/organisation.js';
import type { PlanTables } from './read/plan.js';
import type { PremiumTables } from './read/premium.js';
import type { ProgressTables } from './read/progress.js';
import type { ProposalTables } from './read/proposal.js';
import type { ReminderTables } from './read/reminder.js';
import type { SeparationTables } from './read/separation.js';
import type { VariationTables } from './read/variation.js';
import type { WorkflowTables } from './read/workflow.js';

export interface ReadTables
  extends
    ActTables,
    ApprovalTables,
    BodyTables,
    DueTables,
    EvaluationTables,
    EventTables,
    ObjectiveTables,
    OrganisationTables,
    PlanTables,
    PremiumTables,
    ProgressTables,
    ProposalTables,
    ReminderTables,
    SeparationTables,
    VariationTables,
    WorkflowTables {}
