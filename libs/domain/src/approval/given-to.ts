import type { Credited, Parties } from '../organisation/staff.js';
import { notYetCredited } from '../separation/credited.js';
import type { Instant } from '../values.js';
import type { Approval } from './approval.js';
import type { ApprovalFact, ApprovalFactOf } from './facts.js';

/** An approval whose subject was given to another office: that one answers for it now, too, and judges nothing of it. */
export function givenTo<A extends Approval>(approval: A, office: string): A {
  const { offices } = approval.parties;
  if (approval.status !== 'open' || offices.includes(office)) return approval;
  return { ...approval, parties: { ...approval.parties, offices: [...offices, office] } };
}

/**
 * That offices have come to answer for what is judged, or to have the credit of days of it, elsewhere than in its own history: no fact
 * where they all did before.
 */
export function joining(
  { status, parties }: Pick<Approval, 'status' | 'parties'>,
  now: Required<Pick<Parties, 'offices' | 'credited'>>,
  at: Instant,
): readonly ApprovalFact[] {
  const offices = [...new Set(now.offices)].filter((office) => !parties.offices.includes(office));
  const credited = notYetCredited(parties, now.credited);
  if (status !== 'open' || offices.length + credited.length === 0) return [];
  return [{ kind: 'joined', offices, ...(credited.length > 0 && { credited }), at }];
}

/** An approval that others have joined so. */
export function joinedBy<A extends Approval>(approval: A, { offices, credited = [] }: ApprovalFactOf<'joined'>): A {
  const given = offices.reduce(givenTo, approval);
  return credited.length === 0 ? given : creditedTo(given, [...(given.parties.credited ?? []), ...credited]);
}

/** An approval of whose share other days are credited than was known when it set out. */
export function creditedTo<A extends Approval>(approval: A, credited: readonly Credited[]): A {
  if (approval.status !== 'open') return approval;
  return { ...approval, parties: { ...approval.parties, credited } };
}

/** An approval of which somebody else wrote something, too. */
export function alsoBy<A extends Approval>(approval: A, person: string): A {
  const { authors } = approval.parties;
  if (approval.status !== 'open' || authors.includes(person)) return approval;
  return { ...approval, parties: { ...approval.parties, authors: [...authors, person] } };
}
