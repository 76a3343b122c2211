import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { romeDayOf, type Actor } from '#domain';
import type { Auth, SignedIn } from '#auth';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { namesOf, type People } from '../organisation/people.js';
import type { StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { onlookerOf } from './onlooker.js';
import { viewOf, type View } from './view-of.js';

/** Evaluations of persons, for those who may see them: of any other the answer is that there is none. */
@Controller()
export class EvaluationQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  @Answers('evaluations')
  async list(@Called() call: Call<'evaluations'>): Promise<Answer<'evaluations'>> {
    const { planId } = call.query;
    const found = await this.queries.execute(new Ask('evaluationList', await this.onlooker(call), planId));
    const people = await namesOf(this.auth);
    return { evaluations: found.flatMap((one) => viewOf(one) ?? []).map((view) => named(view, people)) };
  }

  @Answers('evaluation')
  async one(@Called() call: Call<'evaluation'>): Promise<Answer<'evaluation'>> {
    const { evaluationId } = call.params;
    const found = await this.queries.execute(new Ask('evaluationOne', await this.onlooker(call), evaluationId));
    const view = found && viewOf(found);
    if (view === null) throw new Refusal('evaluation/not-opened', { evaluation: evaluationId });
    return named(view, await namesOf(this.auth));
  }

  private async onlooker(asking: { readonly by: Actor; readonly session: SignedIn }) {
    return onlookerOf(asking, this.workflow.definition, await this.staff.on(romeDayOf(this.clock.now())));
  }
}

function named(view: View, people: People): View & Pick<Answer<'evaluation'>, 'called'> {
  const { person, evaluator, conciliator, correction } = view;
  const persons = [person, evaluator.person, conciliator?.person, correction?.by?.person];
  const called = persons.flatMap((id) => {
    if (id === undefined) return [];
    const { name, user } = people.of(id);
    return [[id, name ?? user ?? id] as const];
  });
  return { ...view, called: Object.fromEntries(called) };
}
