import { idOfStream, type ReminderItem } from '#domain';
import type { RemindedRow, ReminderRow as StoredReminderRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface ReminderRow extends StoredReminderRow {
  readonly items: readonly ReminderItem[];
}

const reminderTable = defineTable<ReminderRow>({
  name: 'reminder',
  columns: { id: 'text', body: 'text', office: 'text', day: 'text', recorded_at: 'text', items: 'jsonb' },
  key: ['id'],
  scope: 'id',
  indexes: [['office', 'day']],
});

const remindedTable = defineTable<RemindedRow>({
  name: 'reminded',
  columns: { objective_id: 'text', share_id: 'text', deadline_id: 'text', instance: 'text', step: 'text' },
  key: ['objective_id', 'share_id', 'deadline_id', 'instance', 'step'],
  scope: null,
});

/** The messages that were sent, and the steps of the ladder they spoke of. */
export const reminders: Projection = {
  name: 'reminders',
  version: 1,
  categories: ['reminder'],
  tables: [reminderTable, remindedTable],
  project(event) {
    const fact = factOf(event);
    if (fact.type !== 'reminder.sent.v1') return [];
    const { office, day, items } = fact.data;
    const { body, recordedAt } = metadataOf(event);
    return [
      reminderTable.put({ id: idOfStream(event.stream), body, office, day, recorded_at: recordedAt, items }),
      ...items.map(({ objectiveId, shareId, deadlineId, instance, step }) =>
        remindedTable.put({
          objective_id: objectiveId,
          share_id: shareId,
          deadline_id: deadlineId,
          instance,
          step,
        }),
      ),
    ];
  },
};
