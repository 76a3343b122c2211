import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { may, type Action } from '#auth';
import type { Language } from '#contract';
import { dayTold, romeDayOf, type RouteOfRun, type RunStanding } from '#domain';
import { ENGINE, evaluatedOf, evaluatedOfRun, officesOf, periodOf, ToPremium, type Clock, type Engine } from '#engine';
import { Called, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { Issue } from '../http/issue.js';
import { ProblemWords } from '../http/problem-words.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { adjustmentOf } from './adjustment-of.js';
import { binding } from './binding.js';
import { figuresOf } from './figures-of.js';
import { gatherClaims } from './gather-claims.js';
import { paidInAll } from './paid-in-all.js';
import { setAsideBy } from './set-aside.js';
import { settlementOf } from './settlement-of.js';
import { standingOf } from './standing-of.js';

/** Computes, adjusts, proposes, withdraws and liquidates premium runs. */
@Controller()
export class PremiumRunCommandsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  @Answers('computePremium')
  async compute(@Called() call: Call<'computePremium'>) {
    const { planId, scope, runId = call.context.commandId } = call.body;
    // the tables may not know yet what was liquidated a moment ago
    const reserving = await this.queries.execute(new Ask('runsWithReserve', planId));
    const engine = this.engine.within(call.context);
    const setAside = await setAsideBy(engine, reserving);
    const { claims: all, paidBy } = await gatherClaims(engine, planId, scope);
    const claims = all.filter(({ shareId }) => !Object.hasOwn(setAside, shareId));
    const reservedBy = [...new Set(all.flatMap(({ shareId }) => setAside[shareId] ?? []))];
    const staff = await this.today();
    const period = await periodOf(engine, planId);
    const evaluations = { ...(await evaluatedOf(engine, planId, officesOf(claims), period, staff)), staff };
    const asked = {
      ...call.body,
      runId,
      claims,
      paidBy,
      reservedBy,
      route: this.route(),
      evaluations,
      ...standingIn(call, 'premium.compute'),
    };
    const isNothing = Number(call.body.fund) === 0;
    const warnings = await Promise.all([
      ...(isNothing ? [this.words.warning('premium/pays-nothing', { run: runId }, call.language)] : []),
      ...(paidBy.length > 0 && !isNothing
        ? [this.words.warning('premium/fund-shared-before', await paidInAll(engine, paidBy), call.language)]
        : []),
    ]);
    const computing = this.issue.to(ToPremium, runId, call, { type: 'premium.compute', ...asked });
    return { ...(await telling({ warnings }, computing)), runId };
  }

  @Answers('settlePremium')
  async settle(@Called() call: Call<'settlePremium'>) {
    const { runId = call.context.commandId } = call.body;
    const engine = this.engine.within(call.context);
    const settlement = await settlementOf(engine, call.params.runId);
    const { planId, awaited } = settlement.earlier;
    const staff = await this.today();
    const period = await periodOf(engine, planId);
    const standing = await evaluatedOf(engine, planId, officesOf(awaited), period, staff);
    const route = this.route();
    const asked = { runId, ...settlement, route, standing, staff, ...standingIn(call, 'premium.compute') };
    return { ...(await this.issue.to(ToPremium, runId, call, { type: 'premium.settle', ...asked })), runId };
  }

  @Answers('adjustPremium')
  async adjust(@Called() call: Call<'adjustPremium'>) {
    const { objectiveId, shareId } = call.params;
    const { onBehalfOf = null } = call.context;
    const staff = await this.today();
    const adjustment = await adjustmentOf(this.engine.within(call.context), objectiveId, shareId, staff);
    const { runId } = adjustment;
    const { amount } = call.body;
    const asked = {
      ...adjustment,
      amount,
      route: this.route(),
      ...happenedOn(call),
      staff,
      onBehalfOf,
      ...standingIn(call, 'premium.compute'),
    };
    return { ...(await this.issue.to(ToPremium, runId, call, { type: 'premium.adjust', ...asked })), runId };
  }

  @Answers('proposePremium')
  async propose(@Called() call: Call<'proposePremium'>) {
    const { runId } = call.params;
    const engine = this.engine.within(call.context);
    const staff = await this.today();
    const standing = {
      ...NOTHING_TO_ASK,
      ...(await standingOf(engine, runId, staff)),
      ...(await figuresOf(engine, this.queries, runId)),
      ...(await evaluatedOfRun(engine, runId, staff)),
    };
    const { documents } = call.body;
    const warnings = await this.differing(runId, standing, call.language);
    const asked = { documents, standing, ...happenedOn(call), staff, ...standingIn(call, 'premium.propose') };
    return telling({ warnings }, this.issue.to(ToPremium, runId, call, { type: 'premium.propose', ...asked }));
  }

  @Answers('withdrawPremium')
  async withdraw(@Called() call: Call<'withdrawPremium'>) {
    const { onBehalfOf = null } = call.context;
    const staff = await this.today();
    const asked = { ...call.body, ...happenedOn(call), staff, onBehalfOf, ...standingIn(call, 'premium.propose') };
    return this.issue.to(ToPremium, call.params.runId, call, { type: 'premium.withdraw', ...asked });
  }

  @Answers('liquidatePremium')
  async liquidate(@Called() call: Call<'liquidatePremium'>) {
    const { runId } = call.params;
    const engine = this.engine.within(call.context);
    const staff = await this.today();
    const { act } = call.body;
    const issued = { type: 'premium.liquidate', by: call.by, at: this.clock.now(), act } as const;
    const told = dayTold(issued, call.context.occurredOn);
    const known = await standingOf(engine, runId, staff, { by: call.by, at: issued.at, act, told });
    const figures = known && (await figuresOf(engine, this.queries, runId));
    const standing = figures && { ...known, ...figures, ...(await evaluatedOfRun(engine, runId, staff)) };
    const { onBehalfOf = null } = call.context;
    const asked = { act, ...happenedOn(call), staff, onBehalfOf, ...(standing !== null && { standing }) };
    const command = { ...issued, ...asked };
    return binding(engine, runId, command, call.context, () => this.issue.to(ToPremium, runId, call, command));
  }

  /** What the versions of the workflow by which its shares live say differently of its payment. */
  private async differing(run: string, { payers, payersDiffer, actsDiffer }: RunStanding, language: Language) {
    const offices = payersDiffer && {
      run,
      offices: payersDiffer.join(', '),
      ...(payers && { who: payers.join(', ') }),
    };
    const acts = actsDiffer && { run, kinds: actsDiffer.join(', ') };
    return Promise.all([
      ...(offices ? [this.words.warning('premium/payers-differ', offices, language)] : []),
      ...(acts ? [this.words.warning('premium/acts-differ', acts, language)] : []),
    ]);
  }

  /** By which rules a run goes that is computed now; null: by none. */
  private route(): RouteOfRun | null {
    const chain = this.workflow.chainFor('premium-run');
    if (chain === null) return null;
    const { id, version, evaluations } = this.workflow.definition;
    const demanded = evaluations !== undefined && this.workflow.chainFor('evaluation') !== null;
    return { chain, workflow: { id, version }, ...(demanded && { evaluations: true }) };
  }

  private today() {
    return this.staff.on(romeDayOf(this.clock.now()));
  }
}

/** Of a run that is not there, or liquidated: its own rules refuse. */
const NOTHING_TO_ASK: RunStanding = { planStatus: 'none', degrees: {}, period: { from: '', to: '' } };

/** Whether the body's file alone lets them, whom it names to pay in the place of who is paid. */
function standingIn({ session }: Pick<Call<'proposePremium'>, 'session'>, action: Action) {
  return may(session, action) ? {} : { standsIn: true };
}
