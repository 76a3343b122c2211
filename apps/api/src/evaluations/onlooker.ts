import { may, type SignedIn } from '#auth';
import type { Actor, Staff, WorkflowDefinition } from '#domain';
import type { Onlooker } from '#read-model';

interface Asking {
  readonly by: Actor;
  readonly session: SignedIn;
}

/** The Segretario and the Nucleo answer for all evaluations; anybody else sees those that concern them. */
export function onlookerOf(
  { by: { id, office }, session }: Asking,
  { offices }: Pick<WorkflowDefinition, 'offices'>,
  staff: Staff,
): Onlooker {
  const its = offices.find((one) => one.id === office)?.function ?? null;
  const all = its === 'segretario' || its === 'evaluation-body';
  return { id, office, all, conducts: may(session, 'evaluation.conduct'), staff };
}
