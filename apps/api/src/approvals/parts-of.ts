import { approvalSubjects, type ApprovalSubject, type InstanceRef } from '#domain';
import { approvedKinds, type ApprovedKind } from '#engine';
import { Refusal } from '../http/refusal.js';

/** What an approval's id names. */
export interface OfApproval {
  readonly kind: ApprovedKind;
  readonly streamId: string;
  readonly subject: ApprovalSubject;
  readonly shareId: string | null;
  /** Of a justification: what was missed. */
  readonly missed?: InstanceRef;
}

/**
 * @param approvalId  `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica`
 * @throws Refusal `approval/not-found` when nothing can have that id
 */
export function partsOf(approvalId: string): OfApproval {
  const [name, streamId = '', about, shareId = null, deadlineId, instance] = approvalId.split('~');
  const kind = approvedKinds.find((known) => known === name);
  const subject = approvalSubjects.find((known) => known === about);
  if (kind === undefined || subject === undefined) throw new Refusal('approval/not-found', { approval: approvalId });
  if (deadlineId === undefined || instance === undefined) return { kind, streamId, subject, shareId };
  return { kind, streamId, subject, shareId, missed: { deadlineId, instance } };
}
