import { may, type SignedIn } from '#auth';
import { actingAs, type Actor, type Staff, type WorkflowDefinition } from '#domain';
import type { Onlooker } from '#read-model';
import { routeInForce } from './route-in-force.js';

interface Asking {
  readonly by: Actor;
  readonly session: SignedIn;
}

/**
 * The Segretario and the Nucleo answer for all evaluations; whoever may judge, or is named for it, sees those that concern them; anybody else
 * their own. Of an office that somebody held once, nothing of the kind is left to them.
 */
export function onlookerOf(
  { by: { id, office }, session }: Asking,
  definition: Pick<WorkflowDefinition, 'id' | 'version' | 'chains' | 'offices' | 'evaluations'>,
  staff: Staff,
): Onlooker {
  const { offices, evaluations } = definition;
  const its = offices.find((one) => one.id === office)?.function ?? null;
  const all = its === 'segretario' || its === 'evaluation-body';
  const holds = actingAs(staff, office).some(({ person }) => person === id);
  const named = (part: 'evaluators' | 'conciliators' | 'conductors') =>
    holds && evaluations?.[part]?.some((one) => one.office === office) === true;
  const conducts = may(session, 'evaluation.conduct') || named('conductors');
  const takesPart = may(session, 'evaluation.take-part') || conducts || named('evaluators') || named('conciliators');
  return {
    id,
    office,
    sees: !takesPart ? 'own' : all ? 'all' : 'concerned',
    conducts,
    staff,
    inForce: routeInForce(definition),
  };
}
