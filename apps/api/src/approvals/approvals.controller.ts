import { Controller, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Auth } from '#auth';
import { romeDayOf, type ApprovalDeed, type JustificationEffect, type LocalDate } from '#domain';
import {
  evaluatedOfRun,
  ENGINE,
  ToEvaluation,
  ToObjective,
  ToPlan,
  ToPremium,
  ToVariation,
  type ApprovedKind,
  type Clock,
  type CommandContext,
  type Engine,
} from '#engine';
import { registryOf } from '../body/registry.js';
import { certifiedShares } from '../evaluations/certified-shares.js';
import { onlookerOf } from '../evaluations/onlooker.js';
import { Called, type Answer, type Call } from '../http/call.js';
import { Issue } from '../http/issue.js';
import { Refusal } from '../http/refusal.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { Ask } from '../queries/ask.handler.js';
import { personOf } from '../organisation/people.js';
import type { StaffRegister } from '../organisation/staff.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { planOf, VariationSteps } from '../variations/variation-steps.js';
import { figuresOf } from '../premium-runs/figures-of.js';
import { RunNames } from '../premium-runs/run-names.js';
import { WaysIn } from '../objectives/ways-in.js';
import { partsOf } from './parts-of.js';

/** An approval belongs to the stream of what it approves. */
const STREAMS = {
  objective: ToObjective,
  plan: ToPlan,
  variation: ToVariation,
  premium: ToPremium,
  evaluation: ToEvaluation,
} as const satisfies Record<ApprovedKind, unknown>;

/** Whatever is approved: what waits for whom, and what is done to it. */
@Controller()
export class ApprovalsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(VariationSteps) private readonly variations: VariationSteps,
    @Inject(WaysIn) private readonly ways: WaysIn,
    @Inject(RunNames) private readonly runs: RunNames,
  ) {}

  @Answers('approvals')
  async list(@Called() { query, by, session, language }: Call<'approvals'>): Promise<Answer<'approvals'>> {
    const { waitingForMe, limit, cursor = null, ...filters } = query;
    const today = await this.today();
    const seenBy = onlookerOf({ by, session }, this.workflow.definition, today.staff);
    const wanted = { ...filters, seenBy, ...(waitingForMe === true && { waitingFor: by.id }) };
    const page = await this.queries.execute(new Ask('approvalList', wanted, today, cursor, limit));
    return { ...page, approvals: await this.runs.titled(page.approvals, language) };
  }

  @Answers('approval')
  async detail(@Called() { params, by, session, language }: Call<'approval'>): Promise<Answer<'approval'>> {
    const { approvalId } = params;
    const today = await this.today();
    const seenBy = onlookerOf({ by, session }, this.workflow.definition, today.staff);
    const detail = await this.queries.execute(new Ask('approvalDetail', approvalId, today, seenBy));
    if (detail === null) throw new Refusal('approval/not-found', { approval: approvalId });
    const [titled = detail] = await this.runs.titled([detail], language);
    return titled;
  }

  @Answers('takeStep')
  async takeStep(@Called() call: Call<'takeStep'>) {
    const { effect, ...taken } = call.body;
    const { kind, streamId, subject } = partsOf(call.params.approvalId);
    if (effect !== null && subject !== 'justification') throw new Refusal('approval/effect-not-asked', { subject });
    if (kind === 'variation') return this.variations.take(streamId, call, taken);
    if (subject === 'objective' && taken.outcome === 'approve') await this.ways.requireOne(streamId, call.context);
    return this.send(call, { do: 'take-step', ...taken, ...happenedOn(call) }, effect);
  }

  @Answers('claimStep')
  claim(@Called() call: Call<'claimStep'>) {
    return this.send(call, { do: 'claim', ...call.body });
  }

  @Answers('releaseStep')
  release(@Called() call: Call<'releaseStep'>) {
    return this.send(call, { do: 'release', ...call.body });
  }

  @Answers('reassignStep')
  async reassign(@Called() call: Call<'reassignStep'>) {
    const { step, reason, to } = call.body;
    const id = await personOf(this.auth, to.account);
    return this.send(call, { do: 'reassign', step, reason, to: { id, office: to.office } });
  }

  @Answers('migrateApproval')
  async migrate(@Called() call: Call<'migrateApproval'>) {
    const { subject } = partsOf(call.params.approvalId);
    const { id, version } = call.body.workflow ?? this.workflow.definition;
    const chain = (await this.workflow.version(id, version))?.chains[subject];
    if (chain === undefined) throw new Refusal('approval/no-such-version', { workflow: id, version, subject });
    return this.send(call, { do: 'migrate', chain, workflow: { id, version }, reason: call.body.reason });
  }

  @Answers('correctDay')
  async correctDay(@Called() call: Call<'correctDay'>) {
    const { step = null, account, day, reason } = call.body;
    const person = account === undefined ? null : await personOf(this.auth, account);
    const { kind, streamId } = partsOf(call.params.approvalId);
    const plan = kind === 'variation' ? await this.engine.within(call.context).load('plan', planOf(streamId)) : null;
    const planApprovedOn = plan?.state.days?.['plan.approved.v1'];
    return this.send(call, { do: 'correct-day', step, person, day, reason }, null, planApprovedOn);
  }

  private async send(
    { params, by, context }: Pick<Call<'claimStep'>, 'params' | 'by'> & { readonly context: CommandContext },
    deed: ApprovalDeed,
    effect: JustificationEffect | null = null,
    planApprovedOn?: LocalDate,
  ) {
    const { kind, streamId, ...ref } = partsOf(params.approvalId);
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    // whoever agrees to a run agrees that whom it pays is evaluated
    const engine = this.engine.within(context);
    const standing = kind === 'premium' ? await evaluatedOfRun(engine, streamId, staff) : null;
    const figures = kind === 'premium' ? await figuresOf(engine, this.queries, streamId) : null;
    const counting = kind === 'evaluation' ? (await certifiedShares(engine, streamId)).shares : null;
    const command = {
      type: 'approval.act',
      ...ref,
      effect,
      deed,
      ...happenedOn({ context }),
      staff,
      ...(standing !== null && { standing }),
      ...(planApprovedOn !== undefined && { planApprovedOn }),
      ...(figures !== null && { figures }),
      ...(counting !== null && { counting }),
    } as const;
    return this.issue.to(STREAMS[kind], streamId, { by, context }, command);
  }

  private async today() {
    const [staff, registry] = await Promise.all([this.staff.on(romeDayOf(this.clock.now())), registryOf(this.engine)]);
    return { staff, calendar: { patronDay: registry?.state.patronDay ?? null } };
  }
}
