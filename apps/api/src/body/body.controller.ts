import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Auth } from '#auth';
import type { BodyCommand } from '#domain';
import { ENGINE, ToBody, type Clock, type Engine } from '#engine';
import type { ApiConfig } from '../config.js';
import { answered } from '../http/answered.js';
import { Called, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { OPERATOR_USER as OPERATOR } from '#auth';
import { AUTH, CLOCK, CONFIG } from '../parts.js';
import { VERSION } from '../project-root.js';
import { Ask } from '../queries/ask.handler.js';
import { demonstrationIn } from './demonstration-mark.js';
import { nextSetupStep, officesOf } from './layout.js';
import { REGISTRY, registryOf } from './registry.js';

type Unissued<Command> = Command extends unknown ? Omit<Command, 'by' | 'at'> : never;

/** The body itself: what it is called, how it is laid out. */
@Controller()
export class BodyController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  @Answers('welcome')
  async welcome() {
    const { body: id, data, clock } = this.config;
    const name = (await registryOf(this.engine))?.state.name ?? id;
    return { body: { id, name }, demonstration: demonstrationIn(data), clock, version: VERSION };
  }

  @Answers('body')
  async show() {
    const { body: id, data, clock } = this.config;
    const [registry, areas, everyone] = await Promise.all([
      registryOf(this.engine),
      this.queries.execute(new Ask('planAreas')),
      this.auth.accounts(),
    ]);
    const accounts = everyone.filter(({ user }) => user !== OPERATOR);
    const known = { registry: registry?.state ?? null, areas, accounts };
    return {
      id,
      name: known.registry?.name ?? id,
      patronDay: known.registry?.patronDay ?? null,
      offices: [...officesOf(known)],
      demonstration: demonstrationIn(data) !== null,
      clock,
      setup: { complete: known.registry?.setupCompleted ?? false, next: nextSetupStep(known) },
      revision: registry?.revision ?? -1,
    };
  }

  @Answers('nameBody')
  name(@Called() call: Call<'nameBody'>) {
    return this.send(call, { type: 'body.name', ...call.body });
  }

  @Answers('setPatronDay')
  setPatronDay(@Called() call: Call<'setPatronDay'>) {
    return this.send(call, { type: 'body.set-patron-day', ...call.body });
  }

  @Answers('defineOffices')
  defineOffices(@Called() call: Call<'defineOffices'>) {
    return this.send(call, { type: 'body.define-offices', ...call.body });
  }

  @Answers('completeSetup')
  completeSetup(@Called() call: Call<'completeSetup'>) {
    return this.send(call, { type: 'body.complete-setup' });
  }

  private async send({ by, context }: Pick<Call<'nameBody'>, 'by' | 'context'>, command: Unissued<BodyCommand>) {
    const issued = { ...command, by, at: this.clock.now() };
    return answered(await this.commands.execute(new ToBody(REGISTRY, issued, context)));
  }
}
