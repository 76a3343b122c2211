import { Controller, Inject } from '@nestjs/common';
import { romeDayOf, type LocalDate, type PlanDocument, type Staff } from '#domain';
import { ENGINE, ToPlan, type Clock, type Engine } from '#engine';
import type { ReadApart } from '#plan-import';
import { namedOffices } from '../body/named-offices.js';
import { registryOf } from '../body/registry.js';
import { Called, Exchanged, type Call, type Exchange } from '../http/call.js';
import { ProblemWords } from '../http/problem-words.js';
import { Rehearsing } from '../http/rehearsing.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import type { Documents } from '../documents/open-documents.js';
import { CLOCK, DOCUMENTS, READING, READ_APART, STAFF, type Reading } from '../parts.js';
import { Refusal } from '../http/refusal.js';
import { happenedOn } from '../http/happened-on.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { documentIn, readDocument, readingOf } from './read-document.js';
import { lifecycleInForce } from '../objectives/lifecycle-in-force.js';
import { begunIn } from './begun-in.js';
import { lastValidated, numbersTaken, toldOf } from './numbers-taken.js';
import { requireNothingOpen } from './require-nothing-open.js';
import { shownReading } from './shown-reading.js';

/** Acts on plans. */
@Controller()
export class PlanCommandsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DOCUMENTS) readonly documents: Documents,
    @Inject(READ_APART) readonly readApart: ReadApart,
    @Inject(READING) private readonly reading: Reading,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: { on(day: LocalDate): Promise<Staff> },
    @Inject(Rehearsing) private readonly rehearsing: Rehearsing,
    @Inject(ProblemWords) private readonly words: ProblemWords,
  ) {}

  knownOffices() {
    return namedOffices(this.engine, this.reading.db);
  }

  async bodyName() {
    return (await registryOf(this.engine))?.state.name ?? null;
  }

  @Answers('draftPlan')
  async draft(@Called() call: Call<'draftPlan'>, @Exchanged() { reply }: Exchange) {
    if (call.query.dryRun === 'true') {
      reply.status(200);
      const patronDay = (await registryOf(this.engine))?.state.patronDay ?? null;
      const lint = { patronDay, today: romeDayOf(this.clock.now()) };
      const reading = await readingOf(call.body, this);
      const shown = shownReading(reading, call.query, call.language, lint);
      if (shown.sourceFrom > 0 || call.query.sourceLine !== undefined) return shown;
      const warnings = reading.document === null ? [] : (await this.takenBy(call, reading.document)).warnings;
      const draft = async () => this.sendDraft(call, documentIn(reading, call.body, call.language));
      const remarks = [...shown.remarks, ...warnings.map(({ detail }) => detail)];
      return { ...shown, remarks, warnings, ...(await this.rehearsing.of(call, draft)) };
    }
    return this.sendDraft(call, await readDocument(call.body, this, call.language));
  }

  @Answers('approvePlan')
  async approve(@Called() call: Call<'approvePlan'>) {
    const { planId } = call.params;
    const chain = this.workflow.chainFor('plan');
    const last = await lastValidated(this.engine.within(call.context), planId);
    const { act } = call.body;
    return this.issue.to(ToPlan, planId, call, { type: 'plan.approve', act, chain, lastValidated: last });
  }

  /** Where the body approves plans in steps, the draft sets out through them. */
  @Answers('proposePlan')
  async propose(@Called() call: Call<'proposePlan'>) {
    const { planId } = call.params;
    const chain = this.workflow.chainFor('plan');
    if (chain === null) throw new Refusal('plan/no-chain', { plan: planId });
    const { id, version } = this.workflow.definition;
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    return this.issue.to(ToPlan, planId, call, {
      type: 'plan.propose',
      chain,
      workflow: { id, version },
      ...happenedOn(call),
      staff,
      lastValidated: await lastValidated(this.engine.within(call.context), planId),
    });
  }

  @Answers('takePlanStep')
  async takeStep(@Called() call: Call<'takePlanStep'>) {
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const deed = { do: 'take-step', ...call.body, ...happenedOn(call), degree: null } as const;
    return this.issue.to(ToPlan, call.params.planId, call, {
      type: 'approval.act',
      subject: 'plan',
      shareId: null,
      deed,
      staff,
    });
  }

  @Answers('enterIntoForce')
  enterIntoForce(@Called() call: Call<'enterIntoForce'>) {
    return this.issue.to(ToPlan, call.params.planId, call, { type: 'plan.enter-into-force', from: call.body.from });
  }

  @Answers('closePlan')
  async close(@Called() call: Call<'closePlan'>) {
    const { planId } = call.params;
    const ended = await requireNothingOpen(this.engine.within(call.context), planId);
    return this.issue.to(ToPlan, planId, call, { type: 'plan.close', act: call.body.act, ...ended });
  }

  private async sendDraft(call: Call<'draftPlan'>, document: PlanDocument) {
    const planId = String(document.year);
    const { definition } = this.workflow;
    const begun = await begunIn(this.engine.within(call.context), planId);
    const { taken, warnings } = await this.takenBy(call, document);
    const { knowingly } = call.body;
    const proposals = { taken, knowingly };
    const asked = { planId, document, workflow: lifecycleInForce(definition), offices: definition.offices, begun };
    return {
      ...(await this.issue.to(ToPlan, planId, call, { type: 'plan.draft', ...asked, ...proposals })),
      planId,
      warnings,
    };
  }

  private async takenBy({ context, language }: Call<'draftPlan'>, document: PlanDocument) {
    const planId = String(document.year);
    const taken = await numbersTaken(this.engine.within(context), planId, document);
    return { taken, warnings: await toldOf(planId, taken, language, this.words) };
  }
}
