import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { romeDayOf, type Actor } from '#domain';
import type { SignedIn } from '#auth';
import type { Clock } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { onlookerOf } from './onlooker.js';
import { viewOf } from './view-of.js';

/** Evaluations of persons, for those who may see them: of any other the answer is that there is none. */
@Controller()
export class EvaluationQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
  ) {}

  @Answers('evaluations')
  async list(@Called() call: Call<'evaluations'>): Promise<Answer<'evaluations'>> {
    const { planId } = call.query;
    const found = await this.queries.execute(new Ask('evaluationList', await this.onlooker(call), planId));
    return { evaluations: found.flatMap((one) => viewOf(one) ?? []) };
  }

  @Answers('evaluation')
  async one(@Called() call: Call<'evaluation'>): Promise<Answer<'evaluation'>> {
    const { evaluationId } = call.params;
    const found = await this.queries.execute(new Ask('evaluationOne', await this.onlooker(call), evaluationId));
    const view = found && viewOf(found);
    if (view === null) throw new Refusal('evaluation/not-opened', { evaluation: evaluationId });
    return view;
  }

  private async onlooker(asking: { readonly by: Actor; readonly session: SignedIn }) {
    return onlookerOf(asking, this.workflow.definition, await this.staff.on(romeDayOf(this.clock.now())));
  }
}
