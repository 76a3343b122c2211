import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';
import { JustificationShown } from '../objective-acts/justification-shown.js';
import type { ApprovalDetail } from './approval-steps.js';

/** What the approval of a justification decides on: the deadline, and what was said for missing it. */
export function JustificationOf({ approval }: { readonly approval: ApprovalDetail }) {
  const { approvalId, subject, streamId, shareId } = approval;
  const isOne = subject === 'justification';
  const asked = useQuery({ ...query('objective', { params: { objectiveId: streamId } }), enabled: isOne });
  // the id ends with the deadline and its occasion
  const [deadlineId, instance] = approvalId.split('~').slice(-2);
  const share = asked.data?.shares.find((one) => one.shareId === shareId);
  const due = share?.due.find((one) => one.deadlineId === deadlineId && one.instance === instance);
  if (asked.data === undefined || share === undefined || due === undefined || !isOne) return null;
  return <JustificationShown objective={asked.data} share={share} due={due} />;
}
