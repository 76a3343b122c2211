import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused } from '#domain';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { CLOCK } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';

@Controller()
export class DashboardController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers('dashboard')
  async show(@Called() { query }: Call<'dashboard'>): Promise<Answer<'dashboard'>> {
    const planId = query.planId ?? (await this.latestPlan());
    const found = planId === null ? null : await this.queries.execute(new Ask('dashboard', planId, this.clock.now()));
    if (found === null) throw new Refused('plan/not-drafted', planId === null ? {} : { plan: planId });
    return found;
  }

  @Answers('deadlines')
  deadlines(@Called() { query: { limit, ...filters } }: Call<'deadlines'>): Promise<Answer<'deadlines'>> {
    const { from, to } = filters;
    // of no day there would be none
    if (from !== undefined && to !== undefined && to < from) {
      throw new Refused('value/out-of-range', { field: 'to', value: to, min: from });
    }
    return this.queries.execute(new Ask('deadlines', filters, limit));
  }

  private async latestPlan(): Promise<string | null> {
    const [latest] = await this.queries.execute(new Ask('planList'));
    return latest?.planId ?? null;
  }
}
