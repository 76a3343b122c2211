import type { Answer } from '../../client/ask.js';

type Approval = Answer<'inbox'>['approvals'][number];

/** Of these each share has a line of its own among what waits. */
const BY_SHARE: readonly Approval['subject'][] = ['rendicontazione', 'justification'];

/** Approvals of plans, variations, proposals, runs and evaluations: those that no other line of the inbox tells. */
export function otherApprovals({ approvals }: Pick<Answer<'inbox'>, 'approvals'>): readonly Approval[] {
  return approvals.filter(({ subject, waiting }) => waiting !== null && !BY_SHARE.includes(subject));
}

/** Of these each report and each run has a line of its own. */
const BY_LINE: readonly Approval['subject'][] = ['rendicontazione', 'premium-run'];

/** What came back to the office and no other line of the inbox tells. */
export function otherReturned({ returned }: Pick<Answer<'inbox'>, 'returned'>): readonly Approval[] {
  return returned.filter(({ subject }) => !BY_LINE.includes(subject));
}
