import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { runInWords, type Language } from '#contract';
import { ENGINE, type Engine } from '#engine';
import { namedInWorkflow, namedOffices } from '../body/named-offices.js';
import { calledIn } from '../http/names-in.js';
import { READING, type Reading } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

/** How people call premium runs, wherever one is told of: the id says nothing to them. */
@Injectable()
export class RunNames {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(READING) private readonly reading: Reading,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  /** @returns a run's name by its id; the id where there is no such run */
  async of(runIds: readonly string[], language: Language): Promise<(runId: string) => string> {
    const ids = [...new Set(runIds)];
    const found = ids.length === 0 ? [] : await this.queries.execute(new Ask('premiumRunsToName', ids));
    const nameOf = found.some(({ scope }) => scope.kind === 'share') ? await this.officeNames() : undefined;
    const names = new Map(found.map((run) => [run.runId, runInWords(run, language, nameOf)]));
    return (runId) => names.get(runId) ?? runId;
  }

  /** Approvals of runs have the run's name for a title. */
  async titled<Approval extends Titled>(approvals: readonly Approval[], language: Language): Promise<Approval[]> {
    const nameOf = await this.of(
      approvals.filter(isOfRun).map(({ streamId }) => streamId),
      language,
    );
    return approvals.map((one) => (isOfRun(one) ? Object.assign({}, one, { title: nameOf(one.streamId) }) : one));
  }

  private async officeNames() {
    const named = await namedOffices(this.engine, this.reading.db);
    return calledIn([...named, ...namedInWorkflow(this.workflow.definition)]);
  }
}

interface Titled {
  readonly subject: string;
  readonly streamId: string;
  readonly title: string | null;
}

function isOfRun({ subject }: Titled): boolean {
  return subject === 'premium-run';
}
