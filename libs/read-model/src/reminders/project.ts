import { idOfStream, type ApprovalNotice, type NoticeAbout, type ReminderItem } from '#domain';
import type { RecordedEvent } from '#event-store';
import type {
  ApprovalToldRow,
  NoticeRow as StoredNoticeRow,
  RemindedRow,
  ReminderRow as StoredReminderRow,
} from '#postgres';
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

export interface NoticeRow extends StoredNoticeRow {
  readonly about: NoticeAbout;
}

const noticeTable = defineTable<NoticeRow>({
  name: 'notice',
  columns: { id: 'text', body: 'text', office: 'text', day: 'text', recorded_at: 'text', about: 'jsonb' },
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

/** The messages that were sent, and the steps of ladders they spoke of; the notices of what was decided. */
export const reminders: Projection = {
  name: 'reminders',
  version: 3,
  categories: ['reminder'],
  tables: [reminderTable, noticeTable, remindedTable, toldTable],
  project(event) {
    const fact = factOf(event);
    if (fact.type === 'reminder.notice-given.v1') {
      return [noticeTable.put({ ...headOf(event, fact.data), about: fact.data.about })];
    }
    if (fact.type !== 'reminder.sent.v1') return [];
    const { office, items, approvals = [] } = fact.data;
    return [
      reminderTable.put({ ...headOf(event, fact.data), items, approvals }),
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

function headOf(event: RecordedEvent, { office, day }: Pick<StoredNoticeRow, 'office' | 'day'>) {
  const { body, recordedAt } = metadataOf(event);
  return { id: idOfStream(event.stream), body, office, day, recorded_at: recordedAt };
}
