import type { ApprovalRef } from '#domain';

/** `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica`; without a share for a subject that has none. */
export function approvalId(kind: string, streamId: string, { subject, shareId }: ApprovalRef): string {
  return [kind, streamId, subject, ...(shareId === null ? [] : [shareId])].join('~');
}
