import { Controller, Inject } from '@nestjs/common';
import { romeDayOf, usualVariations, type LocalDate, type ObjectiveCommand } from '#domain';
import { bearingOf, ENGINE, ToObjective, type Clock, type Engine } from '#engine';
import { registryOf } from '../body/registry.js';
import { Called, type Call } from '../http/call.js';
import { Issue } from '../http/issue.js';
import { Answers } from '../http/route.js';
import { happenedOn } from '../http/happened-on.js';
import type { Documents } from '../documents/open-documents.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, DOCUMENTS, STAFF } from '../parts.js';
import { registeredDateOf } from './registered-date.js';
import { approvedOn, requireApproved } from './require-in-force.js';
import { Watching } from './watching.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';

const NO_CHAIN = { id: 'justification', version: 1, steps: [] };

type OfShare<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'staff' | 'shareId'> : never;

/** Rests, removals, justifications, reopenings: what befalls a share beside its way. */
@Controller()
export class LifecycleCommandsController {
  constructor(
    @Inject(Issue) private readonly issue: Issue,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(DOCUMENTS) private readonly documents: Documents,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(Watching) private readonly watching: Watching,
  ) {}

  @Answers('suspend')
  suspend(@Called() call: Call<'suspend'>) {
    const today = romeDayOf(this.clock.now());
    const from = call.body.from ?? call.context.occurredOn ?? dayOf(call.body.act, today);
    // of a coming day the rules say what to do
    const isToldOtherwise = from > today || (call.context.occurredOn ?? from) < from;
    return this.send(call, { type: 'objective.suspend', ...call.body, from }, isToldOtherwise ? undefined : from);
  }

  @Answers('ratifySuspension')
  ratify(@Called() call: Call<'ratifySuspension'>) {
    return this.send(call, { type: 'objective.ratify-suspension', ...call.body });
  }

  @Answers('restoreMiss')
  async restoreMiss(@Called() call: Call<'restoreMiss'>) {
    const registered = await registeredDateOf(this.engine.within(call.context), call.params, call.body.missed);
    return this.send(call, { type: 'objective.restore-miss', ...call.body, registered });
  }

  @Answers('resume')
  resume(@Called() call: Call<'resume'>) {
    return this.send(call, { type: 'objective.resume', ...call.body });
  }

  @Answers('removeShare')
  async remove(@Called() call: Call<'removeShare'>) {
    const engine = this.engine.within(call.context);
    await requireApproved(engine, call.params.objectiveId);
    const planApprovedOn = await approvedOn(engine, call.params.objectiveId);
    const { objectiveId, shareId } = call.params;
    const cutOff = await this.cutOffOf(objectiveId, engine);
    const bearing = call.body.weight === 'redistribute' ? await bearingOf(engine, objectiveId, shareId) : {};
    const asked = {
      ...(planApprovedOn && { planApprovedOn }),
      ...(cutOff && { cutOff }),
      ...bearing,
    };
    return this.send(call, { type: 'objective.remove', ...call.body, ...asked });
  }

  @Answers('justify')
  async justify(@Called() call: Call<'justify'>) {
    await this.documents.requireAdded(call.body.evidence);
    const { id, version } = this.workflow.definition;
    const chain = this.workflow.chainFor('justification');
    const through = { chain, workflow: { id, version }, staff: await this.staffToday() };
    return this.watching.of(call, (watched) =>
      this.send(call, { type: 'objective.justify', ...call.body, through, ...watched }),
    );
  }

  @Answers('decideJustification')
  decide(@Called() call: Call<'decideJustification'>) {
    const { id, version } = this.workflow.definition;
    const chain = this.workflow.chainFor('justification') ?? NO_CHAIN;
    const workflow = { id, version };
    return this.send(call, {
      type: 'objective.decide-justification',
      ...call.body,
      chain,
      workflow,
    });
  }

  @Answers('makeDefinitive')
  async makeDefinitive(@Called() call: Call<'makeDefinitive'>) {
    const calendar = { patronDay: (await registryOf(this.engine.within(call.context)))?.state.patronDay ?? null };
    return this.send(call, { type: 'objective.make-definitive', ...call.body, calendar });
  }

  @Answers('reopen')
  reopen(@Called() call: Call<'reopen'>) {
    return this.send(call, { type: 'objective.reopen', ...call.body });
  }

  /** The last day on which the plan of an objective moves weights. */
  private async cutOffOf(objectiveId: string, engine: Engine): Promise<LocalDate | null> {
    const planId = (await engine.load('objective', objectiveId))?.state.planId;
    const document = planId ? (await engine.load('plan', planId))?.state.document : null;
    const { cutOff } = this.workflow.definition.variations ?? usualVariations;
    return document ? `${document.year}-${cutOff}` : null;
  }

  private staffToday() {
    return this.staff.on(romeDayOf(this.clock.now()));
  }

  private async send(
    call: Pick<Call<'suspend'>, 'params' | 'by' | 'context'>,
    command: OfShare<ObjectiveCommand>,
    occurredOn?: string,
  ) {
    const { objectiveId, shareId } = call.params;
    const whole = { ...command, ...happenedOn(call), shareId, staff: await this.staffToday() };
    return this.issue.to(ToObjective, objectiveId, call, whole, occurredOn);
  }
}

/** By an act it begins on the day of the act; by one of a coming day, or of none, as it is recorded. */
function dayOf(act: Call<'suspend'>['body']['act'], today: LocalDate): LocalDate {
  const date = act?.date ?? null;
  return date === null || date > today ? today : date;
}
