import type { Answer } from '../../client/ask.js';

type Approval = Answer<'inbox'>['approvals'][number];

/** Of these each share has a line of its own among what waits. */
const BY_SHARE: readonly Approval['subject'][] = ['rendicontazione', 'justification'];

/** Approvals of plans, variations, proposals, runs and evaluations: those that no other line of the inbox tells. */
export function otherApprovals({ approvals }: Pick<Answer<'inbox'>, 'approvals'>): readonly Approval[] {
  return approvals.filter(({ subject, waiting }) => waiting !== null && !BY_SHARE.includes(subject));
}
