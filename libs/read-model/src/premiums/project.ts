import { idOfStream, type FundScope, type PremiumEntry } from '#domain';
import type { PremiumRunRow as StoredPremiumRunRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface PremiumRunRow extends StoredPremiumRunRow {
  readonly scope: FundScope;
  readonly entries: readonly PremiumEntry[];
}

const premiumRunTable = defineTable<PremiumRunRow>({
  name: 'premium_run',
  columns: {
    run_id: 'text',
    plan_id: 'text',
    scope: 'jsonb',
    fund: 'numeric',
    total: 'numeric',
    savings: 'numeric',
    entries: 'jsonb',
    status: 'text',
    act: 'jsonb null',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['run_id'],
  scope: 'run_id',
  indexes: [['plan_id']],
});

export const premiums: Projection = {
  name: 'premiums',
  version: 1,
  categories: ['premium'],
  tables: [premiumRunTable],
  revisionIn: (rows) => rows.of(premiumRunTable)[0]?.revision ?? -1,
  project(event, rows) {
    const fact = factOf(event);
    const seen = { revision: event.revision, recorded_at: metadataOf(event).recordedAt };
    if (fact.type === 'premium.computed.v1') {
      const { planId, scope, fund, total, savings, entries } = fact.data;
      return [
        premiumRunTable.put({
          run_id: idOfStream(event.stream),
          plan_id: planId,
          scope,
          fund,
          total,
          savings,
          entries,
          status: 'computed',
          act: null,
          ...seen,
        }),
      ];
    }
    const before = rows.of(premiumRunTable)[0];
    if (before === undefined) return []; // the past as of a day before the run
    if (fact.type !== 'premium.liquidated.v1') return [premiumRunTable.put({ ...before, ...seen })];
    return [premiumRunTable.put({ ...before, ...seen, status: 'liquidated', act: fact.data.act })];
  },
};
