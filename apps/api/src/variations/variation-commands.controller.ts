import { Controller, Inject } from '@nestjs/common';
import {
  foundAnew,
  missedUnder,
  nobodyLeftByChanges,
  Refused,
  termsEnded,
  romeDayOf,
  type LocalDate,
  type Staff,
  type VariationCommand,
  type VariationState,
} from '#domain';
import { ENGINE, ToVariation, variationsOf, type Clock, type Engine } from '#engine';
import { registryOf } from '../body/registry.js';
import { Called, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { ProblemWords } from '../http/problem-words.js';
import { Refusal } from '../http/refusal.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import { Watching } from '../objectives/watching.js';
import { CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { changesOf, proposedIn } from './asked-changes.js';
import { answeringNow } from './gather-surroundings.js';
import { factsOfMissed, warningOf } from './missed-told.js';
import { planOf, VariationSteps } from './variation-steps.js';

type Request = Extract<VariationCommand, { readonly type: 'variation.request' }>;

/** How often a number is tried that somebody else may take in the same moment. */
const TRIES = 5;

/** Asks for variations of a plan, gives opinions and decides. */
@Controller()
export class VariationCommandsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: { on(day: LocalDate): Promise<Staff> },
    @Inject(VariationSteps) private readonly steps: VariationSteps,
    @Inject(Watching) private readonly watching: Watching,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  @Answers('requestVariation')
  async request(@Called() call: Call<'requestVariation'>) {
    const { planId } = call.body;
    for (let left = TRIES; ; left -= 1) {
      const all = await variationsOf(this.engine.within(call.context), planId);
      // asked for again with the same key: the same variation
      const same = all.find(({ requestId }) => requestId === call.context.commandId);
      const variationId = same?.variationId ?? `${planId}-${all.length + 1}`;
      const asked = await this.asked(call, variationId, planId, all);
      const warnings = await this.warnings(asked, call.language);
      const command = {
        type: 'variation.request',
        variationId,
        planId,
        requestId: call.context.commandId,
        ...asked,
        ...happenedOn(call),
      } as const;
      try {
        const done = this.issue.to(ToVariation, variationId, call, command);
        return { ...(await telling({ warnings }, done)), variationId };
      } catch (error) {
        const taken = error instanceof Refused && error.code === 'variation/already-requested' && same === undefined;
        if (!taken || left === 1) throw error;
      }
    }
  }

  @Answers('resubmitVariation')
  async resubmit(@Called() call: Call<'resubmitVariation'>) {
    const { variationId } = call.params;
    const planId = planOf(variationId);
    const all = await variationsOf(this.engine.within(call.context), planId);
    const asked = await this.asked(call, variationId, planId, all);
    const answering = await this.answering(call, all.find((one) => one.variationId === variationId) ?? null);
    const command = { type: 'variation.resubmit', answering, ...asked, ...happenedOn(call) } as const;
    const warnings = await this.warnings(asked, call.language);
    return telling({ warnings }, this.issue.to(ToVariation, variationId, call, command));
  }

  @Answers('withdrawVariation')
  async withdraw(@Called() call: Call<'withdrawVariation'>) {
    const { variationId } = call.params;
    const loaded = await this.engine.within(call.context).load('variation', variationId);
    const answering = await this.answering(call, loaded?.state ?? null);
    const { reason } = call.body;
    return this.issue.to(ToVariation, variationId, call, { type: 'variation.withdraw', reason, answering });
  }

  @Answers('takeVariationStep')
  takeStep(@Called() call: Call<'takeVariationStep'>) {
    return this.steps.take(call.params.variationId, call, { ...call.body, degree: null });
  }

  /** What was missed of what loses weight; of the shares that it would add, those that nobody could judge; what becomes of terms that it gives a day; what the lint would find. */
  private async warnings(
    { changes, surroundings }: Pick<Request, 'changes' | 'surroundings'>,
    language: Call<'requestVariation'>['language'],
  ) {
    const left = nobodyLeftByChanges(changes, surroundings.document, await this.watching.judging());
    const ended = termsEnded(changes, surroundings, this.clock.now()).map(({ open, settled, ...term }) => ({
      ...term,
      ...(open.length > 0 && { open: open.join(', ') }),
      ...(settled.length > 0 && { settled: settled.join(', ') }),
    }));
    const patronDay = (await registryOf(this.engine))?.state.patronDay ?? null;
    const found = foundAnew(changes, surroundings.document, { patronDay, today: romeDayOf(this.clock.now()) }).map(
      ({ rule, shareIds, says }) => ({
        rule,
        ...(shareIds.length > 0 && { shares: shareIds.join(', ') }),
        says: says[language],
      }),
    );
    const missed = missedUnder(changes, surroundings, this.clock.now());
    return [
      ...(await Promise.all(missed.map((one) => this.words.warning(warningOf(one), factsOfMissed(one), language)))),
      ...(await Promise.all(found.map((one) => this.words.warning('variation/plan-finding', one, language)))),
      ...(await this.watching.nobodyLeft(left, language)),
      ...(await Promise.all(ended.map((term) => this.words.warning('variation/term-ended', term, language)))),
    ];
  }

  private async answering({ context }: Pick<Call<'withdrawVariation'>, 'context'>, asked: VariationState | null) {
    if (asked?.planId == null) return [];
    return answeringNow(this.engine.within(context), asked.planId, asked.touched);
  }

  private async asked(
    { body: { reason, changes: wanted }, context }: Pick<Call<'resubmitVariation'>, 'body' | 'context'>,
    variationId: string,
    planId: string,
    all: Awaited<ReturnType<typeof variationsOf>>,
  ) {
    const chain = this.workflow.chainFor('variation');
    if (chain === null) throw new Refusal('variation/no-chain', {});
    const engine = this.engine.within(context);
    const horizon = (await engine.load('plan', planId))?.state.document?.horizon ?? '';
    const proposed = await proposedIn(wanted, planId, engine);
    const changes = changesOf(wanted, { planId, variationId, horizon, proposed });
    const surroundings = await this.steps.surroundings({ planId, variationId }, changes, all, context);
    const { id, version } = this.workflow.definition;
    return { reason, changes, surroundings, chain, workflow: { id, version }, staff: await this.staffToday() };
  }

  private staffToday(): Promise<Staff> {
    return this.staff.on(romeDayOf(this.clock.now()));
  }
}
