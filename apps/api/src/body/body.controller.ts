import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { OPERATOR_USER as OPERATOR, type Auth } from '#auth';
import { ENGINE, ToBody, type Engine } from '#engine';
import type { ApiConfig } from '../config.js';
import { Called, type Call } from '../http/call.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { AUTH, CONFIG } from '../parts.js';
import { VERSION } from '../project-root.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { demonstrationIn } from './demonstration-mark.js';
import { nextSetupStep, officesOf, overseeingOf } from './layout.js';
import { namedInWorkflow } from './named-offices.js';
import { REGISTRY, registryOf } from './registry.js';

/** The body itself: what it is called, how it is laid out. */
@Controller()
export class BodyController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
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
      overseeing: [...overseeingOf(known)],
      called: Object.fromEntries(namedInWorkflow(this.workflow.definition).map((office) => [office.id, office.name])),
      demonstration: demonstrationIn(data) !== null,
      clock,
      setup: { complete: known.registry?.setupCompleted ?? false, next: nextSetupStep(known) },
      revision: registry?.revision ?? -1,
    };
  }

  @Answers('nameBody')
  name(@Called() call: Call<'nameBody'>) {
    return this.issue.to(ToBody, REGISTRY, call, { type: 'body.name', ...call.body });
  }

  @Answers('setPatronDay')
  setPatronDay(@Called() call: Call<'setPatronDay'>) {
    return this.issue.to(ToBody, REGISTRY, call, { type: 'body.set-patron-day', ...call.body });
  }

  @Answers('defineOffices')
  defineOffices(@Called() call: Call<'defineOffices'>) {
    return this.issue.to(ToBody, REGISTRY, call, { type: 'body.define-offices', ...call.body });
  }

  @Answers('completeSetup')
  completeSetup(@Called() call: Call<'completeSetup'>) {
    return this.issue.to(ToBody, REGISTRY, call, { type: 'body.complete-setup' });
  }
}
