import type { LocalDate } from '#domain';
import type { Engine } from '#engine';
import { Refusal } from '../http/refusal.js';

/**
 * A plan is closed after its objectives: they are other streams, so they are asked here. A plan that is not in force,
 * or closed already, answers for itself.
 *
 * @returns the day on which the last of them was closed; undefined: the log does not say, or nobody asks
 * @throws Refusal `plan/objectives-open`
 */
export async function requireObjectivesClosed(engine: Engine, planId: string): Promise<LocalDate | undefined> {
  const plan = (await engine.load('plan', planId))?.state;
  if (plan?.status !== 'in-force' || plan.document === null) return undefined;
  const open: string[] = [];
  const closedOn: LocalDate[] = [];
  for (const { id } of plan.document.objectives) {
    const objective = await engine.load('objective', `${planId}-${id}`);
    if (objective?.state.closed !== true) open.push(`${planId}-${id}`);
    const day = objective?.state.days?.['closed'];
    if (day !== undefined) closedOn.push(day);
  }
  const [first] = open;
  if (first !== undefined) throw new Refusal('plan/objectives-open', { plan: planId, count: open.length, first });
  return closedOn.toSorted().at(-1);
}
