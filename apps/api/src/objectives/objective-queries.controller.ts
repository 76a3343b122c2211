import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { nobodyLeftNow, Refused, romeDayOf } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { Watching } from './watching.js';

/** Questions about objectives. */
@Controller()
export class ObjectiveQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Watching) private readonly watching: Watching,
  ) {}

  @Answers('objectives')
  list(@Called() { query }: Call<'objectives'>): Promise<Answer<'objectives'>> {
    const { cursor = null, limit, ...filters } = query;
    return this.queries.execute(new Ask('objectiveList', filters, cursor, limit));
  }

  @Answers('objective')
  async detail(@Called() { params: { objectiveId }, language }: Call<'objective'>): Promise<Answer<'objective'>> {
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const detail = await this.queries.execute(new Ask('objectiveDetail', objectiveId, staff));
    if (detail === null) throw new Refused('objective/not-defined', { objective: objectiveId });
    const isUnreported = detail.shares.some((share) => share.office !== null && share.rendicontazione === null);
    return { ...detail, warnings: isUnreported ? await this.nobodyLeft(objectiveId, language) : [] };
  }

  /** Told as it is given, and for as long as it is so. */
  private async nobodyLeft(objectiveId: string, language: Call<'objective'>['language']) {
    const found = await this.engine.load('objective', objectiveId);
    const left = found === null ? [] : nobodyLeftNow(found.state, await this.watching.judging());
    return this.watching.nobodyLeft(left, language);
  }
}
