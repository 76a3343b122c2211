import { Controller, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ToClock } from '#engine';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { CLOCK, type ApiClock } from '../parts.js';

@Controller()
export class ClockController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: ApiClock,
  ) {}

  @Answers('clock')
  clock_() {}

  @Answers('advanceClock')
  async advance(@Called() { body, by, context }: Call<'advanceClock'>) {
    if (this.clock.mode !== 'simulated') throw new Refusal('clock/not-simulated');
    const to = new Date(body.now).toISOString();
    const command = { type: 'clock.advance', to, by, at: to } as const;
    const executed = await this.commands.execute(new ToClock('simulated', command, context));
    // the log tells every process, this one should not wait for the echo
    this.clock.observe(to);
    return answered(executed);
  }
}
