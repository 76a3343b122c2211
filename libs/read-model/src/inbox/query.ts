import { sql, type Kysely } from 'kysely';
import {
  addDays,
  romeDayOf,
  waitingOn,
  type ApprovalNotice,
  type Instant,
  type LocalDate,
  type NoticeAbout,
  type ReminderItem,
  type Waiting,
} from '#domain';
import type { DueRow, ReadTables } from '#postgres';
import {
  approvalList,
  approvalsAwaiting,
  type ApprovalSummary,
  type AwaitedApproval,
  type Today,
} from '../approvals/query.js';
import { dueOf, objectiveRows } from '../objectives/load.js';
import { awaitingOf, type Awaiting } from '../objectives/summary.js';
import type { ObjectiveRow, ShareRow } from '../objectives/tables.js';
import { premiumRuns, type PremiumRun } from '../premiums/query.js';
import type { NoticeRow, ReminderRow } from '../reminders/project.js';
import { objectiveStateOf } from './state-of.js';

/** Something that waits for the one who asks. */
export interface InboxItem {
  readonly action: Waiting['action'];
  readonly planId: string;
  readonly objectiveId: string;
  readonly shareId: string;
  readonly areaId: string;
  /** Of the objective. */
  readonly title: string;
  /** Since when the share is as it is. */
  readonly since: Instant;
  readonly deadline: {
    readonly deadlineId: string;
    readonly instance: LocalDate;
    readonly dueOn: LocalDate;
    readonly text: string;
  } | null;
  /** Of a report that was sent back: by which day it is wanted. */
  readonly returnBy: LocalDate | null;
  /** The step of the chain to take. */
  readonly approval: Awaiting | null;
  /** Whether the step is taken in the place of an office that would judge itself. */
  readonly asSubstitute: boolean;
}

export interface ReceivedReminder {
  readonly reminderId: string;
  readonly day: LocalDate;
  /** With what is due, in the words of the plan; empty: it says no more. */
  readonly items: readonly (ReminderItem & { readonly text: string })[];
  /** Of steps that nobody took in time. */
  readonly approvals: readonly ApprovalNotice[];
}

export interface ReceivedNotice {
  readonly noticeId: string;
  readonly day: LocalDate;
  readonly about: NoticeAbout;
}

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

const DEADLINE_DAYS = 15;
const MESSAGES = 30;

/** Actions that wait for a role, not for one office. */
const ROLE_FOR: Partial<Record<Waiting['action'], string>> = {
  assign: 'segretario',
  score: 'nucleo',
  'ratify-suspension': 'segretario',
  'adjust-premium': 'personale',
};

/** Whose inbox it is. */
export interface Reader {
  readonly account: string;
  /** As which they act. */
  readonly office: string;
  readonly roles: readonly string[];
}

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
    notices: await noticesOf(db, office, account),
    reminders: await received(db, office),
  };
}

/** The shares that could wait for this office or these roles. */
async function candidates(
  db: Kysely<ReadTables>,
  office: string,
  roles: readonly string[],
  awaited: readonly AwaitedApproval[],
) {
  const ofShares = awaited.filter(({ kind, share_id }) => kind === 'objective' && share_id !== null);
  const shares = await db
    .selectFrom('read.share')
    .innerJoin('read.objective', 'read.objective.objective_id', 'read.share.objective_id')
    .innerJoin('read.plan', 'read.plan.plan_id', 'read.share.plan_id')
    .selectAll('read.share')
    .where('read.objective.status', '<>', 'closed')
    .where((eb) =>
      eb.or([
        eb('read.share.office', '=', office),
        sql<boolean>`(read.share.objective_id, read.share.share_id) in (select * from unnest(
          ${ofShares.map(({ stream_id }) => stream_id)}::text[], ${ofShares.map(({ share_id }) => share_id)}::text[]))`,
        ...(roles.includes('segretario')
          ? [eb('read.share.office', 'is', null).and('read.plan.status', '=', 'in-force')]
          : []),
        ...(roles.includes('segretario') ? [eb('read.share.status', '=', 'suspended')] : []),
        eb.exists(
          eb
            .selectFrom('read.due')
            .select('read.due.share_id')
            .whereRef('read.due.objective_id', '=', 'read.share.objective_id')
            .whereRef('read.due.share_id', '=', 'read.share.share_id')
            .where('read.due.justification', '=', 'submitted')
            // of a time when a justification set out with its first step
            .where('read.due.weighing', 'is', null)
            .where((due) => due.val(roles.includes('segretario'))),
        ),
        ...(roles.includes('personale')
          ? [sql<boolean>`jsonb_typeof(${sql.ref('read.share.moves')} -> 'adjusting') = 'object'`]
          : []),
        ...(roles.includes('nucleo') ? [eb('read.share.status', '=', 'rendicontazione-approved')] : []),
      ]),
    )
    .execute();
  const ids = [...new Set(shares.map(({ objective_id }) => objective_id))];
  const objectives =
    ids.length === 0
      ? []
      : await objectiveRows(db).where('read.objective.objective_id', 'in', ids).orderBy('sort').execute();
  return { objectives: objectives as readonly ObjectiveRow[], shares: shares as readonly ShareRow[] };
}

function itemsOf(
  objective: ObjectiveRow,
  shares: readonly ShareRow[],
  due: readonly DueRow[],
  reader: Mine,
  now: Instant,
): readonly InboxItem[] {
  const today = romeDayOf(now);
  const seen = new Set<string>();
  return waitingOn(objectiveStateOf(objective, shares, due)).flatMap((waiting) => {
    const share = shares.find(({ share_id }) => share_id === waiting.shareId);
    if (share === undefined || !isMine(waiting, share, reader)) return [];
    const { action, deadline } = waiting;
    // who may act as several offices reads of it once
    const named = [action, share.share_id, deadline?.deadlineId, deadline?.instance].join(' ');
    if (seen.has(named)) return [];
    seen.add(named);
    const instances = due.filter((row) => row.objective_id === share.objective_id && row.share_id === share.share_id);
    if (!isTimely(waiting, instances, objective.horizon, today)) return [];
    return [itemOf(waiting, objective, share, instances)];
  });
}

interface Mine extends Pick<Reader, 'office' | 'roles'> {
  /** Approvals that the account could act on, by `nameOf`. */
  readonly mine: ReadonlySet<string>;
}

function isMine({ action, office, deadline }: Waiting, share: ShareRow, { mine, roles, ...reader }: Mine): boolean {
  const role = ROLE_FOR[action];
  if (role !== undefined) return roles.includes(role);
  const of = { kind: 'objective', stream_id: share.objective_id, share_id: share.share_id };
  switch (action) {
    case 'approve-rendicontazione':
      return mine.has(nameOf({ ...of, subject: 'rendicontazione', deadline_id: null, instance: null }));
    case 'decide-justification': {
      // of a time when whoever took it up was the first to decide
      if (office === null) return roles.includes('segretario');
      const { deadlineId: deadline_id = null, instance = null } = deadline ?? {};
      return mine.has(nameOf({ ...of, subject: 'justification', deadline_id, instance }));
    }
    default:
      return office === reader.office;
  }
}

function nameOf({ kind, stream_id, subject, share_id, deadline_id, instance }: AwaitedApproval): string {
  return [kind, stream_id, subject, share_id, deadline_id, instance].join('~');
}

/** Whether it asks for something now: a year ahead of its deadline nothing needs to be done. */
function isTimely(
  { action, deadline }: Waiting,
  instances: readonly DueRow[],
  horizon: LocalDate,
  today: LocalDate,
): boolean {
  switch (action) {
    case 'answer-deadline':
      return deadline !== null && deadline.dueOn <= addDays(today, DEADLINE_DAYS);
    case 'submit-rendicontazione':
      return today > horizon || (instances.length > 0 && instances.every(({ status }) => status !== 'open'));
    case 'liquidate-premium':
      return false; // shares are paid by a run; the run itself waits
    default:
      return true;
  }
}

function itemOf(
  { action, deadline, step }: Waiting,
  objective: ObjectiveRow,
  share: ShareRow,
  instances: readonly DueRow[],
): InboxItem {
  const row = instances.find(
    ({ deadline_id, instance }) => deadline_id === deadline?.deadlineId && instance === deadline.instance,
  );
  const panel = share.rendicontazione?.panels[step ?? ''];
  return {
    action,
    planId: objective.plan_id,
    objectiveId: objective.objective_id,
    shareId: share.share_id,
    areaId: share.area_id,
    title: objective.planned.title,
    since: share.since,
    deadline: deadline === null ? null : { ...deadline, text: row?.text ?? '' },
    returnBy: action === 'integrate-rendicontazione' ? (share.rendicontazione?.returnBy ?? null) : null,
    approval: step === null ? null : awaitingOf(share),
    asSubstitute: panel !== undefined && panel.reroutedFrom !== null,
  };
}

async function received(db: Kysely<ReadTables>, office: string): Promise<readonly ReceivedReminder[]> {
  const rows = await db
    .selectFrom('read.reminder')
    .selectAll()
    .where('office', '=', office)
    .orderBy('day', 'desc')
    .limit(MESSAGES)
    .execute();
  const sent = rows as readonly ReminderRow[];
  const textOf = await deadlineTexts(db, [
    ...new Set(sent.flatMap(({ items }) => items.map((one) => one.objectiveId))),
  ]);
  return sent.map(({ id, day, items, approvals }) => ({
    reminderId: id,
    day,
    items: items.map((item) => ({ ...item, text: textOf(item) })),
    approvals,
  }));
}

async function deadlineTexts(db: Kysely<ReadTables>, objectives: readonly string[]) {
  const rows =
    objectives.length === 0
      ? []
      : await db
          .selectFrom('read.due')
          .select(['objective_id', 'deadline_id', 'text'])
          .distinct()
          .where('objective_id', 'in', objectives)
          .execute();
  const texts = new Map(rows.map((row) => [`${row.objective_id} ${row.deadline_id}`, row.text]));
  return ({ objectiveId, deadlineId }: ReminderItem) => texts.get(`${objectiveId} ${deadlineId}`) ?? '';
}

/** What is told of a person is told to nobody else of their office. */
async function noticesOf(db: Kysely<ReadTables>, office: string, account: string): Promise<readonly ReceivedNotice[]> {
  const rows = await db
    .selectFrom('read.notice')
    .selectAll()
    .where(
      sql<boolean>`case about ->> 'kind' when 'evaluation' then about ->> 'person' = ${account} else office = ${office} end`,
    )
    .orderBy('day', 'desc')
    .orderBy('recorded_at', 'desc')
    .limit(MESSAGES)
    .execute();
  return (rows as readonly NoticeRow[]).map(({ id, day, about }) => ({ noticeId: id, day, about }));
}

/** 2.1.1 before 10.2.1. */
const byNumber = new Intl.Collator('it', { numeric: true }).compare;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
