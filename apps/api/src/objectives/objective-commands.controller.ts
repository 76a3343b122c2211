import { Controller, Inject } from '@nestjs/common';
import type { Auth } from '#auth';
import { daysTaken, nobodyLeftBy, romeDayOf } from '#domain';
import { ENGINE, ToObjective, type Clock, type Engine } from '#engine';
import { Called, type Call } from '../http/call.js';
import { telling } from '../http/dry-run.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import type { Documents } from '../documents/open-documents.js';
import { AUTH, CLOCK, DOCUMENTS, STAFF } from '../parts.js';
import type { StaffRegister } from '../organisation/staff.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { requireKnownOffice } from './require-known-office.js';
import { approvedOn, requireInForce } from './require-in-force.js';
import { Watching } from './watching.js';

const NO_CHAIN = { id: 'rendicontazione', version: 1, steps: [] };

/** Acts on objectives and their shares. */
@Controller()
export class ObjectiveCommandsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(DOCUMENTS) private readonly documents: Documents,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(Watching) private readonly watching: Watching,
  ) {}

  @Answers('assign')
  async assign(@Called() call: Call<'assign'>) {
    const engine = this.engine.within(call.context);
    await requireInForce(engine, call.params.objectiveId);
    await requireKnownOffice(engine, this.auth, call.params.objectiveId, call.body.office);
    const judging = await this.watching.judging();
    const command = {
      type: 'objective.assign',
      ...shareOf(call),
      ...call.body,
      ...happenedOn(call),
      approvedOn: await approvedOn(engine, call.params.objectiveId),
      offices: this.workflow.definition.offices,
      staff: judging.staff,
      judging,
    } as const;
    const { state } = (await engine.load('objective', call.params.objectiveId)) ?? {};
    const asked = { ...command, by: call.by, at: this.clock.now() };
    const left = state && nobodyLeftBy(asked, state);
    const taken = state && daysTaken(asked, state);
    const warnings = [
      ...(await this.watching.nobodyLeft(left ? [left] : [], call.language)),
      ...(await this.watching.daysTaken(taken ?? null, call.params.shareId, call.language)),
    ];
    return telling(
      { warnings },
      this.issue.to(ToObjective, call.params.objectiveId, call, command, this.begunOn(call)),
    );
  }

  @Answers('acknowledge')
  acknowledge(@Called() call: Call<'acknowledge'>) {
    return this.issue.to(ToObjective, call.params.objectiveId, call, {
      type: 'objective.acknowledge',
      ...shareOf(call),
      ...happenedOn(call),
    });
  }

  @Answers('reportProgress')
  async reportProgress(@Called() call: Call<'reportProgress'>) {
    await this.documents.requireAdded(call.body.evidence);
    const { progressId = call.context.commandId, occurredOn = this.dayOf(call) } = call.body;
    const report = {
      type: 'objective.report-progress',
      ...shareOf(call),
      ...call.body,
      progressId,
      occurredOn,
    } as const;
    const answer = await this.watching.of(call, (watched) =>
      this.issue.to(ToObjective, call.params.objectiveId, call, Object.assign(report, watched), occurredOn),
    );
    return { progressId, ...answer };
  }

  @Answers('rectifyProgress')
  async rectifyProgress(@Called() call: Call<'rectifyProgress'>) {
    await this.documents.requireAdded(call.body.evidence);
    const { progressId } = call.params;
    return this.watching.of(call, (watched) =>
      this.issue.to(ToObjective, call.params.objectiveId, call, {
        type: 'objective.rectify-progress',
        ...shareOf(call),
        progressId,
        ...call.body,
        ...happenedOn(call),
        ...watched,
      }),
    );
  }

  @Answers('fulfilLate')
  async fulfilLate(@Called() call: Call<'fulfilLate'>) {
    await this.documents.requireAdded(call.body.evidence);
    const occurredOn = call.body.occurredOn ?? this.dayOf(call);
    const { id, version } = this.workflow.definition;
    const chain = this.workflow.chainFor('justification');
    const through = { chain, workflow: { id, version }, staff: await this.staffToday() };
    const command = {
      type: 'objective.fulfil-late',
      ...shareOf(call),
      ...call.body,
      occurredOn,
      through,
      on: occurredOn,
    } as const;
    return this.watching.of(call, (watched) =>
      this.issue.to(ToObjective, call.params.objectiveId, call, { ...command, ...watched }, occurredOn),
    );
  }

  @Answers('submitRendicontazione')
  async submitRendicontazione(@Called() call: Call<'submitRendicontazione'>) {
    await this.documents.requireAdded(call.body.evidence);
    const chain = this.workflow.chainFor('rendicontazione') ?? NO_CHAIN;
    const { id, version } = this.workflow.definition;
    const staff = await this.staffToday();
    const report = { ...shareOf(call), ...call.body, chain, workflow: { id, version }, ...happenedOn(call), staff };
    return this.watching.of(call, (watched) =>
      this.issue.to(ToObjective, call.params.objectiveId, call, {
        type: 'objective.submit-rendicontazione',
        ...report,
        ...watched,
      }),
    );
  }

  @Answers('returnRendicontazione')
  async returnRendicontazione(@Called() call: Call<'returnRendicontazione'>) {
    const staff = await this.staffToday();
    return this.issue.to(ToObjective, call.params.objectiveId, call, {
      type: 'objective.return-rendicontazione',
      ...shareOf(call),
      ...call.body,
      ...happenedOn(call),
      staff,
    });
  }

  @Answers('approveRendicontazione')
  async approveRendicontazione(@Called() call: Call<'approveRendicontazione'>) {
    const staff = await this.staffToday();
    return this.issue.to(ToObjective, call.params.objectiveId, call, {
      type: 'objective.approve-rendicontazione',
      ...shareOf(call),
      ...call.body,
      ...happenedOn(call),
      staff,
    });
  }

  @Answers('score')
  async score(@Called() call: Call<'score'>) {
    const staff = await this.staffToday();
    return this.issue.to(ToObjective, call.params.objectiveId, call, {
      type: 'objective.score',
      ...shareOf(call),
      ...call.body,
      ...happenedOn(call),
      staff,
    });
  }

  @Answers('closeObjective')
  async close(@Called() call: Call<'closeObjective'>) {
    const { comment, act } = call.body;
    const staff = await this.staffToday();
    return this.issue.to(ToObjective, call.params.objectiveId, call, {
      type: 'objective.close',
      act,
      ...(comment !== undefined && { comment }),
      ...happenedOn(call),
      staff,
    });
  }

  /** An office that has the share since a day before today has it since then, unless an act or the request says another day. */
  private begunOn({ body: { from, act }, context }: Call<'assign'>): string | undefined {
    if (act !== null || context.occurredOn !== undefined) return undefined;
    return from !== undefined && from < romeDayOf(this.clock.now()) ? from : undefined;
  }

  private staffToday() {
    return this.staff.on(romeDayOf(this.clock.now()));
  }

  /** When it happened, where the body does not say. */
  private dayOf({ context }: Pick<Call<'closeObjective'>, 'context'>) {
    return context.occurredOn ?? romeDayOf(this.clock.now());
  }
}

function shareOf({ params }: { readonly params: { readonly shareId: string } }) {
  return { shareId: params.shareId };
}
