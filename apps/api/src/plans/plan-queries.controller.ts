import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused } from '#domain';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';

/** Questions about plans. */
@Controller()
export class PlanQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Answers('plans')
  async list(): Promise<Answer<'plans'>> {
    return { plans: await this.queries.execute(new Ask('planList')) };
  }

  @Answers('plan')
  async tree(@Called() { params: { planId } }: Call<'plan'>): Promise<Answer<'plan'>> {
    const tree = await this.queries.execute(new Ask('planTree', planId));
    if (tree === null) throw new Refused('plan/not-drafted', { plan: planId });
    return tree;
  }

  @Answers('planTable')
  async table(@Called() { params: { planId }, query }: Call<'planTable'>): Promise<Answer<'planTable'>> {
    const table = await this.queries.execute(new Ask('planTable', planId, query));
    if (table === null) throw new Refused('plan/not-drafted', { plan: planId });
    return table;
  }
}
