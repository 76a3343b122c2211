import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { CLOCK } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';

@Controller()
export class InboxController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Answers('inbox')
  show(@Called() { session: { office, roles } }: Call<'inbox'>): Promise<Answer<'inbox'>> {
    return this.queries.execute(new Ask('inbox', office, roles, this.clock.now()));
  }
}
