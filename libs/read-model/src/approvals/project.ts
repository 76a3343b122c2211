import {
  askedAt,
  currentStep,
  evolveByEvent,
  evolveRendicontazione,
  idOfStream,
  isOfRendicontazione,
  type Approval,
  type ApprovalEvent,
  type ApprovalRef,
  type ObjectiveEvent,
  type Rendicontazione,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import { categoryOf, type Projection, type Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalId } from './approval-id.js';
import { approvalOwnerTable, approvalTable, type ApprovalRow } from './tables.js';

type Told = ObjectiveEvent | ApprovalEvent<string>;

/** Every approval as it stands, whatever it is of. */
export const approvals: Projection = {
  name: 'approvals',
  version: 1,
  categories: ['objective', 'plan', 'variation'],
  tables: [approvalTable, approvalOwnerTable],
  project(event, rows) {
    // the log gives back what the rules once wrote
    const told = { type: event.type, data: event.data } as Told;
    if (told.type === 'objective.defined.v1' || told.type === 'objective.assigned.v1') return owners(event, told, rows);
    const ref = refOf(told);
    if (ref === null) return [];
    const id = approvalId(categoryOf(event.stream), idOfStream(event.stream), ref);
    const before = rows.of(approvalTable).find((row) => row.approval_id === id);
    const approval = approvalAfter(told, before?.approval ?? null, ref, rows);
    if (approval === null) return [];
    return [approvalTable.put(rowOf(event, id, ref, approval, before, rows))];
  },
};

/** What an event is about; null when not about an approval. */
function refOf(told: Told): ApprovalRef | null {
  if (told.type.includes('.approval-') && 'subject' in told.data) {
    const { subject, shareId } = told.data;
    return { subject, shareId };
  }
  if (!isOfObjective(told) || !isOfRendicontazione(told)) return null;
  return { subject: 'rendicontazione', shareId: told.data.shareId };
}

function isOfObjective(told: Told): told is ObjectiveEvent {
  return told.type.startsWith('objective.');
}

function approvalAfter(told: Told, before: Approval | null, { shareId }: ApprovalRef, rows: Rows): Approval | null {
  if (isOfObjective(told) && isOfRendicontazione(told)) {
    const owner = rows.of(approvalOwnerTable).find(({ share_id }) => share_id === shareId);
    if (owner === undefined) return before;
    // only ever folded from such a row
    const report = before as Rendicontazione | null;
    return evolveRendicontazione(report, told, { areaId: owner.area_id, office: owner.office });
  }
  return evolveByEvent(before, told as ApprovalEvent<string>);
}

function rowOf(
  event: RecordedEvent,
  id: string,
  { subject, shareId }: ApprovalRef,
  approval: Approval,
  before: ApprovalRow | undefined,
  rows: Rows,
): ApprovalRow {
  const step = currentStep(approval);
  const kind = categoryOf(event.stream);
  const streamId = idOfStream(event.stream);
  const { body, recordedAt } = metadataOf(event);
  return {
    approval_id: id,
    body,
    kind,
    stream_id: streamId,
    subject,
    share_id: shareId,
    plan_id: before?.plan_id ?? planOf(kind, streamId, event.data['planId']),
    title: rows.of(approvalOwnerTable).find(({ share_id }) => share_id === shareId)?.title ?? before?.title ?? null,
    status: approval.status,
    step: step?.id ?? null,
    asked: step === null ? [] : askedAt(approval, step.id),
    timed: step !== null && step.term !== null && approval.opening.since !== null,
    approval,
    revision: event.revision,
    recorded_at: recordedAt,
  };
}

function planOf(kind: string, streamId: string, told: unknown): string | null {
  if (kind === 'plan') return streamId;
  if (kind === 'objective') return streamId.slice(0, streamId.lastIndexOf('-'));
  return typeof told === 'string' ? told : null;
}

type OfOwner = Extract<ObjectiveEvent, { type: 'objective.defined.v1' | 'objective.assigned.v1' }>;

function owners(event: RecordedEvent, { type, data }: OfOwner, rows: Rows): readonly Change[] {
  const objective_id = idOfStream(event.stream);
  if (type === 'objective.assigned.v1') {
    return rows
      .of(approvalOwnerTable)
      .filter(({ share_id }) => share_id === data.shareId)
      .map((row) => approvalOwnerTable.put({ ...row, office: data.office }));
  }
  const { shares, title } = data.objective;
  return shares.map(({ id, areaId }) =>
    approvalOwnerTable.put({ objective_id, share_id: id, area_id: areaId, office: null, title }),
  );
}
