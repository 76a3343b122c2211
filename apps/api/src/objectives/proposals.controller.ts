import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  bringsIn,
  findingsOf,
  nobodyLeftFrom,
  romeDayOf,
  type PlannedObjective,
  type ProposalFinding,
  type VariationState,
} from '#domain';
import { ENGINE, ToObjective, variationsOf, type Clock, type Engine } from '#engine';
import { actsCitedIn } from '#plan-import';
import type { ProposalShown } from '#read-model';
import { Called, type Answer, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import { refusalOf } from '../http/refusal-of.js';
import { ProblemWords, type Asked } from '../http/problem-words.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { lifecycleInForce } from './lifecycle-in-force.js';
import { planOf } from './require-in-force.js';
import { Watching } from './watching.js';
import { WaysIn } from './ways-in.js';

/** Objectives that the plan does not have yet. */
@Controller()
export class ProposalsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WaysIn) private readonly ways: WaysIn,
    @Inject(ProblemWords) private readonly words: ProblemWords,
    @Inject(Watching) private readonly watching: Watching,
  ) {}

  @Answers('proposeObjective')
  async propose(@Called() call: Call<'proposeObjective'>) {
    const { objectiveId } = call.params;
    const { horizon, ...proposed } = call.body;
    const planId = objectiveId.slice(0, objectiveId.indexOf('-'));
    const objective = asPlanned(objectiveId.slice(planId.length + 1), proposed);
    await this.ways.requireOne(objectiveId, call.context, objective);
    const { definition } = this.workflow;
    const workflow = lifecycleInForce(definition);
    const staff = await this.staffToday();
    const through = { ...this.chain(), staff };
    const command = {
      type: 'objective.propose',
      planId,
      objective,
      horizon,
      workflow,
      through,
      ...happenedOn(call),
      staff,
    } as const;
    const left = nobodyLeftFrom(objective, horizon, await this.watching.judging());
    const warnings = await this.watching.nobodyLeft(left, call.language);
    return telling({ warnings }, this.issue.to(ToObjective, objectiveId, call, command));
  }

  @Answers('returnProposal')
  async sendBack(@Called() call: Call<'returnProposal'>) {
    const through = { ...this.chain(), staff: await this.staffToday() };
    const command = { type: 'objective.return-proposal', ...call.body, ...happenedOn(call), ...through } as const;
    return this.issue.to(ToObjective, call.params.objectiveId, call, command);
  }

  @Answers('withdrawProposal')
  async withdraw(@Called() call: Call<'withdrawProposal'>) {
    const staff = await this.staffToday();
    const broughtInBy = await this.broughtInBy(call);
    const command = {
      type: 'objective.withdraw-proposal',
      ...call.body,
      broughtInBy,
      ...happenedOn(call),
      staff,
    } as const;
    return this.issue.to(ToObjective, call.params.objectiveId, call, command);
  }

  @Answers('validateProposal')
  async validate(@Called() call: Call<'validateProposal'>) {
    const { objectiveId } = call.params;
    await this.ways.requireOne(objectiveId, call.context);
    const findings = await this.findings(call);
    const through = { ...this.chain(), staff: await this.staffToday() };
    const command = { type: 'objective.validate', ...call.body, findings, ...happenedOn(call), ...through } as const;
    return this.issue.to(ToObjective, objectiveId, call, command);
  }

  @Answers('proposals')
  async list(@Called() { query: { planId }, language, session }: Call<'proposals'>): Promise<Answer<'proposals'>> {
    const today = romeDayOf(this.clock.now());
    const found = await this.queries.execute(new Ask('proposals', planId, today));
    const asked = { language, id: session.sessionId };
    const variations = found.length === 0 ? [] : await this.queries.execute(new Ask('variationList', { planId }));
    return {
      proposals: await Promise.all(
        found.map(async (one) => {
          const bringing = variations.find((each) => bringsProposalIn(each, one.objectiveId));
          return {
            ...one,
            possible: one.possible.filter(({ verb }) => verb !== 'withdraw-proposal' || bringing === undefined),
            variation: bringing?.variationId ?? null,
            ...(await this.wayOf(one, asked)),
          };
        }),
      ),
    };
  }

  /** The variation under way that brings it in: another stream, so it is asked here. */
  private async broughtInBy({
    params: { objectiveId },
    context,
  }: Pick<Call<'withdrawProposal'>, 'params' | 'context'>) {
    const planId = planOf(objectiveId);
    const all = await variationsOf(this.engine.within(context), planId);
    const bringing = all.find((state) => bringsProposalIn({ planId, state }, objectiveId));
    return bringing && { variation: bringing.variationId ?? '', office: bringing.office ?? '' };
  }

  /** By which it can still come into its plan, else why by none. */
  private async wayOf(
    { objectiveId, proposed }: Pick<ProposalShown, 'objectiveId' | 'proposed'>,
    asked: Pick<Asked, 'language' | 'id'>,
  ) {
    const id = objectiveId.slice(planOf(objectiveId).length + 1);
    try {
      return { way: await this.ways.of(objectiveId, { ...proposed, id }), noWay: null };
    } catch (error) {
      if (refusalOf(error) === null) throw error;
      const { details } = await this.words.tell(error, { ...asked, params: { objectiveId } });
      return { way: null, noWay: { code: details.code, detail: details.detail } };
    }
  }

  private chain() {
    const { id, version } = this.workflow.definition;
    return { chain: this.workflow.chainFor('objective'), workflow: { id, version } };
  }

  private staffToday() {
    return this.staff.on(romeDayOf(this.clock.now()));
  }

  /** What the lint of plans finds on this one alone. */
  private async findings({
    params,
    context,
  }: Pick<Call<'validateProposal'>, 'params' | 'context'>): Promise<readonly ProposalFinding[]> {
    const state = (await this.engine.within(context).load('objective', params.objectiveId))?.state;
    if (!state?.objective || state.horizon === null) return [];
    return findingsOf(state.objective, state.horizon, romeDayOf(this.clock.now()));
  }
}

function bringsProposalIn(
  { planId, state }: { readonly planId: string; readonly state: VariationState },
  objectiveId: string,
): boolean {
  return objectiveId.startsWith(`${planId}-`) && bringsIn(state, objectiveId.slice(planId.length + 1));
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
    acts: actsCitedIn([rest.title, ...[...indicators, ...rest.deadlines].map(({ text }) => text)]),
    source,
  };
}
