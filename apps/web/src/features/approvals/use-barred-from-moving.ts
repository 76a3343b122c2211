import { useQuery } from '@tanstack/react-query';
import { Problem } from '../../client/problem.js';
import { tryOut } from '../../client/try-out.js';
import { useMe } from '../session/session.js';
import type { ApprovalDetail } from './approval-steps.js';

/**
 * Whether the rules keep who is signed in from reassigning and migrating an approval: whoever stands in for the Segretario may
 * only where no Segretario can. Null: they do not; undefined: the server has not said yet.
 */
export function useBarredFromMoving({ approvalId }: ApprovalDetail, enabled: boolean): Problem | null | undefined {
  const { user } = useMe();
  return useQuery({
    queryKey: ['barredFromMoving', approvalId, user.id, user.office],
    queryFn: async () => {
      try {
        await tryOut('migrateApproval', { params: { approvalId }, body: { reason: '-' } });
        return null;
      } catch (failure) {
        // anything else is about what is asked, and said when it is
        if (failure instanceof Problem) return failure.status === 403 ? failure : null;
        throw failure;
      }
    },
    enabled,
  }).data;
}
