import { may, type SignedIn } from '#auth';
import type { Actor, Staff, WorkflowDefinition } from '#domain';
import type { Onlooker } from '#read-model';

interface Asking {
  readonly by: Actor;
  readonly session: SignedIn;
}

/**
 * The Segretario and the Nucleo answer for all evaluations; whoever may judge sees those that concern them; anybody else
 * their own. Of an office that somebody held once, nothing of the kind is left to them.
 */
export function onlookerOf(
  { by: { id, office }, session }: Asking,
  { offices }: Pick<WorkflowDefinition, 'offices'>,
  staff: Staff,
): Onlooker {
  const its = offices.find((one) => one.id === office)?.function ?? null;
  const all = its === 'segretario' || its === 'evaluation-body';
  const sees = !may(session, 'evaluation.take-part') ? 'own' : all ? 'all' : 'concerned';
  return { id, office, sees, conducts: may(session, 'evaluation.conduct'), staff };
}
