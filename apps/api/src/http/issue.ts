import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { Actor, Instant } from '#domain';
import type { Clock, CommandContext, Executed } from '#engine';
import { CLOCK } from '../parts.js';
import { answered } from './answered.js';

/** A command before it is said who sends it, and when. */
export type Unissued<Issued> = Issued extends unknown ? Omit<Issued, 'by' | 'at'> : never;

/** A command's way to streams of one kind, such as `ToPlan`. */
type To<Issued> = new (id: string, command: Issued, context: CommandContext) => Command<Executed>;

/** Who sends it, as its call says. */
export interface Sender {
  readonly by: Actor;
  readonly context: CommandContext;
}

/** Issues commands in the name of who called, as of now; they are answered as every command is. */
@Injectable()
export class Issue {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param occurredOn  when it happened, where the command itself says so */
  async to<const Told extends { readonly type: string }>(
    Stream: To<Told & Sent>,
    id: string,
    { by, context }: Sender,
    command: Told,
    occurredOn?: string,
  ) {
    // what a caller sends as `by` or `at` is overwritten; a literal that begins with the copy would be ten times slower
    const issued = Object.assign({}, command, { by, at: this.clock.now() });
    const surroundings = occurredOn === undefined ? context : { ...context, occurredOn };
    return answered(await this.commands.execute(new Stream(id, issued, surroundings)));
  }
}

interface Sent {
  readonly by: Actor;
  readonly at: Instant;
}
