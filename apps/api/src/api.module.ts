import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule } from '@nestjs/core';
import { EngineModule } from '#engine';
import { readingApart } from '#plan-import';
import { AccountsController } from './accounts/accounts.controller.js';
import { ActsController } from './acts/acts.controller.js';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { AuditTrailController } from './audit-trail/audit-trail.controller.js';
import { BodyController } from './body/body.controller.js';
import { calledInWorkflow, namedInWorkflow, namedOffices } from './body/named-offices.js';
import { BulkController } from './bulk/bulk.controller.js';
import { Broadcast } from './changes/broadcast.js';
import { ChangesController } from './changes/changes.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { Settling } from './clock/settling.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { DocumentsController } from './documents/documents.controller.js';
import { EvaluationCommandsController } from './evaluations/evaluation-commands.controller.js';
import { EvaluationQueriesController } from './evaluations/evaluation-queries.controller.js';
import { HealthController } from './health/health.controller.js';
import { Admission } from './http/admission.js';
import { Dispatch } from './http/dispatch.js';
import { FrontDoor } from './http/front-door.js';
import { Issue } from './http/issue.js';
import { AnsweringOffice } from './http/answering-office.js';
import { Permitted } from './http/permitted.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ProblemWords } from './http/problem-words.js';
import { Rehearsing } from './http/rehearsing.js';
import { RequestLimits } from './http/request-limits.js';
import { InboxController } from './inbox/inbox.controller.js';
import { ListedTenures } from './lists/listed-tenures.js';
import { ListsController } from './lists/lists.controller.js';
import { ControlsNow } from './organisation/controls-now.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { SeparationController } from './organisation/separation.controller.js';
import { ObjectiveQueriesController } from './objectives/objective-queries.controller.js';
import { LifecycleCommandsController } from './objectives/lifecycle-commands.controller.js';
import { Watching } from './objectives/watching.js';
import { WaysIn } from './objectives/ways-in.js';
import { ProposalsController } from './objectives/proposals.controller.js';
import { ObjectiveCommandsController } from './objectives/objective-commands.controller.js';
import { AUTH, CLOCK, CONFIG, DOCUMENTS, LOGGER, READING, READ_APART, STAFF, STORE, type Parts } from './parts.js';
import { PasswordMessages } from './passwords/password-messages.js';
import { PasswordsController } from './passwords/passwords.controller.js';
import { PermissionsController } from './permissions/permissions.controller.js';
import { AskingEverybody } from './permissions/those-who-could.js';
import { PlanQueriesController } from './plans/plan-queries.controller.js';
import { PlanCommandsController } from './plans/plan-commands.controller.js';
import { PremiumRunQueriesController } from './premium-runs/premium-run-queries.controller.js';
import { PremiumRunCommandsController } from './premium-runs/premium-run-commands.controller.js';
import { RunNames } from './premium-runs/run-names.js';
import { AskHandler } from './queries/ask.handler.js';
import { RemindersController } from './reminders/reminders.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SystemController } from './system/system.controller.js';
import { VariationCommandsController } from './variations/variation-commands.controller.js';
import { VariationSteps } from './variations/variation-steps.js';
import { VariationQueriesController } from './variations/variation-queries.controller.js';
import { WorkflowsController } from './workflow/workflows.controller.js';
import { WORKFLOW } from './workflow/workflow-in-force.js';

/** The API over its parts: every request comes by the front door. */
@Module({})
export class ApiModule {
  static over({
    config,
    engine,
    auth,
    workflow,
    clock,
    staff,
    store,
    documents,
    reading,
    logger,
  }: Parts): DynamicModule {
    const called = calledInWorkflow(workflow.definition);
    const words = new ProblemWords(logger, workflow, async () => [
      ...(await namedOffices(engine, reading.db)),
      ...namedInWorkflow(workflow.definition),
    ]);
    const problems = new ProblemFilter(words);
    return {
      module: ApiModule,
      imports: [EngineModule.over(engine), DiscoveryModule],
      controllers: [
        BodyController,
        SessionsController,
        PasswordsController,
        AccountsController,
        ListsController,
        OrganisationController,
        SeparationController,
        PlanQueriesController,
        PlanCommandsController,
        ObjectiveQueriesController,
        ObjectiveCommandsController,
        PermissionsController,
        LifecycleCommandsController,
        ProposalsController,
        ApprovalsController,
        PremiumRunQueriesController,
        PremiumRunCommandsController,
        EvaluationQueriesController,
        EvaluationCommandsController,
        VariationQueriesController,
        VariationCommandsController,
        DashboardController,
        InboxController,
        AuditTrailController,
        ActsController,
        BulkController,
        RemindersController,
        DocumentsController,
        ChangesController,
        ClockController,
        HealthController,
        SystemController,
        WorkflowsController,
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: AUTH, useValue: auth },
        { provide: WORKFLOW, useValue: workflow },
        { provide: CLOCK, useValue: clock },
        { provide: STAFF, useValue: staff },
        { provide: STORE, useValue: store },
        { provide: DOCUMENTS, useValue: documents },
        { provide: READING, useValue: reading },
        { provide: READ_APART, useValue: readingApart({}, called) },
        { provide: LOGGER, useValue: logger },
        Admission,
        AskHandler,
        AskingEverybody,
        ControlsNow,
        Dispatch,
        FrontDoor,
        RunNames,
        VariationSteps,
        Watching,
        WaysIn,
        Issue,
        Broadcast,
        ListedTenures,
        PasswordMessages,
        AnsweringOffice,
        Permitted,
        Rehearsing,
        RequestLimits,
        Settling,
        { provide: ProblemWords, useValue: words },
        { provide: ProblemFilter, useValue: problems },
        { provide: APP_FILTER, useValue: problems },
      ],
    };
  }
}
