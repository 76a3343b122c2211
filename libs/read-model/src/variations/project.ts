import { idOfStream, variation, type VariationEvent, type VariationState } from '#domain';
import type { VariationRow as StoredVariationRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface VariationRow extends StoredVariationRow {
  readonly state: VariationState;
}

export const variationTable = defineTable<VariationRow>({
  name: 'variation',
  columns: {
    variation_id: 'text',
    plan_id: 'text',
    status: 'text',
    office: 'text',
    requested_at: 'text',
    state: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['variation_id'],
  scope: 'variation_id',
  indexes: [['plan_id'], ['status']],
});

/** Variations as the rules see them: what is asked, how far it has come. */
export const variations: Projection = {
  name: 'variations',
  version: 2,
  categories: ['variation'],
  tables: [variationTable],
  revisionIn: (rows) => rows.of(variationTable)[0]?.revision ?? -1,
  project(event, rows) {
    const before = rows.of(variationTable)[0];
    const state = variation.evolve(before?.state ?? variation.initial, factOf(event) as VariationEvent);
    const { recordedAt } = metadataOf(event);
    return [
      variationTable.put({
        variation_id: idOfStream(event.stream),
        plan_id: state.planId ?? '',
        status: state.status,
        office: state.office ?? '',
        requested_at: before?.requested_at ?? recordedAt,
        state,
        revision: event.revision,
        recorded_at: recordedAt,
      }),
    ];
  },
};
