import { categories, idOfStream } from '#domain';
import type { JsonObject, RecordedEvent } from '#event-store';
import type { EventRow as StoredEventRow } from '#postgres';
import { metadataOf } from '../facts.js';
import { categoryOf, type Projection } from '../runtime/projection.js';
import { withoutJudgement } from './without-judgement.js';
import { defineTable } from '../runtime/table.js';

export interface EventRow extends StoredEventRow {
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

const eventTable = defineTable<EventRow>({
  name: 'event',
  columns: {
    position: 'bigint',
    id: 'text',
    stream: 'text',
    revision: 'integer',
    type: 'text',
    actor_id: 'text',
    office: 'text',
    plan_id: 'text null',
    objective_id: 'text null',
    share_id: 'text null',
    occurred_on: 'text',
    recorded_at: 'text',
    data: 'jsonb',
    metadata: 'jsonb',
  },
  key: ['position'],
  scope: null,
  indexes: [
    ['objective_id', 'position'],
    ['plan_id', 'position'],
    ['actor_id', 'position'],
    ['office', 'position'],
    ['type', 'position'],
    ['occurred_on', 'position'],
  ],
});

/** The audit trail: every event as it is, judgements on persons without what they say, with the columns by which people look for it. */
export const events: Projection = {
  name: 'events',
  version: 5,
  categories,
  tables: [eventTable],
  project(event) {
    const { actor, occurredOn, recordedAt } = metadataOf(event);
    const { position, id, stream, revision, type, data, metadata } = event;
    return [
      eventTable.put({
        position: String(position),
        id,
        stream,
        revision,
        type,
        actor_id: actor.id,
        office: actor.office,
        plan_id: planOf(event),
        objective_id: categoryOf(stream) === 'objective' ? idOfStream(stream) : null,
        share_id: text(data['shareId']),
        occurred_on: occurredOn,
        recorded_at: recordedAt,
        data: categoryOf(stream) === 'evaluation' ? withoutJudgement(data) : data,
        metadata,
      }),
    ];
  },
};

function planOf({ stream, data }: RecordedEvent): string | null {
  const id = idOfStream(stream);
  switch (categoryOf(stream)) {
    case 'plan':
      return id;
    case 'objective':
      return id.slice(0, id.lastIndexOf('-'));
    default:
      return text(data['planId']);
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
