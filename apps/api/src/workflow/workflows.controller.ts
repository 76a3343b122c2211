import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { approvalSubjects } from '#domain';
import { ToWorkflow, type Clock } from '#engine';
import { adviceFor, drawChain, drawEvaluations, drawLifecycle, readWorkflow, workflowSchema } from '#workflow';
import { answered } from '../http/answered.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { CLOCK } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { advisedIn } from './advised-in.js';
import { ROLES } from './read-workflow-file.js';
import { WORKFLOW, type WorkflowInForce } from './workflow-in-force.js';

/** How the body does things: published versions, drawn, and new ones. */
@Controller()
export class WorkflowsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('workflows')
  async list(): Promise<Answer<'workflows'>> {
    const published = await this.queries.execute(new Ask('workflowList'));
    return { workflows: published.map((version) => ({ ...version, inForce: this.isInForce(version) })) };
  }

  @Answers('workflow')
  async show(@Called() { params, language }: Call<'workflow'>): Promise<Answer<'workflow'>> {
    const { workflowId, version } = params;
    const definition = await this.queries.execute(new Ask('workflowVersion', workflowId, version));
    if (definition === null) throw new Refusal('workflow/not-found', { workflow: workflowId, version });
    const chains = approvalSubjects
      .filter((subject) => definition.chains[subject] !== undefined)
      .map((subject) => [subject, drawChain(definition, subject, language)] as const);
    const mermaid = {
      lifecycle: drawLifecycle(definition, language),
      chains: Object.fromEntries(chains),
      evaluations: drawEvaluations(definition, language) || null,
    };
    const warnings = adviceFor(definition).map((advice) => advisedIn(language, advice));
    return { definition, inForce: this.isInForce(definition), mermaid, warnings };
  }

  @Answers('publishWorkflow')
  async publish(@Called() { body, by, context, language }: Call<'publishWorkflow'>) {
    const reading = readWorkflow(body.source, { roles: ROLES });
    if (reading.definition === null) {
      const { mistakes } = reading;
      const facts = { count: mistakes.length, line: mistakes[0]?.line ?? 1, what: mistakes[0]?.what[language] ?? '' };
      throw new Refusal('workflow/has-mistakes', facts, { mistakes: mistakes.map((mistake) => ({ ...mistake })) });
    }
    const { definition } = reading;
    const warnings = reading.warnings.map((warning) => advisedIn(language, warning));
    const command = {
      type: 'workflow.publish',
      definition,
      known: { roles: ROLES },
      by,
      at: this.clock.now(),
    } as const;
    const publishing = this.commands.execute(new ToWorkflow(definition.id, command, context));
    const { warnings: told, ...executed } = await telling({ warnings }, publishing);
    this.workflow.published(definition);
    const { id, version } = definition;
    return { ...answered(executed), id, version, inForce: this.isInForce(definition), warnings: told };
  }

  @Answers('workflowSchema')
  schema(): Answer<'workflowSchema'> {
    return workflowSchema;
  }

  private isInForce({ id, version }: { readonly id: string; readonly version: number }): boolean {
    const { definition } = this.workflow;
    return definition.id === id && definition.version === version;
  }
}
