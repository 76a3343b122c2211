import { Inject, Injectable } from '@nestjs/common';
import { allowedTo, may, type Action, type SignedIn } from '#auth';
import { isOne, romeDayOf, type LifecycleVerb } from '#domain';
import type { Clock } from '#engine';
import type { StaffRegister } from '../organisation/staff.js';
import { CLOCK, STAFF } from '../parts.js';
import { WORKFLOW, type WorkflowInForce } from '../workflow/workflow-in-force.js';
import { isAction } from './check-routes.js';

/** Transitions of an objective, by what it takes to ask for them. */
const VERBS_OF: Readonly<Partial<Record<Action, readonly LifecycleVerb[]>>> = {
  'objective.assign': ['assign'],
  'objective.suspend': ['suspend', 'resume'],
  'objective.remove': ['remove'],
  'objective.make-definitive': ['make-definitive'],
  'objective.reopen': ['reopen'],
  'objective.close': ['close'],
};

type Who = Pick<SignedIn, 'id' | 'office' | 'roles'>;

/**
 * Who may ask for what: by their role, or because the body's definition names them for a transition. Whom it names for this
 * objective, the objective's own version says when it is asked.
 */
@Injectable()
export class Permitted {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: WorkflowInForce,
    @Inject(STAFF) private readonly staff: StaffRegister,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async allows(who: Who, action: string): Promise<boolean> {
    if (!isAction(action)) return false;
    return may(who, action) || (await this.names(who, action));
  }

  /** All of it, in alphabetical order. */
  async actionsOf(who: Who): Promise<readonly Action[]> {
    const byRole = allowedTo(who.roles);
    const named: Action[] = [];
    for (const action of Object.keys(VERBS_OF).filter(isAction)) {
      if (!byRole.includes(action) && (await this.names(who, action))) named.push(action);
    }
    return named.length === 0 ? byRole : [...byRole, ...named].toSorted();
  }

  /** Also in an earlier version: what began with it keeps it. */
  private async names(who: Who, action: Action): Promise<boolean> {
    const verbs = VERBS_OF[action];
    if (verbs === undefined) return false;
    const staff = await this.staff.on(romeDayOf(this.clock.now()));
    const participants = this.workflow.versions
      .flatMap(({ objective }) => objective.transitions)
      .filter(({ verb }) => verbs.includes(verb))
      .flatMap((transition) => transition.who);
    return participants.some((one) =>
      // which share's head or office one is, is seen with the share
      'relation' in one ? may(who, 'objective.acknowledge') : isOne(one, who, staff),
    );
  }
}
