import { stateOfStatus, type ApprovalSubject, type LifecycleState } from '#domain';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../client/queries.js';
import { useOfficeNames } from '../offices/offices.js';
import { boxOf } from './box-of.js';
import { useApprovalTitle } from '../approvals/use-approval-title.js';

/** Where something stands in the workflow. */
export interface Where {
  readonly title: string;
  /** The version that it began with; null: the one in force. */
  readonly workflow: { readonly id: string; readonly version: number } | null;
  readonly state: LifecycleState | null;
  readonly approval: {
    readonly subject: ApprovalSubject;
    /** The box of the drawing: a step, or an end. */
    readonly step: string | null;
    readonly passed: readonly string[];
  } | null;
}

/** Of the approval, or of the share of an objective, that the address names; null: none, or not known yet. */
export function useWhere(search: URLSearchParams): Where | null {
  const nameOf = useOfficeNames();
  const titleOf = useApprovalTitle();
  const [approvalId, objectiveId, shareId] = [search.get('approval'), search.get('objective'), search.get('share')];
  const approval = useQuery({
    ...query('approval', { params: { approvalId: approvalId ?? '' } }),
    enabled: approvalId !== null,
  }).data;
  const objective = useQuery({
    ...query('objective', { params: { objectiveId: objectiveId ?? '' } }),
    enabled: objectiveId !== null,
  }).data;
  if (approval !== undefined) {
    const { subject, status, waiting, passed, workflow } = approval;
    return {
      title: titleOf(approval),
      workflow,
      state: null,
      approval: { subject, step: boxOf(status, waiting?.step ?? null), passed },
    };
  }
  const share = objective?.shares.find((each) => each.shareId === shareId) ?? objective?.shares[0];
  if (objective === undefined || share === undefined) return null;
  const report = share.rendicontazione;
  const steps = report?.chain.steps ?? [];
  return {
    title: `${objective.title} (${[nameOf(share.areaId), share.unit].filter(Boolean).join(', ')})`,
    workflow: objective.workflow,
    state: objective.status === 'closed' ? 'closed' : stateOfStatus[share.status],
    approval:
      report == null
        ? null
        : {
            subject: 'rendicontazione',
            step: boxOf(report.status, steps[report.stepIndex]?.id ?? null),
            passed: steps.slice(0, report.stepIndex).map(({ id }) => id),
          },
  };
}
