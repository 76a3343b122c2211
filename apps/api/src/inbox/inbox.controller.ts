import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may } from '#auth';
import { romeDayOf } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import { inboxActions } from '#read-model';
import { registryOf } from '../body/registry.js';
import { viewOf } from '../evaluations/view-of.js';
import { onlookerOf } from '../evaluations/onlooker.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Permitted } from '../http/permitted.js';
import { Answers } from '../http/route.js';
import { vacanciesOn } from '../organisation/vacancies.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { seenBy } from '../premium-runs/seen-by.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

@Controller()
export class InboxController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Permitted) private readonly permitted: Permitted,
  ) {}

  @Answers('inbox')
  async show(@Called() { session, by, onBehalfOf }: Call<'inbox'>): Promise<Answer<'inbox'>> {
    const { roles } = session;
    const now = this.clock.now();
    const [staff, registry, actions] = await Promise.all([
      this.staff.on(romeDayOf(now)),
      registryOf(this.engine),
      this.permitted.those(session, inboxActions),
    ]);
    const today = { staff, calendar: { patronDay: registry?.state.patronDay ?? null } };
    const mayFill = may(session, 'organisation.change');
    const onlooker = onlookerOf({ by, session }, this.workflow.definition, staff);
    const [inbox, evaluations, vacancies] = await Promise.all([
      this.queries.execute(new Ask('inbox', { by, onBehalfOf, roles, actions }, today, now)),
      this.queries.execute(new Ask('evaluationsAwaiting', onlooker)),
      mayFill ? vacanciesOn(this.queries, this.workflow.definition, romeDayOf(now)) : [],
    ]);
    const premiumRuns = inbox.premiumRuns.map((run) => seenBy(session, run));
    return { ...inbox, premiumRuns, evaluations: evaluations.flatMap((one) => viewOf(one) ?? []), vacancies };
  }
}
