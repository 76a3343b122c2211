import { Inject, Injectable } from '@nestjs/common';
import {
  allowedTo,
  besideOwnShare,
  isRole,
  may,
  ofOwnShare,
  rolesAllowed,
  type Action,
  type Role,
  type SignedIn,
} from '#auth';
import {
  actingAs,
  couldMake,
  isOne,
  romeDayOf,
  usualLifecycle,
  type ObjectiveState,
  type Participant,
  type WorkflowDefinition,
} from '#domain';
import { ENGINE, type Clock, type Engine } from '#engine';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { actionsNamed, isLeftToRoles, isOfTransitions, moveOf, namedByAny, namedFor } from '../workflow/named-for.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { AnsweringOffice, type About } from './answering-office.js';
import { isAction } from './check-routes.js';

/** By their role, or as one of these offices. */
export interface WhoCould {
  readonly roles: readonly Role[];
  readonly offices: readonly string[];
}

/** The facts of a refusal that say it. */
export function toldWhoCould({ roles, offices }: WhoCould): Readonly<Record<'roles' | 'offices', string>> {
  return { roles: roles.join(', '), offices: offices.join(', ') };
}

type Asked = Parameters<Engine['within']>[0];
type Who = Pick<SignedIn, 'id' | 'office' | 'roles'>;

const isOfOwnShare = among(ofOwnShare);
const isBesideOwnShare = among(besideOwnShare);

/**
 * Who may ask for what: by their role, because the body's definition names them, or because the share is their office's.
 * Whom it names for this objective or approval, its own version says when it is asked.
 */
@Injectable()
export class Permitted {
  private readonly named = new Map<Action, { readonly of: number; readonly participants: readonly Participant[] }>();

  constructor(
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENGINE) private readonly engine: Engine,
    @Inject(AnsweringOffice) private readonly answering: AnsweringOffice,
  ) {}

  async allows(who: Who, action: string, about: About = {}): Promise<boolean> {
    if (!isAction(action)) return false;
    return may(who, action) || (await this.names(who, action, about)) || this.answers(who, action, about);
  }

  /** Those of some that are allowed. */
  async those<Asked extends Action>(who: Who, actions: readonly Asked[]): Promise<readonly Asked[]> {
    const allowed = await Promise.all(actions.map((action) => this.allows(who, action)));
    return actions.filter((_, index) => allowed[index]);
  }

  /** All of it, in alphabetical order. */
  async actionsOf(who: Who): Promise<readonly Action[]> {
    const byRole = allowedTo(who.roles);
    const named: Action[] = [];
    for (const action of actionsNamed) {
      if (!byRole.includes(action) && (await this.names(who, action))) named.push(action);
    }
    const ofShares = [...ofOwnShare, ...besideOwnShare].filter((action) => !may(who, action));
    if (ofShares.length > 0 && (await this.holds(who)) && (await this.answering.hasAny(who.office))) {
      named.push(...ofShares.filter((action) => !named.includes(action)));
    }
    return named.length === 0 ? byRole : [...byRole, ...named].toSorted();
  }

  /**
   * Whom the definition names for it, and the roles that allow it where that is left to them; of a share that somebody has,
   * whose it is.
   *
   * @param params  of the address: an objective goes by the version that it keeps
   * @param asked  among others, with what they have read
   */
  async whoCould(action: string, params?: unknown, asked: Asked = {}): Promise<WhoCould> {
    if (!isAction(action)) return { roles: [], offices: [] };
    if (isOfOwnShare(action)) {
      // a refusal is told all the same where the log does not answer
      const office = await this.answering.of({ params, ...asked }).catch(() => null);
      if (office !== null) return { roles: [], offices: [office] };
    }
    const state = await this.stateOf(params, asked);
    const could = state === null ? null : await this.couldNow(action, state, params);
    if (could !== null) return could;
    const definition = this.governing(state);
    const named = namedFor(action, definition);
    const roles = named.flatMap((one) => {
      if ('office' in one) return [];
      // who heads an area or answers for a share
      return 'role' in one ? [one.role].filter(isRole) : (['responsabile'] as const);
    });
    const allowed = isLeftToRoles(action, definition) ? rolesAllowed(action) : [];
    const offices = named.flatMap((one) => ('office' in one ? [one.office] : []));
    return { roles: [...new Set([...allowed, ...roles])], offices: [...new Set(offices)] };
  }

  /** The objective that it is about; null: none, or the log does not answer, and a refusal is told all the same. */
  private async stateOf(params: unknown, asked: Asked): Promise<ObjectiveState | null> {
    const { objectiveId } = (params ?? {}) as { readonly objectiveId?: unknown };
    if (typeof objectiveId !== 'string') return null;
    const found = await this.engine
      .within(asked)
      .load('objective', objectiveId)
      .catch(() => null);
    return found?.state.objective ? found.state : null;
  }

  /** Of one share, or of a proposal: whom no rule bars from it today; null where that is not one transition of one of them. */
  private async couldNow(action: Action, state: ObjectiveState, params: unknown): Promise<WhoCould | null> {
    const verb = moveOf[action];
    const { shareId } = params as { readonly shareId?: unknown };
    const share = verb === 'withdraw-proposal' ? state.shares[0] : state.shares.find((one) => one.shareId === shareId);
    if (verb === undefined || share === undefined) return null;
    const could = couldMake(verb, state, share, await this.staff.on(romeDayOf(this.clock.now())));
    if (could === null) return null;
    return {
      roles: could.flatMap((one) => ('role' in one ? [one.role] : [])).filter(isRole),
      offices: could.flatMap((one) => ('office' in one ? [one.office] : [])),
    };
  }

  private governing(state: ObjectiveState | null): WorkflowDefinition {
    const { definition } = this.workflow;
    if (state === null) return definition;
    const { transitions } = state.workflow ?? usualLifecycle;
    return { ...definition, objective: { ...definition.objective, transitions } };
  }

  private participants(action: Action): readonly Participant[] {
    const { versions } = this.workflow;
    const known = this.named.get(action);
    if (known?.of === versions.length) return known.participants; // versions are only ever added
    const participants = namedByAny(action, this.workflow);
    this.named.set(action, { of: versions.length, participants });
    return participants;
  }

  /** Also in an earlier version: what began with it keeps it. */
  private async names(who: Who, action: Action, about: About = {}): Promise<boolean> {
    const participants = this.participants(action);
    if (participants.length === 0 || !(await this.holds(who))) return false;
    if (await this.isNobodysHere(action, about)) return false;
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    if (participants.some((one) => !('relation' in one) && isOne(one, who, staff))) return true;
    // which share's head or office one is, is seen with the share
    if (!participants.some((one) => 'relation' in one)) return false;
    return may(who, 'objective.acknowledge') || this.answering.hasAny(who.office, about);
  }

  /** Whether the version that an objective keeps names nobody for a transition of it: whom another version names is nobody there. */
  private async isNobodysHere(action: Action, { params, ...asked }: About): Promise<boolean> {
    if (!isOfTransitions(action)) return false;
    const state = await this.stateOf(params, asked);
    return state !== null && namedFor(action, this.governing(state)).length === 0;
  }

  /** Whether it is about what their own office answers for. */
  private async answers(who: Who, action: Action, about: About): Promise<boolean> {
    if (isOfOwnShare(action)) return (await this.answering.of(about)) === who.office && this.holds(who);
    return isBesideOwnShare(action) && (await this.holds(who)) && this.answering.hasAny(who.office, about);
  }

  /** Who has left every office still carries the name of the last one. */
  private async holds({ id, office }: Who): Promise<boolean> {
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    return actingAs(staff, office).some(({ person }) => person === id);
  }
}

function among(actions: readonly Action[]): (action: Action) => boolean {
  return (action) => actions.includes(action);
}
