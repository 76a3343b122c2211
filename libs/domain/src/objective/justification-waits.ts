import { askedAt, currentStep } from '../approval/approval.js';
import { inItsWords } from '../approval/in-its-words.js';
import { panelOf } from '../approval/panel.js';
import { stuckAt, type Stuck } from '../approval/stuck.js';
import type { Staff } from '../organisation/staff.js';
import { Refused } from '../refused.js';
import { toldDeadline } from './guards.js';
import { knowingParties } from './parties.js';
import type { JustificationStanding, ObjectiveState, ShareState } from './state.js';

/**
 * Why a deadline was missed belongs to what a share is scored by: while somebody is still to decide on it no degree is given. One
 * that came back, or that no chain judges, waits for nobody; one that is said again after a rejection holds off nothing, or whoever
 * is scored could hold off their degree for ever.
 *
 * @throws Refused `objective/justification-open`
 */
export function requireNoneWaiting(state: ObjectiveState, share: ShareState, staff: Staff): void {
  const { shareId } = share;
  for (const standing of share.deadlines) {
    const approval = holdsOff(standing.justification) ? standing.justification.approval : null;
    const step = approval === null ? null : currentStep(approval);
    if (approval === null || step === null) continue;
    const offices = askedAt(approval, step.id).join(', ');
    const stuck = justificationStuck(standing.justification, share, state, staff) !== null;
    // the step as its own chain calls it
    inItsWords(approval.chain, () => {
      const facts = { ...toldDeadline(state.objective, shareId, standing), step: step.id };
      throw new Refused('objective/justification-open', {
        ...facts,
        ...(offices !== '' && { offices }),
        ...(stuck && { stuck: 1 }),
      });
    });
  }
}

/** Why nobody can bring a justification on, on the day of `staff`; null: somebody can, or it waits for nobody. */
export function justificationStuck(
  justification: JustificationStanding | null,
  share: ShareState,
  state: ObjectiveState,
  staff: Staff,
): Stuck | null {
  const approval = justification?.approval ?? null;
  const step = approval === null ? null : currentStep(approval);
  if (approval === null || step === null) return null;
  const panel = panelOf(knowingParties(approval, share, state), step, staff);
  return stuckAt(step, panel, approval.opening.votes, staff);
}

/** Whether a justification waits for somebody to decide on it, and the degree for that. */
export function holdsOff(justification: JustificationStanding | null): justification is JustificationStanding {
  if (justification === null || justification.again === true) return false;
  return justification.status === 'submitted' && justification.approval?.status === 'open';
}
