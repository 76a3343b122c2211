import { idOfStream, type Office } from '#domain';
import type { BodyRow as StoredBodyRow } from '#postgres';
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

/** What the body says of itself: reminders need its holiday. */
export const bodies: Projection = {
  name: 'bodies',
  version: 1,
  categories: ['body'],
  tables: [bodyTable],
  project(event, rows) {
    const fact = factOf(event);
    const id = idOfStream(event.stream);
    const { body } = metadataOf(event);
    const before = rows.of(bodyTable)[0] ?? { id, body, name: null, patron_day: null, offices: [] };
    switch (fact.type) {
      case 'body.named.v1':
        return [bodyTable.put({ ...before, name: fact.data.name })];
      case 'body.patron-day-set.v1':
        return [bodyTable.put({ ...before, patron_day: fact.data.patronDay })];
      case 'body.offices-defined.v1':
        return [bodyTable.put({ ...before, offices: fact.data.offices })];
      default:
        return [];
    }
  },
};
