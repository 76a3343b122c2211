import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import { romeDayOf, takenUpBy, type Actor, type Instant } from '#domain';
import { ToOrganisation, type Clock, type CommandContext, type Executed } from '#engine';
import { OFFICES, type StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
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
    @Inject(STAFF) private readonly staff: StaffRegister,
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
    const executed = await this.commands.execute(new Stream(id, issued, surroundings));
    if ((context.onBehalfOf ?? null) !== null) await this.takeUp({ by, context });
    return answered(executed);
  }

  /** Whoever has acted in another's place has taken the delegation up. Sent again, the same command says so if this was lost. */
  private async takeUp({ by, context }: Sender): Promise<void> {
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    for (const delegationId of takenUpBy(staff, by)) {
      const command = { type: 'organisation.take-up-delegation', delegationId, by, at: this.clock.now() } as const;
      const { correlationId, commandId: causationId, onBehalfOf = null } = context;
      const commandId = uuidv5(delegationId, TAKEN_UP);
      const surroundings = { commandId, correlationId, causationId, onBehalfOf, request: { delegationId } };
      await this.commands.execute(new ToOrganisation(OFFICES, command, surroundings));
      this.staff.organisationChanged();
    }
  }
}

/** Any fixed UUID: a delegation is taken up once. */
const TAKEN_UP = '0f6c9d52-3b1e-5a47-8c2d-6e94b7a1d305';

interface Sent {
  readonly by: Actor;
  readonly at: Instant;
}
