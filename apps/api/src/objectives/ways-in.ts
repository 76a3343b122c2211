import { Inject, Injectable } from '@nestjs/common';
import { requireWayIn, romeDayOf, usualVariations, type LocalDate, type WayIn } from '#domain';
import { ENGINE, type Clock, type CommandContext, type Engine } from '#engine';
import { Refusal } from '../http/refusal.js';
import { CLOCK } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { planOf } from './require-in-force.js';

type Placed = Parameters<typeof requireWayIn>[0];

/** By which a proposal can still come into its plan: the plan is another stream, so it is asked here. */
@Injectable()
export class WaysIn {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  /** @throws Refused as `requireWayIn`, Refusal `variation/no-chain` */
  async of(
    objectiveId: string,
    placed: Placed,
    engine = this.engine,
    on: LocalDate = romeDayOf(this.clock.now()),
  ): Promise<WayIn> {
    const plan = await engine.load('plan', planOf(objectiveId));
    const { cutOff } = this.workflow.definition.variations ?? usualVariations;
    const way = requireWayIn(placed, plan?.state ?? null, { cutOff, on });
    if (way === 'variation' && this.workflow.chainFor('variation') === null) throw new Refusal('variation/no-chain');
    return way;
  }

  /**
   * Nobody proposes, nor agrees to, what can never come into the plan; it may be returned to be mended.
   *
   * @param placed  as it would be proposed; absent: as it was
   * @throws Refused, Refusal as above
   */
  async requireOne(objectiveId: string, context: CommandContext, placed?: Placed): Promise<void> {
    const engine = this.engine.within(context);
    const { objective = null, shares: [share] = [] } = (await engine.load('objective', objectiveId))?.state ?? {};
    // of what the plan has already the rules themselves say that it is no proposal
    if (share?.stage === 'planned') return;
    const asked = placed ?? objective;
    if (asked !== null) await this.of(objectiveId, asked, engine, context.occurredOn);
  }
}
