import { actOn, asEvents, type ActOnApproval } from '../approval/compose.js';
import type { ApprovalFact } from '../approval/facts.js';
import type { Parties } from '../organisation/staff.js';
import type { Relations } from '../separation/separation.js';
import { requireShare } from './guards.js';
import { actOnJustification } from './justification.js';
import type { ObjectiveEvent } from './messages.js';
import { actOnProposal } from './proposal.js';
import type { ObjectiveState, ShareState } from './state.js';

/** Votes, claims, time-outs and migrations of whatever is approved of an objective. */
export function actOnApproval(command: ActOnApproval, state: ObjectiveState): readonly ObjectiveEvent[] {
  const { subject, shareId } = command;
  if (subject === 'rendicontazione') {
    const share = requireShare(state, shareId ?? '');
    return eventsOfRendicontazione(share.shareId, actOn(share.rendicontazione, command));
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

/** Who is on the other side of a control of a share: those who answer for it, and those whose own share has the same finding. */
export function partiesOf(share: ShareState, { shares }: ObjectiveState, authors: readonly string[]): Parties {
  const offices = officesOf(share);
  const scored = shares
    .filter(
      ({ shareId, indicatorIds }) =>
        shareId !== share.shareId && indicatorIds.some((id) => share.indicatorIds.includes(id)),
    )
    .flatMap(officesOf)
    .filter((office) => !offices.includes(office));
  return { authors, offices, scored: [...new Set(scored)], beneficiaries: [] };
}

/** The offices that stand in each relation to a share. */
export function relationsOf(share: ShareState, { shares }: ObjectiveState): Relations {
  const assignee = share.office === null ? [] : [share.office];
  const others = shares.map(({ areaId }) => areaId).filter((areaId) => areaId !== share.areaId);
  return { 'head-of-area': [share.areaId], assignee, proposer: assignee, 'other-areas': [...new Set(others)] };
}

function officesOf({ areaId, office }: ShareState): readonly string[] {
  return office === null || office === areaId ? [areaId] : [areaId, office];
}
