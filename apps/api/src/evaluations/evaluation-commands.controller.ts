import { Controller, Inject } from '@nestjs/common';
import type { Auth } from '#auth';
import { romeDayOf, type EvaluationCommand } from '#domain';
import { ENGINE, ToEvaluation, periodOf, type Clock, type Engine } from '#engine';
import { registryOf } from '../body/registry.js';
import { Called, type Call } from '../http/call.js';
import { Issue, type Sender, type Unissued } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import { personOf } from '../organisation/people.js';
import type { StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { certifiedShares } from './certified-shares.js';
import { routeInForce } from './route-in-force.js';

type OfOne = Sender & { readonly params: { readonly evaluationId: string } };

/** The evaluation of a person, step by step; a step of its chain is taken as of any approval. */
@Controller()
export class EvaluationCommandsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  @Answers('openEvaluation')
  async open(@Called() call: Call<'openEvaluation'>) {
    const { planId } = call.body;
    const [person, evaluator] = [await personOf(this.auth, call.body.person), await this.named(call.body.evaluator)];
    const evaluationId = `${planId}-${person}`;
    const period = await periodOf(this.engine.within(call.context), planId);
    const route = routeInForce(this.workflow.definition);
    const asked = {
      planId,
      person,
      evaluator,
      ...happenedOn(call),
      evaluationId,
      period,
      route,
      staff: await this.today(),
    };
    return {
      ...(await this.issue.to(ToEvaluation, evaluationId, call, { type: 'evaluation.open', ...asked })),
      evaluationId,
    };
  }

  @Answers('proposeEvaluation')
  async propose(@Called() call: Call<'proposeEvaluation'>) {
    const certified = await certifiedShares(this.engine.within(call.context), call.params.evaluationId);
    return this.send(call, { type: 'evaluation.propose', ...call.body, ...certified });
  }

  @Answers('withdrawEvaluation')
  withdraw(@Called() call: Call<'withdrawEvaluation'>) {
    return this.send(call, { type: 'evaluation.withdraw', ...call.body });
  }

  @Answers('recordEvaluationReceipt')
  async recordReceipt(@Called() call: Call<'recordEvaluationReceipt'>) {
    const calendar = { patronDay: (await registryOf(this.engine.within(call.context)))?.state.patronDay ?? null };
    return this.send(call, { type: 'evaluation.record-receipt', ...call.body, calendar });
  }

  @Answers('observeEvaluation')
  observe(@Called() call: Call<'observeEvaluation'>) {
    return this.send(call, { type: 'evaluation.observe', ...call.body });
  }

  @Answers('offerHearing')
  offerHearing(@Called() call: Call<'offerHearing'>) {
    return this.send(call, { type: 'evaluation.offer-hearing', hearingOn: call.body.on });
  }

  @Answers('recordHearing')
  recordHearing(@Called() call: Call<'recordHearing'>) {
    return this.send(call, { type: 'evaluation.record-hearing', ...call.body });
  }

  @Answers('judgeEvaluation')
  async judge(@Called() call: Call<'judgeEvaluation'>) {
    const staff = await this.today();
    return this.send(call, { type: 'evaluation.judge', ...call.body, staff });
  }

  @Answers('nameEvaluator')
  async nameEvaluator(@Called() call: Call<'nameEvaluator'>) {
    return this.send(call, {
      type: 'evaluation.name-evaluator',
      ...call.body,
      evaluator: await this.named(call.body.evaluator),
      staff: await this.today(),
    });
  }

  @Answers('requestConciliation')
  requestConciliation(@Called() call: Call<'requestConciliation'>) {
    return this.send(call, { type: 'evaluation.request-conciliation', ...call.body });
  }

  @Answers('nameConciliator')
  async nameConciliator(@Called() call: Call<'nameConciliator'>) {
    const [conciliator, staff] = [await this.named(call.body), await this.today()];
    return this.send(call, { type: 'evaluation.name-conciliator', conciliator, staff });
  }

  @Answers('conciliate')
  async conciliate(@Called() call: Call<'conciliate'>) {
    return this.send(call, { type: 'evaluation.conciliate', ...call.body, staff: await this.today() });
  }

  @Answers('makeEvaluationDefinitive')
  makeDefinitive(@Called() call: Call<'makeEvaluationDefinitive'>) {
    return this.send(call, { type: 'evaluation.make-definitive' });
  }

  private async named({ person, office }: Call<'nameConciliator'>['body']) {
    return { person: await personOf(this.auth, person), office };
  }

  private today() {
    return this.staff.on(romeDayOf(this.clock.now()));
  }

  private async send(call: OfOne, command: Unissued<EvaluationCommand>) {
    const inForce = routeInForce(this.workflow.definition);
    const { shares: counting } = await certifiedShares(this.engine.within(call.context), call.params.evaluationId);
    const asked = { ...command, ...happenedOn(call), staff: await this.today(), inForce, counting };
    return this.issue.to(ToEvaluation, call.params.evaluationId, call, asked);
  }
}
