import type { Engine } from '#engine';
import { Refusal } from '../http/refusal.js';

/**
 * A plan is closed after its objectives: they are other streams, so they are asked here. A plan that is not in force,
 * or closed already, answers for itself.
 *
 * @throws Refusal `plan/objectives-open`
 */
export async function requireObjectivesClosed(engine: Engine, planId: string): Promise<void> {
  const plan = (await engine.load('plan', planId))?.state;
  if (plan?.status !== 'in-force' || plan.document === null) return;
  const open: string[] = [];
  for (const { id } of plan.document.objectives) {
    const objective = await engine.load('objective', `${planId}-${id}`);
    if (objective?.state.closed !== true) open.push(`${planId}-${id}`);
  }
  const [first] = open;
  if (first !== undefined) throw new Refusal('plan/objectives-open', { plan: planId, count: open.length, first });
}
