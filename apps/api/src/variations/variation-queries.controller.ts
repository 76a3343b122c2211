import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused } from '#domain';
import { ENGINE, type Engine } from '#engine';
import { namedInWorkflow, namedOffices } from '../body/named-offices.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { calledIn } from '../http/names-in.js';
import { Answers } from '../http/route.js';
import { READING, type Reading } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { objectivesAdded } from './objectives-added.js';
import { shownSummary, shownVariation } from './shown-variation.js';

/** Questions about variations. */
@Controller()
export class VariationQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(READING) private readonly reading: Reading,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('variations')
  async list(@Called() { query, language }: Call<'variations'>): Promise<Answer<'variations'>> {
    const found = await this.queries.execute(new Ask('variationList', query));
    const nameOf = await this.areaNames();
    return { variations: found.map((one) => shownSummary(one, language, nameOf)) };
  }

  @Answers('variation')
  async one(@Called() { params: { variationId }, language }: Call<'variation'>): Promise<Answer<'variation'>> {
    const found = await this.queries.execute(new Ask('variationOne', variationId));
    if (found === null) throw new Refused('variation/not-requested', { variation: variationId });
    const added = await objectivesAdded(this.engine, found.planId, found.state);
    return shownVariation(found, added, language, await this.areaNames());
  }

  private async areaNames(): Promise<(id: string) => string> {
    const named = await namedOffices(this.engine, this.reading.db);
    return calledIn([...named, ...namedInWorkflow(this.workflow.definition)]);
  }
}
