import type { ApprovalNotice, InstanceRef } from '#domain';

/** What a justification is about: its approval's id ends with it. Null of whatever else is approved. */
export function missedIn({ subject, approvalId }: Pick<ApprovalNotice, 'subject' | 'approvalId'>): InstanceRef | null {
  if (subject !== 'justification') return null;
  const [deadlineId, instance] = approvalId.split('~').slice(-2);
  return deadlineId === undefined || instance === undefined ? null : { deadlineId, instance };
}
