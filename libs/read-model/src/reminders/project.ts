import { idOfStream, type ApprovalNotice, type ReminderItem } from '#domain';
import type { ApprovalToldRow, RemindedRow, ReminderRow as StoredReminderRow } from '#postgres';
import { factOf, metadataOf } from '../facts.js';
import type { Projection } from '../runtime/projection.js';
import { defineTable } from '../runtime/table.js';

export interface ReminderRow extends StoredReminderRow {
  readonly items: readonly ReminderItem[];
  readonly approvals: readonly ApprovalNotice[];
}

const reminderTable = defineTable<ReminderRow>({
  name: 'reminder',
  columns: {
    id: 'text',
    body: 'text',
    office: 'text',
    day: 'text',
    recorded_at: 'text',
    items: 'jsonb',
    approvals: 'jsonb',
  },
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

const toldTable = defineTable<ApprovalToldRow>({
  name: 'approval_told',
  columns: { approval_id: 'text', since: 'text', rung: 'integer', office: 'text' },
  key: ['approval_id', 'since', 'rung', 'office'],
  scope: null,
});

/** The messages that were sent, and the steps of ladders they spoke of. */
export const reminders: Projection = {
  name: 'reminders',
  version: 2,
  categories: ['reminder'],
  tables: [reminderTable, remindedTable, toldTable],
  project(event) {
    const fact = factOf(event);
    if (fact.type !== 'reminder.sent.v1') return [];
    const { office, day, items, approvals = [] } = fact.data;
    const { body, recordedAt } = metadataOf(event);
    return [
      reminderTable.put({ id: idOfStream(event.stream), body, office, day, recorded_at: recordedAt, items, approvals }),
      ...items.map(({ objectiveId, shareId, deadlineId, instance, step }) =>
        remindedTable.put({
          objective_id: objectiveId,
          share_id: shareId,
          deadline_id: deadlineId,
          instance,
          step,
        }),
      ),
      ...approvals.map(({ approvalId: approval_id, since, rung }) =>
        toldTable.put({ approval_id, since, rung, office }),
      ),
    ];
  },
};
