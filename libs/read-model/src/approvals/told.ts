import {
  begun,
  begunProposal,
  evolveApproval,
  evolveByEvent,
  evolveRendicontazione,
  isOfRendicontazione,
  judgedAnew,
  type Approval,
  type ApprovalEvent,
  type InstanceRef,
  type ObjectiveEvent,
  type Rendicontazione,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import type { Rows } from '../runtime/projection.js';
import { approvalOwnerTable } from './tables.js';
import type { NamedApproval } from './approval-id.js';

type Told = ObjectiveEvent | ApprovalEvent<string>;

/** What an event tells of an approval. */
export interface ToldOf extends NamedApproval {
  /** Null: there is none, and the event did not open one. */
  after(before: Approval | null): Approval | null;
}

/** Null where an event is not about an approval. */
export function toldBy(event: RecordedEvent, rows: Rows): ToldOf | null {
  // the log gives back what the rules once wrote
  const told = { type: event.type, data: event.data } as Told;
  if (isOfObjective(told)) {
    if (isOfRendicontazione(told)) {
      const { shareId } = told.data;
      return { subject: 'rendicontazione', shareId, after: (before) => reported(before, told, rows) };
    }
    const other = ofReopening(told) ?? ofProposal(told) ?? ofJustification(told);
    if (other !== null) return other;
  }
  if (!isOfApproval(told)) return null;
  const { subject, shareId } = told.data;
  return { subject, shareId, after: (before) => evolveByEvent(before, told) };
}

function isOfObjective(told: Told): told is ObjectiveEvent {
  return told.type.startsWith('objective.');
}

function isOfApproval(told: Told): told is ApprovalEvent<string> {
  return told.type.includes('.approval-') && 'subject' in told.data;
}

type OfReport = Extract<ObjectiveEvent, { readonly type: `objective.rendicontazione-${string}` }>;

function reported(before: Approval | null, told: ObjectiveEvent, rows: Rows): Approval | null {
  const report = told as OfReport; // as `isOfRendicontazione` found
  const owner = rows.of(approvalOwnerTable).find(({ share_id }) => share_id === report.data.shareId);
  if (owner === undefined) return before;
  // only ever folded from such a row
  return evolveRendicontazione(before as Rendicontazione | null, report, {
    areaId: owner.area_id,
    office: owner.office,
  });
}

/** By act, the report is judged again from the first step. */
function ofReopening(told: ObjectiveEvent): ToldOf | null {
  if (told.type !== 'objective.reopened.v1') return null;
  const { data } = told;
  // only ever folded from the row of a report
  return {
    subject: 'rendicontazione',
    shareId: data.shareId,
    after: (before) => before && judgedAnew(before as Rendicontazione, data),
  };
}

function ofProposal(told: ObjectiveEvent): ToldOf | null {
  const ref = { subject: 'objective', shareId: null } as const;
  if (told.type === 'objective.proposal-opened.v1') return { ...ref, after: () => begunProposal(told.data.approval) };
  if (told.type !== 'objective.proposal-weighed.v1') return null;
  return { ...ref, after: (before) => before && evolveApproval(before, told.data.fact) };
}

function ofJustification(told: ObjectiveEvent): ToldOf | null {
  if (told.type !== 'objective.justification-opened.v1' && told.type !== 'objective.justification-weighed.v1')
    return null;
  const { shareId, deadlineId, instance } = told.data;
  const missed: InstanceRef = { deadlineId, instance };
  const ref = { subject: 'justification', shareId, missed } as const;
  if (told.type === 'objective.justification-opened.v1') return { ...ref, after: () => begun(told.data.approval) };
  return { ...ref, after: (before) => before && evolveApproval(before, told.data.fact) };
}
