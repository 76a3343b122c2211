import type { PlanDocument } from '../plan/document.js';
import type { LocalDate } from '../values.js';

/** The day of the act by which a variation brought each share into the plan, by its id; those that the plan began with have none. */
export type CameIn = Readonly<Record<string, LocalDate>>;

/** What is known after a variation. @param after  its objectives that are new or other than before, whole */
export function cameInAfter(
  known: CameIn,
  { objectives }: PlanDocument,
  after: PlanDocument['objectives'],
  on: LocalDate,
): CameIn {
  const before = new Set(objectives.flatMap(({ shares }) => shares.map(({ id }) => id)));
  const fresh = after.flatMap(({ shares }) => shares).filter(({ id }) => !before.has(id));
  return { ...known, ...Object.fromEntries(fresh.map(({ id }) => [id, on])) };
}
