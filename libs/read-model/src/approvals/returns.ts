import { addWorkingDays, currentStep } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalNoticeTable, approvalTable, type ApprovalRow } from './tables.js';

/** Working days before the last one of a term: on the second it is reminded of, on a third if the patron's day, not known here, is one. */
const BEFORE = 3;

const RUNGS = { 'integration-due': 0, 'integration-overdue': 1 } as const;

/** What whoever must integrate is to be told of the term of a return, while it runs and once it is over, and from when at the earliest. */
export function returnNotices(
  event: RecordedEvent,
  before: ApprovalRow | undefined,
  after: ApprovalRow,
): readonly Change[] {
  const { return_by: until } = after;
  if (before === undefined || before.status === 'returned' || until === null) return [];
  const { body, recordedAt } = metadataOf(event);
  const step = currentStep(before.approval)?.name ?? { it: '', en: '' };
  const told = (says: keyof typeof RUNGS, day: string) =>
    approvalNoticeTable.put({
      approval_id: after.approval_id,
      since: recordedAt,
      rung: RUNGS[says],
      office: after.set_out_by,
      body,
      stream_id: after.stream_id,
      day,
      says,
      others: [],
      subject: after.subject,
      title: after.title,
      step,
      until,
      open: true,
    });
  return [
    told('integration-due', addWorkingDays(until, -BEFORE)),
    told('integration-overdue', addWorkingDays(until, 1)),
  ];
}

/** What is told of a share's returns is told to the office that answers for it by now. */
export function noticesGivenTo(office: string, shareId: string, rows: Rows): readonly Change[] {
  const ofShare = rows.of(approvalTable).filter(({ share_id }) => share_id === shareId);
  const ids = ofShare.map(({ approval_id }) => approval_id);
  return rows
    .of(approvalNoticeTable)
    .filter((row) => row.open && row.says in RUNGS && row.office !== office && ids.includes(row.approval_id))
    .flatMap((row) => [approvalNoticeTable.put({ ...row, open: false }), approvalNoticeTable.put({ ...row, office })]);
}
