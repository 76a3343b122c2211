import type { Parties } from '../organisation/staff.js';
import type { Relations } from '../separation/separation.js';
import type { ObjectiveState, ShareState } from './state.js';

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
