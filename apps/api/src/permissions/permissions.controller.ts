import { Controller, Inject } from '@nestjs/common';
import type { Account } from '#auth';
import { actionNames, routes, type RouteName } from '#contract';
import { Refused, romeDayOf, type ObjectiveState } from '#domain';
import { ENGINE, Supposed, type Clock, type Engine } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { Dispatch, type Dispatched, type Sender } from '../http/dispatch.js';
import { Answers } from '../http/route.js';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { areasToGiveTo } from './areas-to-give-to.js';
import { probes, wholeProbes, type Probe } from './probes.js';
import { AskingEverybody } from './those-who-could.js';

/** What a command is answered with that was only asked. */
type Rehearsed = Partial<Pick<Told, 'warnings'>>;

type Told = Answer<'objectivePermissions'>['commands'][number];

/** "Why can't I?": each command is asked what it would do, through its own door and rules, as the one who asks and as the others. */
@Controller()
export class PermissionsController {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(Dispatch) private readonly dispatch: Dispatch,
    @Inject(AskingEverybody) private readonly everybody: AskingEverybody,
  ) {}

  @Answers('objectivePermissions')
  async ofObjective(@Called() call: Call<'objectivePermissions'>): Promise<Answer<'objectivePermissions'>> {
    const { objectiveId } = call.params;
    const { shareId, action } = call.query;
    const state = (await this.engine.load('objective', objectiveId))?.state;
    if (!state?.objective) throw new Refused('objective/not-defined', { objective: objectiveId });
    if (shareId !== undefined && !state.shares.some((share) => share.shareId === shareId)) {
      throw new Refused('objective/unknown-share', { share: shareId });
    }
    const wanted = (await this.commandsOn(objectiveId, state)).filter(
      (command) =>
        (shareId === undefined || command.shareId === shareId) &&
        (action === undefined || routes[command.name].action === action),
    );
    const { session, onBehalfOf, language } = call;
    const sender = { session, onBehalfOf, language, id: session.sessionId };
    const supposing = new Supposed(false);
    const all = await this.everybody.all();
    const commands: Told[] = [];
    for (const command of wanted) commands.push(await this.told({ ...command, supposing }, sender, all));
    return { commands };
  }

  private async commandsOn(objectiveId: string, state: ObjectiveState) {
    const today = romeDayOf(this.clock.now());
    const named = (name: string, shareId: string | null, { params, body }: Probe) => ({
      name: name as RouteName, // a key of the tables
      shareId,
      params: { objectiveId, ...(shareId !== null && { shareId }), ...params },
      body,
    });
    const plan = state.planId === null ? null : await this.engine.load('plan', state.planId);
    const areas = areasToGiveTo(plan?.state.document?.areas ?? [], await this.staff.on(today));
    const whole = { objectiveId, state, today, definition: this.workflow.definition, areas };
    const ofShares = state.shares.flatMap((share) => {
      const subject = { ...whole, share };
      return Object.entries(probes).map(([name, probe]) => named(name, share.shareId, probe(subject)));
    });
    return [...ofShares, ...Object.entries(wholeProbes).map(([name, probe]) => named(name, null, probe(whole)))];
  }

  private async told(
    { shareId, ...command }: Dispatched & { readonly shareId: string | null },
    sender: Sender,
    all: readonly Account[],
  ): Promise<Told> {
    const { action } = routes[command.name];
    const name = actionNames[action]?.[sender.language] ?? action;
    const { status, body } = await this.dispatch.send({ ...command, dryRun: true }, sender);
    const told = { route: command.name, action, name, shareId };
    if (status < 300) {
      // by the office that is chosen: here it is any
      const warnings = command.name === 'assign' ? [] : ((body as Rehearsed).warnings ?? []);
      return { ...told, may: true, refusal: null, whoCould: null, warnings };
    }
    const whoCould = await this.everybody.whoCould(command, sender, all);
    return { ...told, may: false, refusal: body as Told['refusal'], whoCould, warnings: [] };
  }
}
