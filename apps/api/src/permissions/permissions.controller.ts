import { Controller, Inject } from '@nestjs/common';
import { OPERATOR_USER, rolesAllowed, type Account, type Auth } from '#auth';
import { actionNames, routes, type RouteName } from '#contract';
import { Refused, romeDayOf, type ObjectiveState } from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import { Called, type Answer, type Call } from '../http/call.js';
import { isAction } from '../http/check-routes.js';
import { Dispatch, type Dispatched, type Sender } from '../http/dispatch.js';
import { Permitted } from '../http/permitted.js';
import { Answers } from '../http/route.js';
import { capacityOf } from '../organisation/acting.js';
import type { StaffRegister } from '../organisation/staff.js';
import { AUTH, CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { probes, wholeProbes, type Probe } from './probes.js';

type Told = Answer<'objectivePermissions'>['commands'][number];

/** Offices that are asked at most, to say who could. */
const MOST_OFFICES = 50;

/** "Why can't I?": each command is asked what it would do, through its own door and rules, as the one who asks and as the others. */
@Controller()
export class PermissionsController {
  constructor(
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(Dispatch) private readonly dispatch: Dispatch,
    @Inject(Permitted) private readonly permitted: Permitted,
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
    const wanted = this.commandsOn(objectiveId, state).filter(
      (command) =>
        (shareId === undefined || command.shareId === shareId) &&
        (action === undefined || routes[command.name].action === action),
    );
    const { session, onBehalfOf, language } = call;
    const sender = { session, onBehalfOf, language, id: session.sessionId };
    const others = (await this.auth.accounts()).filter(({ user, disabledAt }) => user !== OPERATOR_USER && !disabledAt);
    const commands: Told[] = [];
    for (const command of wanted) commands.push(await this.told(command, sender, others));
    return { commands };
  }

  private commandsOn(objectiveId: string, state: ObjectiveState) {
    const today = romeDayOf(this.clock.now());
    const named = (name: string, shareId: string | null, { params, body }: Probe) => ({
      name: name as RouteName, // a key of the tables
      shareId,
      params: { objectiveId, ...(shareId !== null && { shareId }), ...params },
      body,
    });
    const whole = { objectiveId, state, today, definition: this.workflow.definition };
    const ofShares = state.shares.flatMap((share) => {
      const subject = { ...whole, share };
      return Object.entries(probes).map(([name, probe]) => named(name, share.shareId, probe(subject)));
    });
    return [...ofShares, ...Object.entries(wholeProbes).map(([name, probe]) => named(name, null, probe(whole)))];
  }

  private async told(
    { shareId, ...command }: Dispatched & { readonly shareId: string | null },
    sender: Sender,
    others: readonly Account[],
  ): Promise<Told> {
    const { action } = routes[command.name];
    const name = actionNames[action]?.[sender.language] ?? action;
    const { status, body } = await this.dispatch.send({ ...command, dryRun: true }, sender);
    const told = { route: command.name, action, name, shareId };
    if (status < 300) return { ...told, may: true, refusal: null, whoCould: null };
    const whoCould = {
      roles: isAction(action) ? [...rolesAllowed(action)] : [],
      // where it is not a matter of who asks, nobody could
      offices: status === 403 ? await this.officesThatCould(command, sender, others) : [],
    };
    return { ...told, may: false, refusal: body as Told['refusal'], whoCould };
  }

  private async officesThatCould(command: Dispatched, { session, ...rest }: Sender, others: readonly Account[]) {
    const { action } = routes[command.name];
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const asked = new Set<string>();
    const could = new Set<string>();
    for (const { id, user, name, ...account } of others) {
      const other = { ...session, id, user, name, ...account };
      const { office, roles } = capacityOf(other, null, staff, action);
      if (could.has(office) || !(await this.permitted.allows({ id, office, roles }, action))) continue;
      if (asked.size >= MOST_OFFICES) break;
      asked.add(office);
      const sender = { ...rest, onBehalfOf: null, session: { ...session, id, user, name, office, roles } };
      const { status } = await this.dispatch.send({ ...command, dryRun: true }, sender);
      if (status < 300) could.add(office);
    }
    return [...could].toSorted();
  }
}
