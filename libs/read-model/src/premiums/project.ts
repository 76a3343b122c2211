import {
  idOfStream,
  type AwaitedEntry,
  type ComputedRun,
  type FundScope,
  type NamedDocument,
  type PersonCredit,
  type PremiumEntry,
} from '#domain';
import type { PremiumRunRow as StoredPremiumRunRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface PremiumRunRow extends StoredPremiumRunRow {
  readonly scope: FundScope;
  readonly entries: readonly PremiumEntry[];
  readonly awaited: readonly AwaitedEntry[];
  readonly adjusts: NonNullable<ComputedRun['adjusts']> | null;
  readonly route: NonNullable<ComputedRun['route']> | null;
  readonly documents: readonly NamedDocument[];
  readonly points: readonly string[];
  readonly persons: Readonly<Record<string, readonly PersonCredit[]>> | null;
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
    reserve: 'numeric',
    entries: 'jsonb',
    awaited: 'jsonb',
    settles: 'text null',
    adjusts: 'jsonb null',
    status: 'text',
    act: 'jsonb null',
    route: 'jsonb null',
    documents: 'jsonb',
    points: 'jsonb',
    persons: 'jsonb null',
    revision: 'integer',
    recorded_at: 'text',
  },
  key: ['run_id'],
  scope: 'run_id',
  indexes: [['plan_id']],
});

export const premiums: Projection = {
  name: 'premiums',
  version: 7,
  categories: ['premium'],
  tables: [premiumRunTable],
  revisionIn: (rows) => rows.of(premiumRunTable)[0]?.revision ?? -1,
  project(event, rows) {
    const fact = factOf(event);
    const seen = { revision: event.revision, recorded_at: metadataOf(event).recordedAt };
    if (fact.type === 'premium.computed.v1') {
      const { planId, scope, fund, total, savings, reserve = '0.00', entries, route = null } = fact.data;
      const { awaited = [], settles = null, adjusts = null } = fact.data;
      return [
        premiumRunTable.put({
          run_id: idOfStream(event.stream),
          plan_id: planId,
          scope,
          fund,
          total,
          savings,
          reserve,
          entries,
          awaited,
          settles,
          adjusts,
          status: 'computed',
          act: null,
          route,
          documents: [],
          points: [],
          persons: null,
          ...seen,
        }),
      ];
    }
    const before = rows.of(premiumRunTable)[0];
    if (before === undefined) return []; // the past as of a day before the run
    const after = { ...before, ...seen };
    switch (fact.type) {
      case 'premium.proposed.v1':
        return [premiumRunTable.put({ ...after, status: 'proposed', documents: fact.data.documents })];
      case 'premium.approval-returned.v1':
        return [premiumRunTable.put({ ...after, status: 'returned', points: fact.data.points })];
      case 'premium.approval-rejected.v1':
        return [premiumRunTable.put({ ...after, status: 'rejected', points: [fact.data.reason] })];
      case 'premium.approval-approved.v1':
        return [premiumRunTable.put({ ...after, status: 'authorised' })];
      case 'premium.approval-step-passed.v1':
        return [premiumRunTable.put({ ...after, act: fact.data.act ?? before.act })];
      case 'premium.withdrawn.v1': {
        const { reason, act } = fact.data;
        return [premiumRunTable.put({ ...after, status: 'withdrawn', points: [reason], act })];
      }
      case 'premium.liquidated.v1': {
        const { act, persons = null } = fact.data;
        return [premiumRunTable.put({ ...after, status: 'liquidated', act, persons })];
      }
      default:
        return [premiumRunTable.put(after)];
    }
  },
};
