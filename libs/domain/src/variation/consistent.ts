import { addDays } from '../calendar/civil.js';
import { LONGEST_GRACE_DAYS } from '../deadline/due-day.js';
import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { PlanChange, PlanChangeOf } from './changes.js';

/**
 * One request says of each thing once what it shall be, and of what it removes nothing else; no day is after the plan's
 * last, but for reports as of one of its days. Points may move to and from a share several times: they add up.
 *
 * @throws Refused `variation/changed-twice`, `variation/objective-removed`, `value/out-of-range`
 */
export function requireConsistent(changes: readonly PlanChange[], { objectives, horizon }: PlanDocument): void {
  const removed = new Set(changes.flatMap((change) => (change.kind === 'remove-objective' ? change.objectiveId : [])));
  const seen = new Set<string>();
  for (const change of changes) {
    if (change.kind !== 'move-deadline' && change.kind !== 'change-indicator' && change.kind !== 'add-share') continue;
    const { objectiveId } = change;
    if (removed.has(objectiveId)) throw new Refused('variation/objective-removed', { objective: objectiveId });
    if (change.kind === 'add-share') continue;
    if (change.kind === 'move-deadline') {
      const max = lastDayFor(change, objectives, horizon);
      if (change.to > max) throw new Refused('value/out-of-range', { field: 'to', value: change.to, max });
    }
    const thing = change.kind === 'move-deadline' ? change.deadlineId : change.indicatorId;
    const key = JSON.stringify([change.kind, objectiveId, thing]);
    if (seen.has(key)) {
      const objective = objectives.find(({ id }) => id === objectiveId);
      throw new Refused('variation/changed-twice', { objective: objectiveId, ...told(change, objective) });
    }
    seen.add(key);
  }
}

/** A report as of the plan's last days is due after them, as the plan itself lets it be. */
function lastDayFor(
  { objectiveId, deadlineId }: PlanChangeOf<'move-deadline'>,
  objectives: readonly PlannedObjective[],
  horizon: LocalDate,
): LocalDate {
  const objective = objectives.find(({ id }) => id === objectiveId);
  const deadline = objective?.deadlines.find(({ id }) => id === deadlineId);
  return deadline?.kind === 'as-of' ? addDays(deadline.asOf, LONGEST_GRACE_DAYS) : horizon;
}

type Once = PlanChangeOf<'move-deadline'> | PlanChangeOf<'change-indicator'>;

/** The facts by which a refusal names it. */
export function told(change: Once, objective: PlannedObjective | undefined): Record<string, string> {
  if (change.kind === 'move-deadline') {
    const text = objective?.deadlines.find(({ id }) => id === change.deadlineId)?.text;
    return { deadline: change.deadlineId, ...(text && { deadlineText: text }) };
  }
  const text = objective?.indicators.find(({ id }) => id === change.indicatorId)?.text;
  return { indicator: change.indicatorId, ...(text && { indicatorText: text }) };
}
