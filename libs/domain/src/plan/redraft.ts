import { Refused } from '../refused.js';
import type { LifecycleInForce } from '../objective/lifecycle-messages.js';
import type { PlanDocument, PlannedObjective } from './document.js';
import type { PlanState } from './state.js';

export interface PlanRedrafted {
  readonly type: 'plan.redrafted.v1';
  readonly data: {
    readonly planId: string;
    /** In the place of the one before, whole. */
    readonly document: PlanDocument;
    /** Absent: as before. */
    readonly workflow?: LifecycleInForce;
    /** Of the document, from 1 as drafted. */
    readonly version: number;
    /** Ids of objectives that the draft before did not have. */
    readonly added: readonly string[];
    /** Of those that it had otherwise. */
    readonly changed: readonly string[];
    /** Of those that it had and this one has not: never in a plan that was approved, they are no stralcio. */
    readonly withdrawn: readonly string[];
  };
}

/**
 * Whether another document may take the place of the draft: until it is approved, while nobody judges it and nobody works on it.
 *
 * @throws Refused `plan/already-drafted`, `plan/under-approval`, `plan/already-begun`
 */
export function requireDraftOpen(
  planId: string,
  { status, approval }: PlanState,
  begun: readonly string[] | undefined,
): void {
  if (status !== 'drafted') throw new Refused('plan/already-drafted', { plan: planId });
  if (approval?.status === 'open') throw new Refused('plan/under-approval', { plan: planId });
  const [objective] = begun ?? [];
  if (objective !== undefined) throw new Refused('plan/already-begun', { plan: planId, objective });
}

/** Where in the document something stands is nothing that it asks of anybody. */
function told(objective: PlannedObjective | undefined): string | undefined {
  return JSON.stringify(objective, (key, value: unknown) => (key === 'source' ? undefined : value));
}

/** The draft that takes the place of the one before; none where it says the same. */
export function redraft(
  planId: string,
  document: PlanDocument,
  workflow: LifecycleInForce | undefined,
  state: PlanState,
): readonly PlanRedrafted[] {
  const kept = workflow ?? state.workflow;
  const governedAlike = JSON.stringify(kept) === JSON.stringify(state.workflow);
  if (governedAlike && JSON.stringify(document) === JSON.stringify(state.document)) return [];
  const alike = governedAlike && document.horizon === state.document?.horizon;
  const before = new Map((state.document?.objectives ?? []).map((objective) => [objective.id, objective]));
  const ids = new Set(document.objectives.map(({ id }) => id));
  const isChanged = (objective: PlannedObjective) =>
    before.has(objective.id) && !(alike && told(before.get(objective.id)) === told(objective));
  const data = {
    planId,
    document,
    ...(workflow && { workflow }),
    version: state.version + 1,
    added: [...ids].filter((id) => !before.has(id)),
    changed: document.objectives.filter(isChanged).map(({ id }) => id),
    withdrawn: [...before.keys()].filter((id) => !ids.has(id)),
  };
  return [{ type: 'plan.redrafted.v1', data }];
}
