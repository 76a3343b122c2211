import { approvalSubjects, type ApprovalSubject } from '#domain';
import type { Kind } from '#engine';
import { Refusal } from '../http/refusal.js';

/** What an approval's id names. */
export interface OfApproval {
  readonly kind: ApprovedKind;
  readonly streamId: string;
  readonly subject: ApprovalSubject;
  readonly shareId: string | null;
}

/** The kinds of stream whose rules take `approval.act`. */
const kinds = ['objective', 'plan', 'variation'] as const satisfies readonly Kind[];

type ApprovedKind = (typeof kinds)[number];

/**
 * @param approvalId  `objective~2022-7.2.1~rendicontazione~7.2.1-urbanistica`
 * @throws Refusal `approval/not-found` when nothing can have that id
 */
export function partsOf(approvalId: string): OfApproval {
  const [name, streamId = '', about, shareId = null] = approvalId.split('~');
  const kind = kinds.find((known) => known === name);
  const subject = approvalSubjects.find((known) => known === about);
  if (kind === undefined || subject === undefined) throw new Refusal('approval/not-found', { approval: approvalId });
  return { kind, streamId, subject, shareId };
}
