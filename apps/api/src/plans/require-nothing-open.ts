import { isUnderWay, type LocalDate } from '#domain';
import { variationsOf, type Engine } from '#engine';
import { Refusal } from '../http/refusal.js';

/** The days on which the last of what a plan waits for was over; absent: the log does not say, or nobody asks. */
interface Ended {
  readonly objectivesClosedOn?: LocalDate | undefined;
  readonly variationsDecidedOn?: LocalDate | undefined;
}

/**
 * A plan is closed after its objectives, and nothing would still change it: they are other streams, so they are asked here. A plan
 * that is not in force, or closed already, answers for itself.
 *
 * @throws Refusal `plan/objectives-open`, `plan/variations-open`
 */
export async function requireNothingOpen(engine: Engine, planId: string): Promise<Ended> {
  const plan = (await engine.load('plan', planId))?.state;
  if (plan?.status !== 'in-force' || plan.document === null) return {};
  const ids = plan.document.objectives.map(({ id }) => `${planId}-${id}`);
  return {
    objectivesClosedOn: await requireObjectivesClosed(engine, planId, ids),
    variationsDecidedOn: await requireVariationsDecided(engine, planId),
  };
}

async function requireObjectivesClosed(engine: Engine, plan: string, ids: readonly string[]) {
  const open: string[] = [];
  const closedOn: LocalDate[] = [];
  for (const id of ids) {
    const objective = await engine.load('objective', id);
    if (objective?.state.closed !== true) open.push(id);
    const day = objective?.state.days?.['closed'];
    if (day !== undefined) closedOn.push(day);
  }
  const [first] = open;
  if (first !== undefined) throw new Refusal('plan/objectives-open', { plan, count: open.length, first });
  return closedOn.toSorted().at(-1);
}

async function requireVariationsDecided(engine: Engine, plan: string) {
  const all = await variationsOf(engine, plan);
  const open = all.filter(isUnderWay).flatMap(({ variationId }) => variationId ?? []);
  if (open.length > 0) {
    throw new Refusal('plan/variations-open', { plan, count: open.length, variations: open.join(', ') });
  }
  return all
    .flatMap(({ days }) => days?.['decided'] ?? [])
    .toSorted()
    .at(-1);
}
