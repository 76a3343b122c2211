import { unmoved, type ObjectiveEvent } from '#domain';
import type { ShareRow } from './tables.js';

/** The shares of an objective before anything has happened to them. */
export function begunShares(
  { planId, objective }: Extract<ObjectiveEvent, { type: 'objective.defined.v1' }>['data'],
  objectiveId: string,
  since: string,
): readonly ShareRow[] {
  return objective.shares.map(({ id, areaId, weight }) => ({
    objective_id: objectiveId,
    share_id: id,
    plan_id: planId,
    area_id: areaId,
    weight,
    office: null,
    acknowledged: false,
    authors: [],
    status: 'defined',
    since,
    progress: null,
    reports: 0,
    rendicontazione: null,
    awaited_step: null,
    awaited_offices: [],
    self_degree: null,
    degree: null,
    degree_reason: null,
    premium: null,
    run_id: null,
    moves: unmoved,
  }));
}
