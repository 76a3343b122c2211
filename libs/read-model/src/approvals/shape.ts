import { createHash } from 'node:crypto';
import { currentStep, type Approval } from '#domain';

/**
 * All that decides who may act at the step that waits, besides who holds what today: approvals of one shape wait for
 * the same people, so that a question of people is asked once for each shape. Null: nothing waits.
 */
export function shapeOf(approval: Approval): string | null {
  const step = currentStep(approval);
  if (step === null) return null;
  const { id, who, agreement, order, substitute } = step;
  const { subject, parties, relations, opening, passed } = approval;
  const votes = opening.votes.map(({ person, office }) => [person, office]);
  const called = [opening.escalatedTo, opening.substitutes];
  const said = JSON.stringify([subject, id, who, agreement, order, substitute, parties, relations, votes, called]);
  return createHash('sha256').update(said).update(String(passed.length)).digest('base64url');
}
