import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Called, type Answer, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';
import { seenBy } from './seen-by.js';

/** Questions about premium runs. */
@Controller()
export class PremiumRunQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Answers('premiumRuns')
  async list(@Called() { query: { planId }, session }: Call<'premiumRuns'>): Promise<Answer<'premiumRuns'>> {
    const found = await this.queries.execute(new Ask('premiumRuns', planId));
    return { premiumRuns: found.map((run) => seenBy(session, run)) };
  }

  @Answers('premiumRun')
  async one(@Called() { params: { runId }, session }: Call<'premiumRun'>): Promise<Answer<'premiumRun'>> {
    const run = await this.queries.execute(new Ask('premiumRun', runId));
    if (run === null) throw new Refusal('premium/not-found', { run: runId });
    return seenBy(session, run);
  }
}
