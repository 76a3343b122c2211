import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { romeDayOf, type RunStanding } from '#domain';
import { ENGINE, ToPremium, type Clock, type Engine } from '#engine';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { evaluatedOf } from './evaluated-of.js';
import { gatherClaims } from './gather-claims.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { standingOf } from './standing-of.js';

/** Computes, proposes and liquidates premium runs. */
@Controller()
export class PremiumRunCommandsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('computePremium')
  async compute(@Called() { body, by, context }: Call<'computePremium'>) {
    const { planId, scope, fund, reserve, runId = context.commandId } = body;
    const claims = await gatherClaims(this.engine, planId, scope);
    const chain = this.workflow.chainFor('premium-run');
    const { id, version, evaluations } = this.workflow.definition;
    const demanded = evaluations !== undefined && this.workflow.chainFor('evaluation') !== null;
    const workflow = { id, version };
    const route = chain === null ? null : { chain, workflow, ...(demanded && { evaluations: true }) };
    const at = this.clock.now();
    const asked = { runId, planId, scope, fund, ...(reserve !== undefined && { reserve }) };
    const command = { type: 'premium.compute', ...asked, claims, route, by, at } as const;
    return { ...answered(await this.commands.execute(new ToPremium(runId, command, context))), runId };
  }

  @Answers('proposePremium')
  async propose(@Called() { params: { runId }, body: { documents }, by, context }: Call<'proposePremium'>) {
    const at = this.clock.now();
    const staff = await this.staff.on(romeDayOf(at));
    const known = (await standingOf(this.engine, runId)) ?? NOTHING_TO_ASK;
    const standing = { ...known, evaluated: await evaluatedOf(this.engine, runId, known.period, staff) };
    const command = { type: 'premium.propose', documents, standing, staff, by, at } as const;
    return answered(await this.commands.execute(new ToPremium(runId, command, context)));
  }

  @Answers('liquidatePremium')
  async liquidate(@Called() { params: { runId }, body: { act }, by, context }: Call<'liquidatePremium'>) {
    const standing = await standingOf(this.engine, runId);
    const at = this.clock.now();
    const staff = await this.staff.on(romeDayOf(at));
    const { onBehalfOf = null } = context;
    const asked = { act, staff, onBehalfOf, ...(standing !== null && { standing }) };
    const command = { type: 'premium.liquidate', ...asked, by, at } as const;
    return answered(await this.commands.execute(new ToPremium(runId, command, context)));
  }
}

/** Of a run that is not there, or liquidated: its own rules refuse. */
const NOTHING_TO_ASK: RunStanding = { planStatus: 'none', degrees: {}, period: { from: '', to: '' } };
