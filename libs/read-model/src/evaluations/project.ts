import { currentStep, evaluation, idOfStream, type EvaluationEvent, type EvaluationState } from '#domain';
import type { EvaluationRow as StoredEvaluationRow } from '#postgres';
import { metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface EvaluationRow extends StoredEvaluationRow {
  readonly state: EvaluationState;
}

const evaluationTable = defineTable<EvaluationRow>({
  name: 'evaluation',
  columns: {
    evaluation_id: 'text',
    plan_id: 'text',
    person: 'text',
    evaluator: 'text',
    conciliator: 'text null',
    status: 'text',
    step: 'text null',
    state: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['evaluation_id'],
  scope: 'evaluation_id',
  indexes: [['person'], ['evaluator']],
});

/** Evaluations of persons, for those alone who may see them: no other table has their events. */
export const evaluations: Projection = {
  name: 'evaluations',
  version: 1,
  categories: ['evaluation'],
  tables: [evaluationTable],
  revisionIn: (rows) => rows.of(evaluationTable)[0]?.revision ?? -1,
  project(event, rows) {
    const before = rows.of(evaluationTable)[0];
    const fact = { type: event.type, data: event.data } as EvaluationEvent;
    const state = evaluation.evolve(before?.state ?? evaluation.initial, fact);
    if (state.opened === null) return [];
    const { planId, person, evaluator } = state.opened;
    return [
      evaluationTable.put({
        evaluation_id: idOfStream(event.stream),
        plan_id: planId,
        person,
        evaluator: evaluator.person,
        conciliator: state.conciliator?.person ?? null,
        status: state.status,
        step: state.status === 'judged' && state.approval !== null ? (currentStep(state.approval)?.id ?? null) : null,
        state,
        revision: event.revision,
        recorded_at: metadataOf(event).recordedAt,
      }),
    ];
  },
};
