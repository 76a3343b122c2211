import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may, type SignedIn } from '#auth';
import { romeDayOf, type Instant } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import { inboxActions, type Today } from '#read-model';
import { registryOf } from '../body/registry.js';
import { viewOf } from '../evaluations/view-of.js';
import { onlookerOf } from '../evaluations/onlooker.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Permitted } from '../http/permitted.js';
import { Answers } from '../http/route.js';
import { lentTo, officesToday } from '../organisation/acting.js';
import { vacanciesOn } from '../organisation/vacancies.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { RunNames } from '../premium-runs/run-names.js';
import { runsNamedIn, seenBy } from '../premium-runs/seen-by.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

const OF_APPROVALS: readonly string[] = ['approve-rendicontazione', 'decide-justification'];

@Controller()
export class InboxController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Permitted) private readonly permitted: Permitted,
    @Inject(RunNames) private readonly runs: RunNames,
  ) {}

  @Answers('inbox')
  async show(@Called() { session, by, onBehalfOf, language }: Call<'inbox'>): Promise<Answer<'inbox'>> {
    const { roles } = session;
    const now = this.clock.now();
    const [staff, registry, actions] = await Promise.all([
      this.staff.on(romeDayOf(now)),
      registryOf(this.engine),
      this.permitted.those(session, inboxActions),
    ]);
    const today: Today = { staff, calendar: { patronDay: registry?.state.patronDay ?? null } };
    const mayFill = may(session, 'organisation.change');
    const onlooker = onlookerOf({ by, session }, this.workflow.definition, staff);
    const [inbox, elsewhere, evaluations, vacancies] = await Promise.all([
      this.queries.execute(new Ask('inbox', { by, onBehalfOf, roles, actions }, today, now)),
      this.elsewhere({ ...session, office: by.office }, today, now),
      this.queries.execute(new Ask('evaluationsAwaiting', onlooker)),
      mayFill ? vacanciesOn(this.queries, this.workflow.definition, romeDayOf(now)) : [],
    ]);
    const [nameOf, approvals, returned] = await Promise.all([
      this.runs.of(inbox.premiumRuns.flatMap(runsNamedIn), language),
      this.runs.titled(inbox.approvals, language),
      this.runs.titled(inbox.returned, language),
    ]);
    const reminders = await Promise.all(
      inbox.reminders.map(async (one) => ({ ...one, approvals: await this.runs.titled(one.approvals, language) })),
    );
    const premiumRuns = inbox.premiumRuns.map((run) => ({ name: nameOf(run.runId), ...seenBy(session, run, nameOf) }));
    const persons = evaluations.flatMap((one) => viewOf(one) ?? []);
    return { ...inbox, approvals, returned, reminders, premiumRuns, evaluations: persons, vacancies, elsewhere };
  }

  /** What waits for the other offices as which somebody may act; approvals are told of all of them at once. */
  private async elsewhere(session: SignedIn, today: Today, now: Instant): Promise<Answer<'inbox'>['elsewhere']> {
    const others = officesToday(today.staff, session.id).all.filter(({ office }) => office !== session.office);
    const told = await Promise.all(
      others
        .flatMap(({ office }) => lentTo(session, office, today.staff, 'inbox.read'))
        .map(async (capacity) => {
          const { office, roles, onBehalfOf } = capacity;
          const actions = await this.permitted.those({ ...session, office, roles }, inboxActions);
          const asking = { by: { id: session.id, office }, onBehalfOf, roles, actions };
          const { items, premiumRuns, returned } = await this.queries.execute(new Ask('inbox', asking, today, now));
          const own = items.filter(({ action }) => !OF_APPROVALS.includes(action));
          return { office, waiting: own.length + premiumRuns.length + returned.length };
        }),
    );
    return told.filter(({ waiting }) => waiting > 0);
  }
}
