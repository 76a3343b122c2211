import type { ApprovalRef, InstanceRef } from '#domain';

/** Which of a stream's approvals. */
export interface NamedApproval extends ApprovalRef {
  /** Of a justification: what was missed. */
  readonly missed?: InstanceRef;
}

/**
 * `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica`; without a share for a subject that has none, with the
 * deadline and its occasion after it for a justification.
 */
export function approvalId(kind: string, streamId: string, { subject, shareId, missed }: NamedApproval): string {
  return [
    kind,
    streamId,
    subject,
    ...(shareId === null ? [] : [shareId]),
    ...(missed === undefined ? [] : [missed.deadlineId, missed.instance]),
  ].join('~');
}
