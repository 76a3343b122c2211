import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may } from '#auth';
import { romeDayOf } from '#domain';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { vacanciesOn } from '../organisation/vacancies.js';
import { CLOCK } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

@Controller()
export class InboxController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers('inbox')
  async show(@Called() { session }: Call<'inbox'>): Promise<Answer<'inbox'>> {
    const { office, roles } = session;
    const now = this.clock.now();
    const mayFill = may(session, 'organisation.change');
    const [inbox, vacancies] = await Promise.all([
      this.queries.execute(new Ask('inbox', office, roles, now)),
      mayFill ? vacanciesOn(this.queries, this.workflow.definition, romeDayOf(now)) : [],
    ]);
    return { ...inbox, vacancies };
  }
}
