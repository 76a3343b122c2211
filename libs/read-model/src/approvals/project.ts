import {
  alsoBy,
  askedAt,
  creditedTo,
  currentStep,
  idOfStream,
  knowingParties,
  resumed,
  romeDayOf,
  rungsAhead,
  workOn,
  type Approval,
  type ObjectiveEvent,
  type SharesInTime,
} from '#domain';
import type { RecordedEvent } from '#event-store';
import { factOf, metadataOf } from '../facts.js';
import { categoryOf, type Projection, type Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalId, type NamedApproval } from './approval-id.js';
import { changedOwners, ownerOf, ownersAfter, sharesOf, titleOf } from './owners.js';
import { noticesAfter } from './notices.js';
import { noticesGivenTo, returnNotices } from './returns.js';
import { termNotices } from './term-notices.js';
import { shapeOf } from './shape.js';
import { approvalNoticeTable, approvalOwnerTable, approvalTable, type ApprovalRow, type Withdrawal } from './tables.js';
import { toldBy } from './told.js';

/** Every approval as it stands, whatever it is of, and what offices are to be told of its time-outs. */
export const approvals: Projection = {
  name: 'approvals',
  version: 26,
  categories: ['objective', 'plan', 'variation', 'premium', 'evaluation'],
  tables: [approvalTable, approvalOwnerTable, approvalNoticeTable],
  project(event, rows) {
    const told = toldBy(event, rows);
    const work = workedOn(event, rows);
    if (told === null) {
      return [
        ...work,
        ...ownersAfter(event, rows),
        ...given(event, rows),
        ...ended(event, rows),
        ...goingOn(event, rows),
        ...termNotices(event, rows),
      ];
    }
    const id = approvalId(categoryOf(event.stream), idOfStream(event.stream), told);
    const before = rows.of(approvalTable).find((row) => row.approval_id === id);
    const approval = knowingOwners(told.after(before?.approval ?? null), told.shareId, rows);
    if (approval === null) return [];
    const after = rowOf(event, id, told, approval, before, rows);
    return [
      ...work,
      approvalTable.put(after),
      ...noticesAfter(event, before, after, rows),
      ...returnNotices(event, before, after),
    ];
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
  const { body, recordedAt, actor } = metadataOf(event);
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
    set_out_by: ownerOf(shareId, rows) ?? (isSetOut(event) ? actor.office : (before?.set_out_by ?? actor.office)),
    return_by: approval.status === 'returned' ? approval.returnBy : null,
    shape: shapeOf(approval),
    withdrawal: null,
    approval,
    revision: event.revision,
    recorded_at: recordedAt,
  };
}

/** The patron's day, which is not known here, can only make it later. */
function ringsFrom(approval: Approval): string | null {
  return rungsAhead(approval, { patronDay: null })[0]?.on ?? null;
}

/** Handed in, for the first time or again. */
function isSetOut({ type }: RecordedEvent): boolean {
  return /-(opened|submitted)\.v\d+$/.test(type);
}

function planOf(kind: string, streamId: string, told: unknown): string | null {
  if (kind === 'plan') return streamId;
  if (kind === 'objective' || kind === 'variation') return streamId.slice(0, streamId.lastIndexOf('-'));
  return typeof told === 'string' ? told : null;
}

/** Shares change hands, or are measured by something else: who has them by now is a party of what is under way, and gets its notices. */
function given(event: RecordedEvent, rows: Rows): readonly Change[] {
  const changed = changedOwners(event, rows);
  if (changed.length === 0) return [];
  const kept = rows.of(approvalOwnerTable).filter((row) => !changed.some(({ share_id }) => share_id === row.share_id));
  const shares = sharesOf([...kept, ...changed]);
  const fact = factOf(event) as ObjectiveEvent;
  const notices =
    fact.type === 'objective.assigned.v1' ? noticesGivenTo(fact.data.office, fact.data.shareId, rows) : [];
  const underWay = rows.of(approvalTable).filter((row) => isOpen(row) || isReturned(row));
  return [...underWay.flatMap((row) => handedOver(row, fact, shares)), ...notices];
}

/** Whoever has the share by now hands in what comes back, and judges no justification of it; by their days they are credited with. */
function handedOver(row: ApprovalRow, fact: ObjectiveEvent, shares: SharesInTime): readonly Change[] {
  const isOwn = 'shareId' in fact.data && fact.data.shareId === row.share_id;
  const isHanded = isOwn && fact.type === 'objective.assigned.v1';
  const isCorrected = isOwn && fact.type === 'objective.assignment-corrected.v1' && row.subject === 'justification';
  const credited = isCorrected ? creditedTo(row.approval, fact.data.credited) : row.approval;
  const approval = knowingShares(credited, row.share_id, shares);
  if (approval === row.approval && !isHanded) return [];
  const set_out_by = isHanded ? fact.data.office : row.set_out_by;
  return [approvalTable.put({ ...row, set_out_by, approval, shape: shapeOf(approval) })];
}

/** Whoever works on a share judges nothing of it: neither what is under way, nor what sets out later. */
function workedOn(event: RecordedEvent, rows: Rows): readonly Change[] {
  const work = workOn(event, metadataOf(event));
  if (work === null) return [];
  const { shareId, person } = work;
  const owners = rows
    .of(approvalOwnerTable)
    .filter(({ share_id, authors }) => share_id === shareId && !authors.includes(person))
    .map((owner) => approvalOwnerTable.put({ ...owner, authors: [...owner.authors, person] }));
  const underWay = rows
    .of(approvalTable)
    .filter((row) => row.share_id === shareId && isOpen(row))
    .map((row) => ({ ...row, approval: alsoBy(row.approval, person) }))
    .map((row) => approvalTable.put({ ...row, shape: shapeOf(row.approval) }));
  return [...owners, ...underWay];
}

/** In earlier releases an approval set out without who had worked on its share. */
function knowingOwners(approval: Approval | null, shareId: string | null, rows: Rows): Approval | null {
  return approval && knowingShares(approval, shareId, sharesOf(rows.of(approvalOwnerTable)));
}

/** What is over keeps the parties that it had. */
function knowingShares(approval: Approval, shareId: string | null, shares: SharesInTime): Approval {
  const share = approval.status === 'open' ? shares.shares.find((one) => one.shareId === shareId) : undefined;
  return share === undefined ? approval : knowingParties(approval, share, shares);
}

type Standing = (row: ApprovalRow) => boolean;

const isOpen: Standing = ({ status }) => status === 'open';
const isReturned: Standing = ({ status }) => status === 'returned';

/** What was on its way, or wanted back, when its subject came to an end goes no further. */
function ended(event: RecordedEvent, rows: Rows): readonly Change[] {
  const goesNoFurther = whatEnds(event.type, event.data);
  if (goesNoFurther === null) return [];
  const withdrawal = withdrawalIn(event);
  return rows
    .of(approvalTable)
    .filter(goesNoFurther)
    .flatMap((row) => [
      approvalTable.put({ ...row, status: 'withdrawn', rings_from: null, return_by: null, shape: null, withdrawal }),
      ...rows
        .of(approvalNoticeTable)
        .filter((notice) => notice.approval_id === row.approval_id && notice.open)
        .map((notice) => approvalNoticeTable.put({ ...notice, open: false })),
    ]);
}

/** What a draft had ended by taking the number of a proposal goes on once another draft has that no more; what somebody took back does not. */
function goingOn(event: RecordedEvent, rows: Rows): readonly Change[] {
  if (event.type !== 'objective.withdrawn.v1') return [];
  const { resumesAt } = event.data;
  return rows
    .of(approvalTable)
    .filter(
      ({ subject, status, withdrawal }) => subject === 'objective' && status === 'withdrawn' && withdrawal === null,
    )
    .flatMap((before) => {
      const { approval_id: id, share_id: shareId, title } = before;
      const approval = resumed(before.approval, typeof resumesAt === 'string' ? resumesAt : null);
      const after = { ...rowOf(event, id, { subject: 'objective', shareId }, approval, before, rows), title };
      return [approvalTable.put(after), ...returnNotices(event, before, after)];
    });
}

/** Of what somebody took back, that they did; null of what ended otherwise. */
function withdrawalIn(event: RecordedEvent): Withdrawal | null {
  const { reason } = event.data;
  if (!event.type.endsWith('withdrawn.v1') || typeof reason !== 'string') return null;
  const { actor, occurredOn } = metadataOf(event);
  return { office: actor.office, on: occurredOn, reason };
}

function whatEnds(type: string, { shareId, degree, deadlineId, instance }: RecordedEvent['data']): Standing | null {
  switch (type) {
    case 'objective.closed.v1':
    case 'variation.withdrawn.v1':
    case 'evaluation.proposed.v1': // anew
      return (row) => isOpen(row) || isReturned(row);
    case 'objective.defined.v1': // in the plan, whoever was still to judge it
      return (row) => row.subject === 'objective' && (isOpen(row) || isReturned(row));
    case 'objective.proposal-withdrawn.v1': // validated, too
      return (row) => row.subject === 'objective';
    case 'premium.withdrawn.v1': // annulled after it was authorised, too
      return (row) => isOpen(row) || isReturned(row) || row.status === 'approved';
    case 'plan.approved.v1': // by its act alone, in spite of what was asked for
      return isReturned;
    case 'objective.removed.v1': // nobody judges it, or hands it in, any more
      return (row) => row.share_id === shareId && (isOpen(row) || isReturned(row));
    case 'objective.miss-lifted.v1': // nobody is asked any more why it was missed
      return (row) =>
        row.subject === 'justification' &&
        row.share_id === shareId &&
        row.deadline_id === deadlineId &&
        row.instance === instance &&
        (isOpen(row) || isReturned(row));
    case 'objective.premium-liquidated.v1': // nobody may hand it in any more; but what was reopened before it was paid
      return degree === undefined ? (row) => row.share_id === shareId && isReturned(row) : null;
    default:
      return null;
  }
}
