import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import { namedInWorkflow, namedOffices } from '../body/named-offices.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { calledIn } from '../http/names-in.js';
import { ProblemWords } from '../http/problem-words.js';
import { Answers } from '../http/route.js';
import { CLOCK, READING, type Reading } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { factsOfMissed, missedFor, warningOf } from './missed-told.js';
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
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ProblemWords) private readonly words: ProblemWords,
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
    const missed = await missedFor(this.engine, found.planId, found.state, this.clock.now());
    const told = await Promise.all(
      missed.map(async (one) => ({
        objectiveId: `${found.planId}-${one.objectiveId}`,
        shareId: one.shareId,
        deadlines: one.missed.map(({ deadlineId, dueOn }) => ({ deadlineId, dueOn })),
        weight: one.weight,
        left: one.left,
        ...(one.again !== undefined && { again: `${found.planId}-${one.again}` }),
        says: (await this.words.warning(warningOf(one), factsOfMissed(one), language)).detail,
      })),
    );
    return { ...shownVariation(found, added, language, await this.areaNames()), missed: told };
  }

  private async areaNames(): Promise<(id: string) => string> {
    const named = await namedOffices(this.engine, this.reading.db);
    return calledIn([...named, ...namedInWorkflow(this.workflow.definition)]);
  }
}
