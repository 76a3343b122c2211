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
import { RunNames } from './run-names.js';
import { runsNamedIn, seenBy } from './seen-by.js';

/** Questions about premium runs. */
@Controller()
export class PremiumRunQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RunNames) private readonly names: RunNames,
  ) {}

  @Answers('premiumRuns')
  async list(@Called() { query: { planId }, session, language }: Call<'premiumRuns'>): Promise<Answer<'premiumRuns'>> {
    const found = await this.queries.execute(new Ask('premiumRuns', planId));
    const nameOf = await this.names.of(found.flatMap(runsNamedIn), language);
    return { premiumRuns: found.map((run) => ({ name: nameOf(run.runId), ...seenBy(session, run, nameOf) })) };
  }

  @Answers('premiumRun')
  async one(@Called() { params: { runId }, session, language }: Call<'premiumRun'>): Promise<Answer<'premiumRun'>> {
    const { tenures } = await this.staff.on(romeDayOf(this.clock.now()));
    const run = await this.queries.execute(new Ask('premiumRun', runId, tenures));
    if (run === null) throw new Refusal('premium/not-found', { run: runId });
    const nameOf = await this.names.of(runsNamedIn(run), language);
    return { name: nameOf(runId), ...seenBy(session, run, nameOf) };
  }
}
