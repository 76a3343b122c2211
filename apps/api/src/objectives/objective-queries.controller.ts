import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Refused, romeDayOf } from '#domain';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';

/** Questions about objectives. */
@Controller()
export class ObjectiveQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers('objectives')
  list(@Called() { query }: Call<'objectives'>): Promise<Answer<'objectives'>> {
    const { cursor = null, limit, ...filters } = query;
    return this.queries.execute(new Ask('objectiveList', filters, cursor, limit));
  }

  @Answers('objective')
  async detail(@Called() { params: { objectiveId } }: Call<'objective'>): Promise<Answer<'objective'>> {
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const detail = await this.queries.execute(new Ask('objectiveDetail', objectiveId, staff));
    if (detail === null) throw new Refused('objective/not-defined', { objective: objectiveId });
    return detail;
  }
}
