import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';
import { SharedBefore } from '../premiums/shared-before.js';
import type { ApprovalDetail } from './approval-steps.js';

/** What whoever checks or signs a premium run has to know of it beside its figures. */
export function RunOf({ approval: { subject, streamId } }: { readonly approval: ApprovalDetail }) {
  const asked = useQuery({
    ...query('premiumRun', { params: { runId: streamId } }),
    enabled: subject === 'premium-run',
  });
  return asked.data === undefined ? null : <SharedBefore run={asked.data} />;
}
