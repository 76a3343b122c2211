import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { romeDayOf } from '#domain';
import { ENGINE, ToPremium, type Clock, type Engine } from '#engine';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { gatherClaims } from './gather-claims.js';
import { requireUnpaid } from './require-unpaid.js';

/** Computes and liquidates premium runs. */
@Controller()
export class PremiumRunCommandsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
  ) {}

  @Answers('computePremium')
  async compute(@Called() { body, by, context }: Call<'computePremium'>) {
    const { planId, scope, fund, runId = context.commandId } = body;
    const claims = await gatherClaims(this.engine, planId, scope);
    const at = this.clock.now();
    const command = { type: 'premium.compute', runId, planId, scope, fund, claims, by, at } as const;
    return { ...answered(await this.commands.execute(new ToPremium(runId, command, context))), runId };
  }

  @Answers('liquidatePremium')
  async liquidate(@Called() { params, body, by, context }: Call<'liquidatePremium'>) {
    await requireUnpaid(this.engine, params.runId);
    const at = this.clock.now();
    const staff = await this.staff.on(romeDayOf(at));
    const { onBehalfOf = null } = context;
    const command = { type: 'premium.liquidate', act: body.act, staff, onBehalfOf, by, at } as const;
    return answered(await this.commands.execute(new ToPremium(params.runId, command, context)));
  }
}
