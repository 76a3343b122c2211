import { Inject, Injectable } from '@nestjs/common';
import { Refused, romeDayOf, usualVariations, type PlanChange, type VariationState } from '#domain';
import { ENGINE, ToVariation, variationsOf, type Clock, type Engine } from '#engine';
import type { Call } from '../http/call.js';
import { happenedOn } from '../http/happened-on.js';
import { Issue, type Sender } from '../http/issue.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { gatherSurroundings } from './gather-surroundings.js';

/** Steps of variations, by whichever address they are taken: each time the plan is asked whether it can still be varied so. */
@Injectable()
export class VariationSteps {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  /** @throws Refused `variation/not-requested`, and as the step and `requirePossible` do */
  async take(variationId: string, sender: Sender, taken: Omit<Call<'takeStep'>['body'], 'effect'>) {
    const planId = planOf(variationId);
    const all = await variationsOf(this.engine.within(sender.context), planId);
    const changes = all.find((one) => one.variationId === variationId)?.asked?.changes;
    if (changes === undefined) throw new Refused('variation/not-requested', { variation: variationId });
    const surroundings = await this.surroundings({ planId, variationId }, changes, all, sender.context);
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const command = { type: 'variation.take-step', ...taken, ...happenedOn(sender), surroundings, staff } as const;
    return this.issue.to(ToVariation, variationId, sender, command);
  }

  /** What the plan, its objectives and its other variations say now. */
  surroundings(
    { planId, variationId }: { readonly planId: string; readonly variationId: string },
    changes: readonly PlanChange[],
    all: readonly VariationState[],
    context: Sender['context'],
  ) {
    const { cutOff } = this.workflow.definition.variations ?? usualVariations;
    const others = all.filter((one) => one.variationId !== variationId);
    return gatherSurroundings(this.engine.within(context), planId, changes, others, cutOff);
  }
}

/** `2022-1` → `2022` */
export function planOf(variationId: string): string {
  return variationId.slice(0, variationId.lastIndexOf('-'));
}
