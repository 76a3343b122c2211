import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext, Executed } from './context.js';
import type { Engine } from './engine.js';
import type { CommandOf, Kind } from './kinds.js';

export const ENGINE = Symbol('Engine');

/** A domain command on its way to one stream. One message for each kind of stream, not one for each command. */
abstract class To<K extends Kind> extends Command<Executed> {
  abstract readonly kind: K;
  constructor(
    readonly id: string,
    readonly command: CommandOf<K>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export class ToAct extends To<'act'> {
  readonly kind = 'act';
}

export class ToPlan extends To<'plan'> {
  readonly kind = 'plan';
}
export class ToObjective extends To<'objective'> {
  readonly kind = 'objective';
}
export class ToPremium extends To<'premium'> {
  readonly kind = 'premium';
}
export class ToEvaluation extends To<'evaluation'> {
  readonly kind = 'evaluation';
}

export class ToClock extends To<'clock'> {
  readonly kind = 'clock';
}

export class ToBody extends To<'body'> {
  readonly kind = 'body';
}

export class ToOrganisation extends To<'organisation'> {
  readonly kind = 'organisation';
}

export class ToVariation extends To<'variation'> {
  readonly kind = 'variation';
}

export class ToWorkflow extends To<'workflow'> {
  readonly kind = 'workflow';
}

class Handler<K extends Kind> implements ICommandHandler<To<K>> {
  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  execute({ kind, id, command, context }: To<K>): Promise<Executed> {
    return this.engine.execute(kind, id, command, context);
  }
}

@CommandHandler(ToAct)
export class ToActHandler extends Handler<'act'> {}

@CommandHandler(ToPlan)
export class ToPlanHandler extends Handler<'plan'> {}

@CommandHandler(ToObjective)
export class ToObjectiveHandler extends Handler<'objective'> {}

@CommandHandler(ToPremium)
export class ToPremiumHandler extends Handler<'premium'> {}

@CommandHandler(ToEvaluation)
export class ToEvaluationHandler extends Handler<'evaluation'> {}

@CommandHandler(ToClock)
export class ToClockHandler extends Handler<'clock'> {}

@CommandHandler(ToBody)
export class ToBodyHandler extends Handler<'body'> {}

@CommandHandler(ToOrganisation)
export class ToOrganisationHandler extends Handler<'organisation'> {}

@CommandHandler(ToVariation)
export class ToVariationHandler extends Handler<'variation'> {}

@CommandHandler(ToWorkflow)
export class ToWorkflowHandler extends Handler<'workflow'> {}
