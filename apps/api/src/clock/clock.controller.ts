import { Controller, Inject, type OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ToClock } from '#engine';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { CLOCK, type ApiClock } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { Settling } from './settling.js';

/** How long an answer waits for everything to settle, and how often it looks. */
const WAIT_MS = 10_000;
const LOOK_MS = 20;

@Controller()
export class ClockController implements OnModuleDestroy {
  private closing = false;

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: ApiClock,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  /** Whoever still waits is answered, so that the server can end. */
  onModuleDestroy() {
    this.closing = true;
  }

  @Answers('clock')
  async show(@Called() { query }: Call<'clock'>) {
    const wait = query.settled === 'true';
    const until = performance.now() + WAIT_MS;
    let settled = await this.settling.isSettled();
    while (wait && !settled && !this.closing && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      settled = await this.settling.isSettled();
    }
    const now = this.clock.now();
    return { mode: this.clock.mode, now, settled, nextAlarmAt: await this.settling.nextAlarmAt(now) };
  }

  @Answers('advanceClock')
  async advance(@Called() { body, by, context }: Call<'advanceClock'>) {
    if (this.clock.mode !== 'simulated') throw new Refusal('clock/not-simulated');
    const to = new Date(body.now).toISOString();
    const executed = await this.commands.execute(
      new ToClock('simulated', { type: 'clock.advance', to, by, at: to }, context),
    );
    // the log tells every process; this one need not wait for the echo
    this.clock.observe(to);
    await this.workflow.publishOwn();
    return answered(executed);
  }
}
