import { hasBegun } from '#domain';
import type { Engine } from '#engine';

/**
 * The objectives of a draft on which work has begun, which no other draft takes away: they are other streams, so they are
 * asked here. A plan that is no draft answers for itself.
 */
export async function begunIn(engine: Engine, planId: string): Promise<readonly string[]> {
  const plan = (await engine.load('plan', planId))?.state;
  if (plan?.status !== 'drafted') return [];
  const begun: string[] = [];
  for (const { id } of plan.document?.objectives ?? []) {
    const objective = await engine.load('objective', `${planId}-${id}`);
    if (objective !== null && hasBegun(objective.state)) begun.push(id);
  }
  return begun;
}
