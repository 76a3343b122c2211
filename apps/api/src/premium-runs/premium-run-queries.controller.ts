import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { romeDayOf } from '#domain';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { seenBy } from './seen-by.js';

/** Questions about premium runs. */
@Controller()
export class PremiumRunQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers('premiumRuns')
  async list(@Called() { query: { planId }, session }: Call<'premiumRuns'>): Promise<Answer<'premiumRuns'>> {
    const found = await this.queries.execute(new Ask('premiumRuns', planId));
    return { premiumRuns: found.map((run) => seenBy(session, run)) };
  }

  @Answers('premiumRun')
  async one(@Called() { params: { runId }, session }: Call<'premiumRun'>): Promise<Answer<'premiumRun'>> {
    const { tenures } = await this.staff.on(romeDayOf(this.clock.now()));
    const run = await this.queries.execute(new Ask('premiumRun', runId, tenures));
    if (run === null) throw new Refusal('premium/not-found', { run: runId });
    return seenBy(session, run);
  }
}
