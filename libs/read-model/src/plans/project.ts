import { withShareRemoved, withVaried, type ActReference, type Decimal, type PlanDocument } from '#domain';
import type { PlanRow as StoredPlanRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface PlanRow extends StoredPlanRow {
  readonly document: PlanDocument;
  readonly drafted_weights: Readonly<Record<string, Decimal | null>>;
  readonly act: ActReference | null;
}

export const planTable = defineTable<PlanRow>({
  name: 'plan',
  columns: {
    plan_id: 'text',
    year: 'integer',
    title: 'text',
    status: 'text',
    act: 'jsonb null',
    in_force_from: 'text null',
    closing_act: 'jsonb null',
    horizon: 'text',
    document: 'jsonb',
    drafted_weights: 'jsonb',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['plan_id'],
  scope: 'plan_id',
});

export const plans: Projection = {
  name: 'plans',
  version: 4,
  categories: ['plan'],
  tables: [planTable],
  revisionIn: (rows) => rows.of(planTable)[0]?.revision ?? -1,
  project(event, rows) {
    const fact = factOf(event);
    const seen = { revision: event.revision, recorded_at: metadataOf(event).recordedAt };
    if (fact.type === 'plan.drafted.v1') {
      const { planId, document } = fact.data;
      return [
        planTable.put({
          plan_id: planId,
          year: document.year,
          title: document.title,
          status: 'drafted',
          act: document.act,
          in_force_from: null,
          closing_act: null,
          horizon: document.horizon,
          document,
          drafted_weights: weightsIn(document),
          ...seen,
        }),
      ];
    }
    const before = rows.of(planTable)[0];
    if (before === undefined) return []; // the past as of a day before the draft
    switch (fact.type) {
      case 'plan.redrafted.v1': {
        const { document } = fact.data;
        const { year, title, act, horizon } = document;
        const drafted_weights = weightsIn(document);
        return [planTable.put({ ...before, ...seen, year, title, act, horizon, document, drafted_weights })];
      }
      case 'plan.approved.v1':
        return [planTable.put({ ...before, ...seen, status: 'approved', act: fact.data.act })];
      case 'plan.entered-into-force.v1':
        return [planTable.put({ ...before, ...seen, status: 'in-force', in_force_from: fact.data.from })];
      case 'plan.closed.v1':
        return [planTable.put({ ...before, ...seen, status: 'closed', closing_act: fact.data.act })];
      case 'plan.varied.v1':
        return [planTable.put({ ...before, ...seen, document: withVaried(before.document, fact.data) })];
      case 'plan.share-removed.v1':
        return [planTable.put({ ...before, ...seen, document: withShareRemoved(before.document, fact.data) })];
      default:
        return [planTable.put({ ...before, ...seen })];
    }
  },
};

function weightsIn({ objectives }: PlanDocument): PlanRow['drafted_weights'] {
  return Object.fromEntries(objectives.flatMap(({ shares }) => shares.map(({ id, weight }) => [id, weight])));
}
