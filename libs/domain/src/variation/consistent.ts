import type { PlanDocument, PlannedObjective } from '../plan/document.js';
import { Refused } from '../refused.js';
import type { PlanChange, PlanChangeOf } from './changes.js';

/**
 * One request says of each thing once what it shall be, and of what it removes nothing else; no day is after the plan's
 * last. Points may move to and from a share several times: they add up.
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
    if (change.kind === 'move-deadline' && change.to > horizon) {
      throw new Refused('value/out-of-range', { field: 'to', value: change.to, max: horizon });
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

type Once = PlanChangeOf<'move-deadline'> | PlanChangeOf<'change-indicator'>;

function told(change: Once, objective: PlannedObjective | undefined): Record<string, string> {
  if (change.kind === 'move-deadline') {
    const text = objective?.deadlines.find(({ id }) => id === change.deadlineId)?.text;
    return { deadline: change.deadlineId, ...(text && { deadlineText: text }) };
  }
  const text = objective?.indicators.find(({ id }) => id === change.indicatorId)?.text;
  return { indicator: change.indicatorId, ...(text && { indicatorText: text }) };
}
