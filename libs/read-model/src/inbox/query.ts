import type { Kysely } from 'kysely';
import { actingAs, type Instant } from '#domain';
import type { ReadTables } from '#postgres';
import { approvalList, approvalsAwaiting, type ApprovalSummary, type Today } from '../approvals/query.js';
import { dueOf } from '../objectives/load.js';
import { sharesBeingAdjusted, type PremiumRun } from '../premiums/query.js';
import { candidates } from './candidates.js';
import { itemsOf, nameOf, type InboxItem } from './items.js';
import { noticesTo, remindersTo, type ReceivedNotice, type ReceivedReminder } from './messages.js';
import type { Reader } from './reader.js';
import { runsWaiting } from './runs.js';

export interface Inbox {
  readonly office: string;
  /** What falls due first comes first; what has no day follows, the oldest first. */
  readonly items: readonly InboxItem[];
  /** Whatever the account could act on today, as any of its offices: the first hundred, the one that waits longest first. */
  readonly approvals: readonly ApprovalSummary[];
  /** What came back to the office and is to be handed in again; evaluations stand among those of persons. */
  readonly returned: readonly ApprovalSummary[];
  /** Runs that wait for those who do it: each says for what. */
  readonly premiumRuns: readonly PremiumRun[];
  /** What was decided that changes what the office answers for: the latest 30, newest first. */
  readonly notices: readonly ReceivedNotice[];
  /** The latest 30, newest first. */
  readonly reminders: readonly ReceivedReminder[];
}

const NO_OFFICE = '';

/** Approvals that are shown at once; the rest is a page away in their list. */
const APPROVALS = 100;

/**
 * What waits for an office, and of what waits for none, what the one who asks may do: what is to be assigned, ratified,
 * scored, liquidated or adjusted. Of approvals, what the account itself could act on today: as a holder, a delegate or a
 * substitute.
 */
export async function inbox(db: Kysely<ReadTables>, asking: Reader, today: Today, now: Instant): Promise<Inbox> {
  const { id: account } = asking.by;
  const holds = actingAs(today.staff, asking.by.office).some(({ person }) => person === account);
  // the account still carries the name of the office that somebody has left: nothing of it waits for them
  const office = holds ? asking.by.office : NO_OFFICE;
  const reader = { ...asking, by: { id: account, office }, staff: today.staff };
  const [awaited, approvals, returned] = await Promise.all([
    approvalsAwaiting(db, account, office, today),
    approvalList(db, { waitingFor: account }, today, null, APPROVALS),
    approvalList(db, { status: 'returned', setOutBy: office }, today, null, APPROVALS),
  ]);
  const { objectives, shares } = await candidates(db, reader, awaited);
  const mine = new Set(awaited.map(nameOf));
  const due = await dueOf(
    db,
    objectives.map(({ objective_id }) => objective_id),
  );
  const all = objectives.flatMap((objective) => {
    const own = shares.filter(({ objective_id }) => objective_id === objective.objective_id);
    return itemsOf(objective, own, due, { ...reader, mine }, now);
  });
  const isAdjusting = ({ action }: InboxItem) => action === 'adjust-premium';
  const adjusted = all.some(isAdjusting) ? await sharesBeingAdjusted(db) : null;
  const items = all.filter((item) => !isAdjusting(item) || !adjusted?.has(`${item.objectiveId}/${item.shareId}`));
  return {
    office: asking.by.office,
    items: items.toSorted(
      (a, b) =>
        compare(a.deadline?.dueOn ?? '9999', b.deadline?.dueOn ?? '9999') ||
        compare(a.since, b.since) ||
        byNumber(a.objectiveId, b.objectiveId) ||
        byNumber(a.shareId, b.shareId) ||
        compare(a.action, b.action),
    ),
    approvals: approvals.approvals,
    returned: returned.approvals.filter(({ kind }) => kind !== 'evaluation'),
    premiumRuns: await runsWaiting(db, reader),
    notices: await noticesTo(db, office, account),
    reminders: await remindersTo(db, office),
  };
}

/** 2.1.1 before 10.2.1. */
const byNumber = new Intl.Collator('it', { numeric: true }).compare;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
