import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { isLocalDate, romeMidnightAfter, romeMidnightOf } from '#domain';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';

@Controller()
export class AuditTrailController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Answers('auditTrail')
  show(@Called() { query }: Call<'auditTrail'>): Promise<Answer<'auditTrail'>> {
    const { plan, objective, from, to, late, cursor = null, limit, ...rest } = query;
    const filters = {
      ...rest,
      ...(late !== undefined && { late: late === 'true' }),
      ...(plan !== undefined && { planId: plan }),
      ...(objective !== undefined && { objectiveId: objective }),
      // a day is the whole of it, as a calendar in Rome has it
      ...(from !== undefined && { from: isLocalDate(from) ? romeMidnightOf(from) : from }),
      ...(to !== undefined && { to: isLocalDate(to) ? romeMidnightAfter(to) : to }),
    };
    return this.queries.execute(new Ask('auditTrail', filters, cursor, limit));
  }
}
