import { actOn, asEvents, type ActOnApproval } from '../approval/compose.js';
import type { ApprovalFact } from '../approval/facts.js';
import { requireShare, requireThere } from './guards.js';
import { actOnJustification } from './justification.js';
import type { ObjectiveEvent } from './messages.js';
import { knowingParties } from './parties.js';
import { actOnProposal } from './proposal.js';
import type { ObjectiveState } from './state.js';

/** Votes, claims, time-outs and migrations of whatever is approved of an objective. */
export function actOnApproval(command: ActOnApproval, state: ObjectiveState): readonly ObjectiveEvent[] {
  const { subject, shareId } = command;
  if (subject === 'rendicontazione') {
    const share = requireShare(state, shareId ?? '');
    // an alarm that rings late asks whether something is due; of what was removed nothing is
    if (command.deed.do === 'time-out' && share.removal !== null) return [];
    requireThere(share);
    const report = share.rendicontazione && knowingParties(share.rendicontazione, share, state);
    return eventsOfRendicontazione(share.shareId, actOn(report, command));
  }
  if (subject === 'justification') return actOnJustification(command, state);
  if (subject === 'objective') return actOnProposal(command, state);
  const found = state.approvals.find((one) => one.subject === subject && one.shareId === shareId);
  return asEvents('objective', { subject, shareId }, actOn(found?.approval ?? null, command));
}

/** A step that agreed and a return keep the events that rendicontazioni always had. */
export function eventsOfRendicontazione(shareId: string, facts: readonly ApprovalFact[]): readonly ObjectiveEvent[] {
  return facts.flatMap((fact): readonly ObjectiveEvent[] => {
    switch (fact.kind) {
      case 'step-passed': {
        const { step, office, note, act, final } = fact;
        const data = { shareId, step, office: office ?? SILENCE, note, act, final };
        return [{ type: 'objective.rendicontazione-approved.v1', data }];
      }
      case 'returned':
        return [
          { type: 'objective.rendicontazione-returned.v1', data: { shareId, step: fact.step, points: fact.points } },
        ];
      case 'approved':
        return []; // the last step that agreed says so
      default:
        return asEvents('objective', { subject: 'rendicontazione', shareId }, [fact]);
    }
  });
}

const SILENCE = 'system';
