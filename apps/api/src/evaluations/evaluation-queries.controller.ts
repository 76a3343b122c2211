import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '#domain';
import type { Onlooker, StandingEvaluation } from '#read-model';
import { Called, type Answer, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

/** Evaluations of persons, for those who may see them: of any other the answer is that there is none. */
@Controller()
export class EvaluationQueriesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('evaluations')
  async list(@Called() { query: { planId }, by }: Call<'evaluations'>): Promise<Answer<'evaluations'>> {
    const found = await this.queries.execute(new Ask('evaluationList', this.onlooker(by), planId));
    return { evaluations: found.flatMap((one) => viewOf(one) ?? []) };
  }

  @Answers('evaluation')
  async one(@Called() { params: { evaluationId }, by }: Call<'evaluation'>): Promise<Answer<'evaluation'>> {
    const found = await this.queries.execute(new Ask('evaluationOne', this.onlooker(by), evaluationId));
    const view = found && viewOf(found);
    if (view === null) throw new Refusal('evaluation/not-opened', { evaluation: evaluationId });
    return view;
  }

  /** The Segretario and the Nucleo answer for all evaluations; anybody else sees their own and those they give. */
  private onlooker({ id, office }: Actor): Onlooker {
    const its = this.workflow.definition.offices.find((one) => one.id === office)?.function ?? null;
    return { id, all: its === 'segretario' || its === 'evaluation-body' };
  }
}

function viewOf({ evaluationId, state, step, approvalId, revision }: StandingEvaluation): Answer<'evaluation'> | null {
  if (state.opened === null) return null;
  const { planId, person, offices, evaluator } = state.opened;
  const { status, score, observationsUntil, hearing, conciliationUntil, conciliator } = state;
  const rest = { status, score, observationsUntil, hearing, conciliationUntil, conciliator };
  return { evaluationId, planId, person, offices, evaluator, ...rest, step, approvalId, revision };
}
