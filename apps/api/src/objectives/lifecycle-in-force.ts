import type { LifecycleInForce, WorkflowDefinition } from '#domain';

/** What an objective keeps of the definition it begins under. */
export function lifecycleInForce({ id, version, objective }: WorkflowDefinition): LifecycleInForce {
  const { transitions, suspension, scoring } = objective;
  return { id, version, transitions, ...(suspension && { suspension }), ...(scoring && { scoring }) };
}
