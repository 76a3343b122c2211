import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused, romeDayOf } from '#domain';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { CLOCK } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { shownLint } from './shown-lint.js';

/** Questions about plans. */
@Controller()
export class PlanQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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

  @Answers('planLint')
  async lint(@Called() { params: { planId }, language }: Call<'planLint'>): Promise<Answer<'planLint'>> {
    const today = romeDayOf(this.clock.now());
    const lint = await this.queries.execute(new Ask('planLint', planId, today));
    if (lint === null) throw new Refused('plan/not-drafted', { plan: planId });
    return shownLint(lint, language);
  }

  @Answers('planTable')
  async table(@Called() { params: { planId }, query }: Call<'planTable'>): Promise<Answer<'planTable'>> {
    const today = romeDayOf(this.clock.now());
    const table = await this.queries.execute(new Ask('planTable', planId, { ...query, today }));
    if (table === null) throw await this.unknownThen(planId, query);
    return table;
  }

  /** Whether there is no such plan, or there was none yet. */
  private async unknownThen(planId: string, { on, asOf }: Call<'planTable'>['query']): Promise<Error> {
    const now = await this.queries.execute(new Ask('planTree', planId));
    if (now === null) return new Refused('plan/not-drafted', { plan: planId });
    const day = on ?? (asOf === undefined ? undefined : romeDayOf(asOf));
    return new Refusal('plan/not-yet', { plan: planId, ...(day !== undefined && { day }) });
  }
}
