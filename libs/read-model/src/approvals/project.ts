import {
  alsoBy,
  askedAt,
  currentStep,
  givenTo,
  idOfStream,
  romeDayOf,
  rungsAhead,
  type Approval,
  type ObjectiveEvent,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { categoryOf, type Projection, type Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalId, type NamedApproval } from './approval-id.js';
import { noticesAfter } from './notices.js';
import { termNotices } from './term-notices.js';
import { shapeOf } from './shape.js';
import { approvalNoticeTable, approvalOwnerTable, approvalTable, type ApprovalRow } from './tables.js';
import { toldBy } from './told.js';

/** Every approval as it stands, whatever it is of, and what offices are to be told of its time-outs. */
export const approvals: Projection = {
  name: 'approvals',
  version: 12,
  categories: ['objective', 'plan', 'variation', 'premium', 'evaluation'],
  tables: [approvalTable, approvalOwnerTable, approvalNoticeTable],
  project(event, rows) {
    const told = toldBy(event, rows);
    if (told === null) return [...owners(event, rows), ...ended(event, rows), ...termNotices(event, rows)];
    const id = approvalId(categoryOf(event.stream), idOfStream(event.stream), told);
    const before = rows.of(approvalTable).find((row) => row.approval_id === id);
    const approval = told.after(before?.approval ?? null);
    if (approval === null) return [];
    const after = rowOf(event, id, told, approval, before, rows);
    return [approvalTable.put(after), ...noticesAfter(event, before, after, rows)];
  },
};

function rowOf(
  event: RecordedEvent,
  id: string,
  { subject, shareId, missed }: NamedApproval,
  approval: Approval,
  before: ApprovalRow | undefined,
  rows: Rows,
): ApprovalRow {
  const step = currentStep(approval);
  const kind = categoryOf(event.stream);
  const streamId = idOfStream(event.stream);
  const { body, recordedAt } = metadataOf(event);
  const { since } = approval.opening;
  return {
    approval_id: id,
    body,
    kind,
    stream_id: streamId,
    subject,
    share_id: shareId,
    deadline_id: missed?.deadlineId ?? null,
    instance: missed?.instance ?? null,
    plan_id: before?.plan_id ?? planOf(kind, streamId, event.data['planId']),
    title: titleOf(shareId, rows) ?? before?.title ?? null,
    status: approval.status,
    step: step?.id ?? null,
    asked: step === null ? [] : askedAt(approval, step.id),
    waits_since: since ?? before?.waits_since ?? recordedAt,
    opened_on: since === null ? null : romeDayOf(since),
    term: since === null ? null : (step?.term?.workingDays ?? null),
    rings_from: ringsFrom(approval),
    shape: shapeOf(approval),
    approval,
    revision: event.revision,
    recorded_at: recordedAt,
  };
}

/** The patron's day, which is not known here, can only make it later. */
function ringsFrom(approval: Approval): string | null {
  return rungsAhead(approval, { patronDay: null })[0]?.on ?? null;
}

function titleOf(shareId: string | null, rows: Rows): string | null {
  const owners = rows.of(approvalOwnerTable);
  return (shareId === null ? owners[0] : owners.find(({ share_id }) => share_id === shareId))?.title ?? null;
}

function planOf(kind: string, streamId: string, told: unknown): string | null {
  if (kind === 'plan') return streamId;
  if (kind === 'objective' || kind === 'variation') return streamId.slice(0, streamId.lastIndexOf('-'));
  return typeof told === 'string' ? told : null;
}

function owners(event: RecordedEvent, rows: Rows): readonly Change[] {
  const fact = factOf(event) as ObjectiveEvent;
  const objective_id = idOfStream(event.stream);
  if (fact.type === 'objective.assigned.v1') {
    const { shareId, office } = fact.data;
    const own = rows.of(approvalOwnerTable).filter(({ share_id }) => share_id === shareId);
    return [
      ...own.map((row) => approvalOwnerTable.put({ ...row, office })),
      ...underWay(rows, shareId, (approval) => givenTo(approval, office)),
    ];
  }
  if (fact.type === 'objective.fulfilled-late.v1') {
    const { shareId, deadlineId, instance, submittedBy } = fact.data;
    if (submittedBy === undefined) return [];
    return underWay(rows, shareId, (approval) => alsoBy(approval, submittedBy), { deadlineId, instance });
  }
  if (fact.type !== 'objective.defined.v1' && fact.type !== 'objective.proposed.v1') return [];
  const { shares, title } = fact.data.objective;
  return shares.map(({ id, areaId }) =>
    approvalOwnerTable.put({ objective_id, share_id: id, area_id: areaId, office: null, title }),
  );
}

/** Justifications that are under way when somebody becomes a party to them: another office, or another author. */
function underWay(
  rows: Rows,
  shareId: string,
  change: (approval: Approval) => Approval,
  missed?: { readonly deadlineId: string; readonly instance: string },
): readonly Change[] {
  return rows
    .of(approvalTable)
    .filter((row) => row.subject === 'justification' && row.share_id === shareId && row.status === 'open')
    .filter((row) => !missed || (row.deadline_id === missed.deadlineId && row.instance === missed.instance))
    .map((row) => ({ ...row, approval: change(row.approval) }))
    .map((row) => approvalTable.put({ ...row, shape: shapeOf(row.approval) }));
}

/** What was on its way when its subject came to an end goes no further. */
function ended({ type }: RecordedEvent, rows: Rows): readonly Change[] {
  const ofProposals = type === 'objective.defined.v1'; // in the plan, whoever was still to judge it
  const ofRun = type === 'premium.withdrawn.v1'; // annulled after it was authorised, too
  if (!ofProposals && !ofRun && type !== 'objective.closed.v1' && type !== 'variation.withdrawn.v1') return [];
  return rows
    .of(approvalTable)
    .filter(({ status }) => status === 'open' || (ofRun && status === 'approved'))
    .filter(({ subject }) => !ofProposals || subject === 'objective')
    .flatMap((row) => [
      approvalTable.put({ ...row, status: 'withdrawn', rings_from: null, shape: null }),
      ...rows
        .of(approvalNoticeTable)
        .filter((notice) => notice.approval_id === row.approval_id && notice.open)
        .map((notice) => approvalNoticeTable.put({ ...notice, open: false })),
    ]);
}
