import { Controller, Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { findingsOn, lintOf, romeDayOf, type PlannedObjective, type ProposalFinding } from '#domain';
import { ENGINE, ToObjective, type Clock, type Engine } from '#engine';
import { answered } from '../http/answered.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Answers } from '../http/route.js';
import { CLOCK } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { lifecycleInForce } from './lifecycle-in-force.js';
import { staffOfCall } from './staff-of-call.js';

/** Objectives that the plan does not have yet. */
@Controller()
export class ProposalsController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
  ) {}

  @Answers('proposeObjective')
  async propose(@Called() call: Call<'proposeObjective'>) {
    const { objectiveId } = call.params;
    const { horizon, ...proposed } = call.body;
    const planId = objectiveId.slice(0, objectiveId.indexOf('-'));
    const objective = asPlanned(objectiveId.slice(planId.length + 1), proposed);
    const { definition } = this.workflow;
    const workflow = lifecycleInForce(definition);
    const command = { type: 'objective.propose', planId, objective, horizon, workflow, ...this.issued(call) } as const;
    return answered(await this.commands.execute(new ToObjective(objectiveId, command, call.context)));
  }

  @Answers('returnProposal')
  async sendBack(@Called() call: Call<'returnProposal'>) {
    const command = { type: 'objective.return-proposal', ...call.body, ...this.chain(), ...this.issued(call) } as const;
    return answered(await this.commands.execute(new ToObjective(call.params.objectiveId, command, call.context)));
  }

  @Answers('validateProposal')
  async validate(@Called() call: Call<'validateProposal'>) {
    const { objectiveId } = call.params;
    const findings = await this.findings(objectiveId);
    const command = {
      type: 'objective.validate',
      ...call.body,
      findings,
      ...this.chain(),
      ...this.issued(call),
    } as const;
    return answered(await this.commands.execute(new ToObjective(objectiveId, command, call.context)));
  }

  @Answers('proposals')
  async list(@Called() { query: { planId } }: Call<'proposals'>): Promise<Answer<'proposals'>> {
    return { proposals: await this.queries.execute(new Ask('proposals', planId)) };
  }

  private chain() {
    const { id, version } = this.workflow.definition;
    return { chain: this.workflow.chainFor('objective'), workflow: { id, version } };
  }

  private issued(call: Pick<Call<'suspend'>, 'by' | 'session'>) {
    const at = this.clock.now();
    return { by: call.by, at, staff: staffOfCall(call, this.workflow.definition, at) };
  }

  /** What the lint of plans finds on this one alone. */
  private async findings(objectiveId: string): Promise<readonly ProposalFinding[]> {
    const state = (await this.engine.load('objective', objectiveId))?.state;
    if (!state?.objective || state.horizon === null) return [];
    const { objective, horizon } = state;
    const areas = [...new Set(objective.shares.map(({ areaId }) => areaId))];
    const lint = lintOf(
      {
        body: '',
        year: Number(horizon.slice(0, 4)),
        title: '',
        act: null,
        horizon,
        areas: areas.map((id) => ({ id, name: id, aliases: [], kind: 'area', ceiling: null })),
        missions: [],
        objectives: [objective],
        readings: [],
      },
      { today: romeDayOf(this.clock.now()) },
    );
    return findingsOn(lint, objective.id)
      .filter(({ severity }) => severity === 'warning')
      .map(({ rule, shareIds }) => ({ code: rule, where: shareIds.join(' ') || objective.id }));
  }
}

/** As the plan would have it; it was read from no line of a document. */
function asPlanned(
  id: string,
  { indicators, shares, ...rest }: Omit<Call<'proposeObjective'>['body'], 'horizon'>,
): PlannedObjective {
  const source = { line: 0 };
  return {
    id,
    number: id.slice(id.lastIndexOf('.') + 1),
    ...rest,
    shares: shares.map((share) => ({ ...share, source })),
    indicators: indicators.map((indicator) => ({ ...indicator, source })),
    acts: [],
    source,
  };
}
