import { idOfStream, type Office } from '#domain';
import type { BodyRow as StoredBodyRow, RefusedSettledRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface BodyRow extends StoredBodyRow {
  readonly offices: readonly Office[];
}

export const bodyTable = defineTable<BodyRow>({
  name: 'body',
  columns: { id: 'text', body: 'text', name: 'text null', patron_day: 'text null', offices: 'jsonb' },
  key: ['id'],
  scope: 'id',
});

const refusedSettledTable = defineTable<RefusedSettledRow>({
  name: 'refused_settled',
  columns: { id: 'text', cause: 'text', stream: 'text', note: 'text', person: 'text', recorded_at: 'text' },
  key: ['cause', 'stream'],
  scope: 'id',
});

/** What the body says of itself: reminders need its holiday; and which refused consequences were seen to. */
export const bodies: Projection = {
  name: 'bodies',
  version: 2,
  categories: ['body'],
  tables: [bodyTable, refusedSettledTable],
  project(event, rows) {
    const fact = factOf(event);
    const id = idOfStream(event.stream);
    const { body, actor, recordedAt: recorded_at } = metadataOf(event);
    const before = rows.of(bodyTable)[0] ?? { id, body, name: null, patron_day: null, offices: [] };
    switch (fact.type) {
      case 'body.named.v1':
        return [bodyTable.put({ ...before, name: fact.data.name })];
      case 'body.patron-day-set.v1':
        return [bodyTable.put({ ...before, patron_day: fact.data.patronDay })];
      case 'body.offices-defined.v1':
        return [bodyTable.put({ ...before, offices: fact.data.offices })];
      case 'body.refused-settled.v1':
        return [refusedSettledTable.put({ id, ...fact.data, person: actor.id, recorded_at })];
      default:
        return [];
    }
  },
};
