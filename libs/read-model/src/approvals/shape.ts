import { currentStep, type Approval } from '#domain';
import { digestOf, type Json } from '#event-store';

/**
 * All that decides who may act at the step that waits, besides who holds what today: approvals of one shape wait for
 * the same people, so that a question of people is asked once for each shape. Null: nothing waits. The same whether the
 * approval comes from the log or from a table, which keeps the fields of a value in an order of its own.
 */
export function shapeOf(approval: Approval): string | null {
  const step = currentStep(approval);
  if (step === null) return null;
  const { id, who, agreement, order, substitute } = step;
  const { subject, parties, relations, opening, passed } = approval;
  const votes = opening.votes.map(({ person, office, onBehalfOf }) => [person, office, onBehalfOf ?? null]);
  const called = [opening.escalatedTo, opening.substitutes];
  const of = [subject, id, who, agreement, order, substitute, parties, relations, votes, called, passed.length];
  return digestOf(of as Json);
}
