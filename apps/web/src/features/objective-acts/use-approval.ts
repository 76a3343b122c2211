import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';
import { approvalIdOf } from '../approvals/approval-of.js';
import type { Objective, Share } from '../objectives/offers.js';

/** The approval of a share's report, with the step that waits as its definition has it; null until it is known. */
export function useApproval({ objectiveId }: Objective, { shareId }: Share) {
  const approvalId = approvalIdOf('objective', objectiveId, 'rendicontazione', shareId);
  const approval = useQuery(query('approval', { params: { approvalId } })).data;
  const waiting = approval?.waiting ?? null;
  const step = approval?.steps.find(({ id }) => id === waiting?.step);
  if (approval === undefined || waiting === null || step === undefined) return null;
  const several = new Set(waiting.who.flatMap(({ persons }) => persons)).size > 1;
  return { approval, waiting, step, mayBeClaimed: several && step.agreement.kind === 'one' };
}
