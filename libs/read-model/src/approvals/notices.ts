import { currentStep, romeDayOf, type Approval, type ApprovalFact, type ApprovalNotice } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from '../facts.js';
import type { Rows } from '../runtime/projection.js';
import type { Change } from '../runtime/table.js';
import { approvalNoticeTable, type ApprovalNoticeRow, type ApprovalRow } from './tables.js';

type Rung = Extract<ApprovalFact, { readonly rung: number }>;

/** What offices are to be told after an event: of the time-out that it is, and no more of those that it overtook. */
export function noticesAfter(
  event: RecordedEvent,
  before: ApprovalRow | undefined,
  after: ApprovalRow,
  rows: Rows,
): readonly Change[] {
  if (before === undefined) return [];
  const { since } = before.approval.opening;
  const moved =
    before.status !== 'open' ||
    after.status !== 'open' ||
    after.approval.opening.number !== before.approval.opening.number;
  const overtaken = moved
    ? rows.of(approvalNoticeTable).filter((row) => row.approval_id === after.approval_id && row.open)
    : [];
  const rung = rungIn(event);
  return [
    ...overtaken
      .filter(({ says }) => says !== 'approved-silently')
      .map((row) => approvalNoticeTable.put({ ...row, open: false })),
    ...(rung === null || since === null ? [] : told(event, rung, before, since)),
  ];
}

function rungIn({ type, data }: RecordedEvent): Rung | null {
  if (!/\.approval-(reminded|escalated|substituted|approved-silently)\.v\d+$/.test(type)) {
    const fact = (data as { readonly fact?: ApprovalFact }).fact;
    return fact !== undefined && 'rung' in fact ? fact : null;
  }
  return data as object as Rung; // as the rules once wrote it
}

function told(event: RecordedEvent, rung: Rung, row: ApprovalRow, since: string): readonly Change[] {
  return saidOf(rung).map(({ office, says, others }) =>
    approvalNoticeTable.put({
      approval_id: row.approval_id,
      since,
      rung: rung.rung,
      office,
      body: metadataOf(event).body,
      stream_id: row.stream_id,
      day: romeDayOf(rung.at),
      says,
      others,
      subject: row.subject,
      title: row.title,
      step: nameOf(row.approval, rung.step),
      until: null,
      open: true,
    }),
  );
}

type Said = Pick<ApprovalNoticeRow, 'office' | 'says' | 'others'>;

function saidOf(rung: Rung): readonly Said[] {
  if (rung.kind === 'reminded') {
    return toEach(rung.offices, rung.withheld === undefined ? 'waits' : 'silence-withheld', []);
  }
  const { silent = [] } = rung;
  if (rung.kind === 'approved-silently') return toEach(silent, 'approved-silently', []);
  const { offices } = rung;
  if (offices.length === 0) return [];
  const passedOver = silent.filter((office) => !offices.includes(office));
  const called = rung.kind === 'escalated' ? 'may-decide' : 'decides';
  return [...toEach(offices, called, passedOver), ...toEach(passedOver, 'passed-over', offices)];
}

function toEach(offices: readonly string[], says: ApprovalNotice['says'], others: readonly string[]): readonly Said[] {
  return offices.map((office) => ({ office, says, others }));
}

function nameOf({ chain, ...approval }: Approval, id: string): ApprovalNotice['step'] {
  const step = chain.steps.find((one) => one.id === id) ?? currentStep({ chain, ...approval });
  return step?.name ?? { it: id, en: id };
}
