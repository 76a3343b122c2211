import { askedAt, currentStep } from '../approval/approval.js';
import { inItsWords } from '../approval/in-its-words.js';
import { Refused } from '../refused.js';
import { toldDeadline } from './guards.js';
import type { JustificationStanding, ObjectiveState, ShareState } from './state.js';

/**
 * Why a deadline was missed belongs to what a share is scored by: while somebody is still to decide on it no degree is given. One
 * that came back, or that no chain judges, waits for nobody; one that is said again after a rejection holds off nothing, or whoever
 * is scored could hold off their degree for ever.
 *
 * @throws Refused `objective/justification-open`
 */
export function requireNoneWaiting({ objective }: ObjectiveState, { shareId, deadlines }: ShareState): void {
  for (const standing of deadlines) {
    const approval = holdsOff(standing.justification) ? standing.justification.approval : null;
    const step = approval === null ? null : currentStep(approval);
    if (approval === null || step === null) continue;
    const offices = askedAt(approval, step.id).join(', ');
    // the step as its own chain calls it
    inItsWords(approval.chain, () => {
      const facts = { ...toldDeadline(objective, shareId, standing), step: step.id };
      throw new Refused('objective/justification-open', offices === '' ? facts : { ...facts, offices });
    });
  }
}

/** Whether a justification waits for somebody to decide on it, and the degree for that. */
export function holdsOff(justification: JustificationStanding | null): justification is JustificationStanding {
  if (justification === null || justification.again === true) return false;
  return justification.status === 'submitted' && justification.approval?.status === 'open';
}
