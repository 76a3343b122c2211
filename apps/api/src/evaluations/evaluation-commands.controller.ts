import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { romeDayOf, type Actor, type EvaluationCommand } from '#domain';
import { ENGINE, ToEvaluation, type Clock, type CommandContext, type Engine } from '#engine';
import { registryOf } from '../body/registry.js';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { certifiedShares, periodOf } from './certified-shares.js';

interface Sent {
  readonly params: { readonly evaluationId: string };
  readonly by: Actor;
  readonly context: CommandContext;
}

/** The evaluation of a person, step by step; a step of its chain is taken as of any approval. */
@Controller()
export class EvaluationCommandsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('openEvaluation')
  async open(@Called() { body, by, context }: Call<'openEvaluation'>) {
    const { planId, person, evaluator } = body;
    const evaluationId = `${planId}-${person}`;
    const period = await periodOf(this.engine, planId);
    const chain = this.workflow.chainFor('evaluation');
    const { id, version, evaluations: terms } = this.workflow.definition;
    const route = chain === null || terms === undefined ? null : { chain, workflow: { id, version }, terms };
    const { at, staff } = await this.now();
    const asked = { evaluationId, planId, person, evaluator, period, route, staff, by, at };
    const sent = await this.send({ params: { evaluationId }, by, context }, { type: 'evaluation.open', ...asked });
    return { ...sent, evaluationId };
  }

  @Answers('proposeEvaluation')
  async propose(@Called() call: Call<'proposeEvaluation'>) {
    const shares = await certifiedShares(this.engine, call.params.evaluationId);
    return this.send(call, { type: 'evaluation.propose', ...call.body, shares, by: call.by, at: this.clock.now() });
  }

  @Answers('recordEvaluationReceipt')
  async recordReceipt(@Called() call: Call<'recordEvaluationReceipt'>) {
    const calendar = { patronDay: (await registryOf(this.engine))?.state.patronDay ?? null };
    const at = this.clock.now();
    return this.send(call, { type: 'evaluation.record-receipt', ...call.body, calendar, by: call.by, at });
  }

  @Answers('observeEvaluation')
  observe(@Called() call: Call<'observeEvaluation'>) {
    return this.send(call, { type: 'evaluation.observe', ...call.body, by: call.by, at: this.clock.now() });
  }

  @Answers('offerHearing')
  offerHearing(@Called() call: Call<'offerHearing'>) {
    return this.send(call, { type: 'evaluation.offer-hearing', ...call.body, by: call.by, at: this.clock.now() });
  }

  @Answers('recordHearing')
  recordHearing(@Called() call: Call<'recordHearing'>) {
    return this.send(call, { type: 'evaluation.record-hearing', ...call.body, by: call.by, at: this.clock.now() });
  }

  @Answers('judgeEvaluation')
  async judge(@Called() call: Call<'judgeEvaluation'>) {
    return this.send(call, { type: 'evaluation.judge', ...call.body, by: call.by, ...(await this.now()) });
  }

  @Answers('requestConciliation')
  requestConciliation(@Called() call: Call<'requestConciliation'>) {
    const at = this.clock.now();
    return this.send(call, { type: 'evaluation.request-conciliation', ...call.body, by: call.by, at });
  }

  @Answers('nameConciliator')
  async nameConciliator(@Called() call: Call<'nameConciliator'>) {
    const conciliator = call.body;
    return this.send(call, { type: 'evaluation.name-conciliator', conciliator, by: call.by, ...(await this.now()) });
  }

  @Answers('conciliate')
  async conciliate(@Called() call: Call<'conciliate'>) {
    return this.send(call, { type: 'evaluation.conciliate', ...call.body, by: call.by, ...(await this.now()) });
  }

  @Answers('makeEvaluationDefinitive')
  makeDefinitive(@Called() call: Call<'makeEvaluationDefinitive'>) {
    return this.send(call, { type: 'evaluation.make-definitive', by: call.by, at: this.clock.now() });
  }

  private async now() {
    const at = this.clock.now();
    return { at, staff: await this.staff.on(romeDayOf(at)) };
  }

  private async send({ params, context }: Sent, command: EvaluationCommand) {
    return answered(await this.commands.execute(new ToEvaluation(params.evaluationId, command, context)));
  }
}
