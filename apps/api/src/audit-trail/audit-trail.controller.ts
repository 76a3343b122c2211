import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { isLocalDate, Refused, romeMidnightAfter, romeMidnightOf } from '#domain';
import type { Auth } from '#auth';
import { namesOf } from '../organisation/people.js';
import { AUTH } from '../parts.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';

@Controller()
export class AuditTrailController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  @Answers('auditTrail')
  async show(@Called() { query }: Call<'auditTrail'>): Promise<Answer<'auditTrail'>> {
    const { actor, plan, objective, from, to, late, cursor = null, limit, ...rest } = query;
    const { occurredFrom, occurredTo } = query;
    const [since, before] = [from && begins(from), to && ends(to)];
    if (since !== undefined && before !== undefined) requireForward('to', since < before, from, to);
    if (occurredFrom !== undefined && occurredTo !== undefined)
      requireForward('occurredTo', occurredFrom <= occurredTo, occurredFrom, occurredTo);
    const filters = {
      ...rest,
      // whose account is gone, and the system, are called by their id alone
      ...(actor !== undefined && { actor: (await namesOf(this.auth)).find(actor) ?? actor }),
      ...(late !== undefined && { late: late === 'true' }),
      ...(plan !== undefined && { planId: plan }),
      ...(objective !== undefined && { objectiveId: objective }),
      ...(since !== undefined && { from: since }),
      ...(before !== undefined && { to: before }),
    };
    return this.queries.execute(new Ask('auditTrail', filters, cursor, limit));
  }
}

/** A day is the whole of it, as a calendar in Rome has it. */
function begins(moment: string): string {
  return isLocalDate(moment) ? romeMidnightOf(moment) : moment;
}

function ends(moment: string): string {
  return isLocalDate(moment) ? romeMidnightAfter(moment) : moment;
}

/** Nothing lies between a day and one before it: no rows would look like nothing having happened. */
function requireForward(field: string, forward: boolean, min = '', value = ''): void {
  if (!forward) throw new Refused('value/out-of-range', { field, value, min });
}
