import { daysAsked } from '../organisation/as-of.js';
import { Refused } from '../refused.js';
import { requireText } from '../text.js';
import type { Actor } from '../values.js';
import type { StepDefinition } from '../workflow/chain-definition.js';
import { capacityOf, requireAtStep, requireNoParty, requirePanel, type AtStep, type ByStaff } from './actor.js';
import { isSameSeat } from './agreement.js';
import type { Approval, Claim, Opening } from './approval.js';
import type { ApprovalFact } from './facts.js';
import { requireNoSegretario } from './for-the-segretario.js';
import type { Panel } from './panel.js';
import { isByOffice, silentOf } from './voices.js';

/**
 * Somebody says that they see to the step: the others of the same seat keep off until it is released.
 *
 * @throws Refused as `requireAtStep`, `approval/claimed`, `approval/each-votes`
 */
export function claim(
  approval: Approval,
  { step: id, by, staff, at }: ByStaff & { readonly step: string },
): readonly ApprovalFact[] {
  const found = requireAtStep(approval, id, by, staff);
  requireSeats(found.step);
  requireNotClaimed(approval, found);
  if (claimOf(approval, found)?.person === found.as.person) return []; // theirs already
  return [{ kind: 'claimed', step: id, ...found.as, at }];
}

/**
 * Who claimed it leaves it to the others again; also somebody who may no longer act.
 *
 * @throws Refused `approval/not-open`, `approval/not-this-step`, `approval/no-substitute`, `approval/not-claimed`
 */
export function release(
  approval: Approval,
  { step: id, by, staff, at }: ByStaff & { readonly step: string },
): readonly ApprovalFact[] {
  requirePanel(approval, id, staff);
  if (!approval.opening.claims.some(({ person }) => person === by.id)) {
    throw new Refused('approval/not-claimed', { step: id });
  }
  return [{ kind: 'released', step: id, ...capacityOf(by, staff, approval), at }];
}

export interface Reassignment {
  readonly step: string;
  readonly to: Actor;
  readonly reason: string;
}

/**
 * The step is given to another of those who may take it, also over somebody's claim. Gives nobody a right they had not.
 *
 * @throws Refused `approval/not-open`, `approval/not-this-step`, `approval/no-substitute`, `approval/own-report`,
 * `approval/for-the-segretario`, `approval/each-votes`, `approval/may-not-take`, `approval/already-voted`, `value/text-missing`
 */
export function reassign(
  approval: Approval,
  { step: id, to, reason, by, staff, on, at }: Reassignment & ByStaff,
): readonly ApprovalFact[] {
  const { step, panel } = requirePanel(approval, id, staff);
  requireNoParty(approval, { by, staff, on }); // nobody chooses who judges them
  for (const of of daysAsked(staff, on)) requireNoSegretario(approval, by, of);
  requireSeats(step);
  requireText(reason, 'reason');
  const seat = panel.seats.find(({ office }) => office === to.office);
  if (!seat?.persons.includes(to.id)) throw new Refused('approval/may-not-take', { step: id, office: to.office });
  if (!silentOf(step, seat, approval.opening.votes).includes(to.id))
    throw new Refused('approval/already-voted', { step: id, office: to.office });
  const assigned = { person: to.id, office: to.office };
  return [{ kind: 'reassigned', step: id, ...capacityOf(by, staff, approval), to: assigned, reason, at }];
}

/** @throws Refused `approval/claimed` when somebody else sees to it */
export function requireNotClaimed(approval: Approval, found: AtStep): void {
  const held = claimOf(approval, found);
  const { person, onBehalfOf } = found.as;
  // whoever came to act in their place is no other, nor is the one in whose place they would act themselves
  if (held === undefined || held.person === person || held.person === onBehalfOf) return;
  const claimed = found.panel.seats.find(({ office }) => office === held.office);
  if (claimed?.places[held.person]?.includes(person) === true) return;
  throw new Refused('approval/claimed', { step: found.step.id, office: held.office });
}

function claimOf({ opening }: Approval, { step, panel, as }: AtStep): Claim | undefined {
  return bindingClaims(opening, step, panel).find((held) => isSameSeat(step, opening, held, as));
}

/** A claim binds as long as its holder may act and has not spoken, nor another for them. */
export function bindingClaims(
  { claims, votes }: Pick<Opening, 'claims' | 'votes'>,
  step: StepDefinition,
  { seats }: Panel,
): readonly Claim[] {
  return claims.filter((held) =>
    seats.some((seat) => seat.office === held.office && silentOf(step, seat, votes).includes(held.person)),
  );
}

/** Where each member votes, nobody can see to it for the others. */
function requireSeats(step: StepDefinition): void {
  if (step.agreement.kind !== 'one' && !isByOffice(step)) throw new Refused('approval/each-votes', { step: step.id });
}
