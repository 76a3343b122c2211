import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { PlanChange } from './changes.js';
import { indicatorTold } from './indicator-told.js';
import { dayOf } from './varied.js';

/** The day of the act by which each deadline and each indicator was varied last, by `keyOf`. */
export type LastVaried = Readonly<Record<string, LocalDate>>;

type Once = Extract<PlanChange, { readonly kind: 'move-deadline' | 'change-indicator' }>;

function keyOf(kind: Once['kind'], objectiveId: string, id: string): string {
  return JSON.stringify([kind, objectiveId, id]);
}

/**
 * What is known after a variation: acts may be recorded in another order than they were passed.
 *
 * @param after  every objective that is new or other than before, whole
 */
export function lastVariedAfter(
  known: LastVaried,
  { objectives }: PlanDocument,
  after: readonly PlannedObjective[],
  on: LocalDate,
): LastVaried {
  const keys = after.flatMap((objective) => {
    const before = objectives.find(({ id }) => id === objective.id);
    return before === undefined ? [] : keysOfDifferences(before, objective);
  });
  return { ...known, ...Object.fromEntries(keys.map((key) => [key, later(known[key], on)])) };
}

function keysOfDifferences(before: PlannedObjective, after: PlannedObjective): readonly string[] {
  const moved = before.deadlines.filter(
    (deadline) => dayOf(deadline) !== dayOf(after.deadlines.find(({ id }) => id === deadline.id)),
  );
  const worded = before.indicators.filter((indicator) => {
    const now = after.indicators.find(({ id }) => id === indicator.id);
    return now !== undefined && indicatorTold(indicator) !== indicatorTold(now);
  });
  return [
    ...moved.map(({ id }) => keyOf('move-deadline', before.id, id)),
    ...worded.map(({ id }) => keyOf('change-indicator', before.id, id)),
  ];
}

function later(known: LocalDate | undefined, on: LocalDate): LocalDate {
  return known !== undefined && known > on ? known : on;
}

/**
 * What a later act has said of a deadline or an indicator, an earlier one that is recorded after it does not take back.
 *
 * @param actedOn  the day of the act that decides
 * @throws Refused `variation/superseded`
 */
export function requireLatest(
  changes: readonly PlanChange[],
  { objectives }: PlanDocument,
  lastVaried: LastVaried,
  actedOn: LocalDate | null | undefined,
): void {
  if (actedOn == null) return;
  for (const change of changes) {
    if (change.kind !== 'move-deadline' && change.kind !== 'change-indicator') continue;
    const id = change.kind === 'move-deadline' ? change.deadlineId : change.indicatorId;
    const last = lastVaried[keyOf(change.kind, change.objectiveId, id)];
    if (last === undefined || last <= actedOn) continue;
    const objective = objectives.find((one) => one.id === change.objectiveId);
    const items = change.kind === 'move-deadline' ? objective?.deadlines : objective?.indicators;
    const text = items?.find((item) => item.id === id)?.text;
    const thing = change.kind === 'move-deadline' ? 'deadline' : 'indicator';
    throw new Refused('variation/superseded', {
      objective: change.objectiveId,
      [thing]: id,
      ...(text && { [`${thing}Text`]: text }),
      actedOn,
      lastVariedOn: last,
    });
  }
}
