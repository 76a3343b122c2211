import type { LifecycleInForce, WorkflowDefinition } from '#domain';

/** What an objective keeps of the definition it begins under. */
export function lifecycleInForce({ id, version, objective }: WorkflowDefinition): LifecycleInForce {
  const { transitions, suspension, scoring, appeal } = objective;
  const terms = { ...(suspension && { suspension }), ...(scoring && { scoring }), ...(appeal && { appeal }) };
  return { id, version, transitions, ...terms };
}
