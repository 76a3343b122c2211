import type { Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { ReadTables } from '#postgres';
import { approvalList, approvalsAwaiting, type ApprovalSummary, type Today } from '../approvals/query.js';
import { dueOf } from '../objectives/load.js';
import { premiumRuns, type PremiumRun } from '../premiums/query.js';
import { candidates } from './candidates.js';
import { itemsOf, nameOf, type InboxItem, type Reader } from './items.js';
import { noticesTo, remindersTo, type ReceivedNotice, type ReceivedReminder } from './messages.js';

export interface Inbox {
  readonly office: string;
  /** What falls due first comes first; what has no day follows, the oldest first. */
  readonly items: readonly InboxItem[];
  /** Whatever the account could act on today, as any of its offices: the first hundred, the one that waits longest first. */
  readonly approvals: readonly ApprovalSummary[];
  /** Runs that wait to be proposed, computed anew or liquidated, for those who do it. */
  readonly premiumRuns: readonly PremiumRun[];
  /** What was decided that changes what the office answers for: the latest 30, newest first. */
  readonly notices: readonly ReceivedNotice[];
  /** The latest 30, newest first. */
  readonly reminders: readonly ReceivedReminder[];
}

/** Who runs premiums proposes what is computed, computes anew what came back, and liquidates what was authorised. */
const FOR_PERSONNEL: readonly PremiumRun['status'][] = ['computed', 'returned', 'authorised'];

/** Approvals that are shown at once; the rest is a page away in their list. */
const APPROVALS = 100;

/**
 * What waits for an office and for the roles of the account that asks. Of approvals, what the account itself could act
 * on today: as a holder, a delegate or a substitute.
 *
 * @param roles  `segretario` sees what is to be assigned or ratified, `nucleo` what is to be scored, `personale` runs to
 *   liquidate and premiums to adjust
 */
export async function inbox(
  db: Kysely<ReadTables>,
  { account, office, roles }: Reader,
  today: Today,
  now: Instant,
): Promise<Inbox> {
  const [awaited, approvals] = await Promise.all([
    approvalsAwaiting(db, account, office, today),
    approvalList(db, { waitingFor: account }, today, null, APPROVALS),
  ]);
  const { objectives, shares } = await candidates(db, office, roles, awaited);
  const mine = new Set(awaited.map(nameOf));
  const due = await dueOf(
    db,
    objectives.map(({ objective_id }) => objective_id),
  );
  const items = objectives.flatMap((objective) => {
    const own = shares.filter(({ objective_id }) => objective_id === objective.objective_id);
    return itemsOf(objective, own, due, { office, roles, mine }, now);
  });
  return {
    office,
    items: items.toSorted(
      (a, b) =>
        compare(a.deadline?.dueOn ?? '9999', b.deadline?.dueOn ?? '9999') ||
        compare(a.since, b.since) ||
        byNumber(a.objectiveId, b.objectiveId) ||
        byNumber(a.shareId, b.shareId) ||
        compare(a.action, b.action),
    ),
    approvals: approvals.approvals,
    premiumRuns: roles.includes('personale')
      ? (await premiumRuns(db)).filter(({ status }) => FOR_PERSONNEL.includes(status))
      : [],
    notices: await noticesTo(db, office, account),
    reminders: await remindersTo(db, office),
  };
}

/** 2.1.1 before 10.2.1. */
const byNumber = new Intl.Collator('it', { numeric: true }).compare;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
