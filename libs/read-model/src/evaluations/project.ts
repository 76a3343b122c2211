import {
  currentStep,
  evaluation,
  idOfStream,
  termAhead,
  unusedTerm,
  type EvaluationEvent,
  type EvaluationState,
} from '#domain';
import type { EvaluationRow as StoredEvaluationRow } from '#postgres';
import { metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';
import { groundsAfter, noGrounds, type Grounds } from './grounds.js';

export interface EvaluationRow extends StoredEvaluationRow {
  readonly state: EvaluationState;
  readonly grounds: Grounds;
}

const evaluationTable = defineTable<EvaluationRow>({
  name: 'evaluation',
  columns: {
    evaluation_id: 'text',
    body: 'text',
    plan_id: 'text',
    person: 'text',
    evaluator: 'text',
    conciliator: 'text null',
    judges: 'jsonb',
    conductors: 'jsonb null',
    status: 'text',
    term_until: 'text null',
    unused_until: 'text null',
    step: 'text null',
    state: 'jsonb',
    grounds: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['evaluation_id'],
  scope: 'evaluation_id',
  indexes: [['person'], ['evaluator'], ['term_until']],
});

/** Evaluations of persons, for those alone who may see them: no other table has what is said in them. */
export const evaluations: Projection = {
  name: 'evaluations',
  version: 7,
  categories: ['evaluation'],
  tables: [evaluationTable],
  revisionIn: (rows) => rows.of(evaluationTable)[0]?.revision ?? -1,
  project(event, rows) {
    const before = rows.of(evaluationTable)[0];
    const fact = { type: event.type, data: event.data } as EvaluationEvent;
    const state = evaluation.evolve(before?.state ?? evaluation.initial, fact);
    if (state.opened === null) return [];
    const { planId, person, evaluator, route } = state.opened;
    const { body, recordedAt } = metadataOf(event);
    return [
      evaluationTable.put({
        evaluation_id: idOfStream(event.stream),
        body,
        plan_id: planId,
        person,
        evaluator: evaluator.person,
        conciliator: state.conciliator?.person ?? null,
        judges: state.judges,
        conductors: route.terms.conductors?.map(({ office }) => office) ?? null,
        status: state.status,
        term_until: termAhead(state)?.until ?? null,
        unused_until: unusedTerm(state)?.until ?? null,
        step: state.status === 'judged' && state.approval !== null ? (currentStep(state.approval)?.id ?? null) : null,
        state,
        grounds: groundsAfter(before?.grounds ?? noGrounds, event),
        revision: event.revision,
        recorded_at: recordedAt,
      }),
    ];
  },
};
