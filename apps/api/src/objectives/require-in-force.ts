import { Refused, type LocalDate } from '#domain';
import type { Engine } from '#engine';

/**
 * Shares are assigned only while their plan is in force: the plan is another stream, so it is asked here.
 *
 * @param objectiveId  `2022-20.4.1a`: begins with the plan's id
 * @throws Refused
 */
export async function requireInForce(engine: Engine, objectiveId: string): Promise<void> {
  const plan = planOf(objectiveId);
  const status = (await engine.load('plan', plan))?.state.status ?? 'none';
  if (status === 'in-force') return;
  if (status === 'none') throw new Refused('objective/not-defined', { objective: objectiveId });
  throw new Refused(status === 'closed' ? 'plan/closed' : 'plan/not-in-force', { plan });
}

/**
 * Nothing is taken out of a draft by an act: another draft takes its place.
 *
 * @throws Refused `plan/not-in-force`
 */
export async function requireApproved(engine: Engine, objectiveId: string): Promise<void> {
  const plan = planOf(objectiveId);
  if ((await engine.load('plan', plan))?.state.status === 'drafted') throw new Refused('plan/not-in-force', { plan });
}

/** The day on which its plan was approved; undefined: the log does not say. */
export async function approvedOn(engine: Engine, objectiveId: string): Promise<LocalDate | undefined> {
  return (await engine.load('plan', planOf(objectiveId)))?.state.days?.['plan.approved.v1'];
}

/** `2022-20.4.1a` → `2022` */
export function planOf(objectiveId: string): string {
  return objectiveId.slice(0, objectiveId.indexOf('-'));
}
