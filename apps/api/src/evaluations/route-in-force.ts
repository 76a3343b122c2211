import type { RouteOfEvaluation, WorkflowDefinition } from '#domain';

/** What the version in force says of evaluations; null: it foresees none. */
export function routeInForce({
  id,
  version,
  chains,
  evaluations: terms,
}: Pick<WorkflowDefinition, 'id' | 'version' | 'chains' | 'evaluations'>): RouteOfEvaluation | null {
  const { evaluation: chain } = chains;
  return chain === undefined || terms === undefined ? null : { chain, workflow: { id, version }, terms };
}
