import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  actContradictions,
  actDetail,
  actGraph,
  actList,
  actedByTenure,
  approvalDetail,
  approvalList,
  approvalsUnderWay,
  auditTrail,
  dashboard,
  deadlines,
  evaluationList,
  evaluationOne,
  evaluationsAwaiting,
  inbox,
  objectiveDetail,
  objectiveList,
  openSharesByOffice,
  organisationView,
  pendingOf,
  planAreas,
  planLint,
  planList,
  planTable,
  planTree,
  premiumRun,
  premiumRuns,
  premiumRunsToName,
  proposals,
  runsWithReserve,
  separationChecks,
  variationList,
  variationOne,
  workflowList,
  workflowVersion,
} from '#read-model';
import { READING, type Reading } from '../parts.js';

/** Every question that the read side answers. */
const questions = {
  actContradictions,
  actDetail,
  actGraph,
  actList,
  actedByTenure,
  approvalDetail,
  approvalList,
  approvalsUnderWay,
  auditTrail,
  dashboard,
  deadlines,
  evaluationList,
  evaluationOne,
  evaluationsAwaiting,
  inbox,
  objectiveDetail,
  objectiveList,
  openSharesByOffice,
  organisationView,
  pendingOf,
  planAreas,
  planLint,
  planList,
  planTable,
  planTree,
  premiumRun,
  premiumRuns,
  premiumRunsToName,
  proposals,
  runsWithReserve,
  separationChecks,
  variationList,
  variationOne,
  workflowList,
  workflowVersion,
};

type Questions = typeof questions;
type Given = {
  [Name in keyof Questions]: Questions[Name] extends (db: never, ...given: infer G) => unknown ? G : never;
};
type Told = { [Name in keyof Questions]: Awaited<ReturnType<Questions[Name]>> };
type Table = { [Name in keyof Questions]: (db: Reading['db'], ...given: Given[Name]) => Promise<Told[Name]> };

/** A question on its way to the read side: `new Ask('planTree', '2022')`. One message for all, as commands have. */
export class Ask<Name extends keyof Questions> extends Query<Told[Name]> {
  readonly given: Given[Name];
  constructor(
    readonly question: Name,
    ...given: Given[Name]
  ) {
    super();
    this.given = given;
  }
}

@QueryHandler(Ask)
export class AskHandler<Name extends keyof Questions> implements IQueryHandler<Ask<Name>> {
  constructor(@Inject(READING) private readonly reading: Reading) {}

  execute({ question, given }: Ask<Name>): Promise<Told[Name]> {
    const table: Table = questions;
    return table[question](this.reading.db, ...given);
  }
}
