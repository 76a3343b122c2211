import { sql, type Kysely } from 'kysely';
import {
  addDays,
  romeDayOf,
  waitingOn,
  type ApprovalNotice,
  type Instant,
  type LocalDate,
  type ReminderItem,
  type Waiting,
} from '#domain';
import type { DueRow, ReadTables } from '#postgres';
import { dueOf, objectiveRows } from '../objectives/load.js';
import { awaitingOf, type Awaiting } from '../objectives/summary.js';
import type { ObjectiveRow, ShareRow } from '../objectives/tables.js';
import { premiumRuns, type PremiumRun } from '../premiums/query.js';
import type { ReminderRow } from '../reminders/project.js';
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
  /** The step of the chain to take. */
  readonly approval: Awaiting | null;
  /** Whether the step is taken in the place of an office that would judge itself. */
  readonly asSubstitute: boolean;
}

export interface ReceivedReminder {
  readonly reminderId: string;
  readonly day: LocalDate;
  readonly items: readonly ReminderItem[];
  /** Of steps that nobody took in time. */
  readonly approvals: readonly ApprovalNotice[];
}

export interface Inbox {
  readonly office: string;
  /** What falls due first comes first; what has no day follows, the oldest first. */
  readonly items: readonly InboxItem[];
  /** Runs that wait to be liquidated, for those who do it. */
  readonly premiumRuns: readonly PremiumRun[];
  /** The latest 30, newest first. */
  readonly reminders: readonly ReceivedReminder[];
}

const DEADLINE_DAYS = 15;
const REMINDERS = 30;

/** Actions that wait for a role, not for one office. */
const ROLE_FOR: Partial<Record<Waiting['action'], string>> = {
  assign: 'segretario',
  score: 'nucleo',
  'ratify-suspension': 'segretario',
  'adjust-premium': 'personale',
};

/**
 * What waits for an office and for the roles of the account that asks.
 *
 * @param roles  `segretario` sees what is to be assigned or ratified, `nucleo` what is to be scored, `personale` runs to
 *   liquidate and premiums to adjust
 */
export async function inbox(
  db: Kysely<ReadTables>,
  office: string,
  roles: readonly string[],
  now: Instant,
): Promise<Inbox> {
  const { objectives, shares } = await candidates(db, office, roles);
  const due = await dueOf(
    db,
    objectives.map(({ objective_id }) => objective_id),
  );
  const items = objectives.flatMap((objective) => {
    const own = shares.filter(({ objective_id }) => objective_id === objective.objective_id);
    return itemsOf(objective, own, due, office, roles, now);
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
    premiumRuns: roles.includes('personale')
      ? (await premiumRuns(db)).filter(({ status }) => status === 'computed')
      : [],
    reminders: await received(db, office),
  };
}

/** The shares that could wait for this office or these roles. */
async function candidates(db: Kysely<ReadTables>, office: string, roles: readonly string[]) {
  const shares = await db
    .selectFrom('read.share')
    .innerJoin('read.objective', 'read.objective.objective_id', 'read.share.objective_id')
    .innerJoin('read.plan', 'read.plan.plan_id', 'read.share.plan_id')
    .selectAll('read.share')
    .where('read.objective.status', '<>', 'closed')
    .where((eb) =>
      eb.or([
        eb('read.share.office', '=', office),
        sql<boolean>`read.share.awaited_offices ? ${office}`,
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
            .where((due) =>
              due.or([
                due('read.due.judged_by', '=', office),
                ...(roles.includes('segretario') ? [due('read.due.judged_by', 'is', null)] : []),
              ]),
            ),
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
  office: string,
  roles: readonly string[],
  now: Instant,
): readonly InboxItem[] {
  const today = romeDayOf(now);
  return waitingOn(objectiveStateOf(objective, shares, due)).flatMap((waiting) => {
    const share = shares.find(({ share_id }) => share_id === waiting.shareId);
    if (share === undefined || !isMine(waiting, office, roles)) return [];
    const instances = due.filter((row) => row.objective_id === share.objective_id && row.share_id === share.share_id);
    if (!isTimely(waiting, instances, objective.horizon, today)) return [];
    return [itemOf(waiting, objective, share, instances)];
  });
}

function isMine({ action, office }: Waiting, mine: string, roles: readonly string[]): boolean {
  const role = ROLE_FOR[action];
  if (role !== undefined) return roles.includes(role);
  // the first to decide on a justification is whoever takes it up
  if (action === 'decide-justification' && office === null) return roles.includes('segretario');
  return office === mine;
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
    .limit(REMINDERS)
    .execute();
  return (rows as readonly ReminderRow[]).map(({ id, day, items, approvals }) => ({
    reminderId: id,
    day,
    items,
    approvals,
  }));
}

/** 2.1.1 before 10.2.1. */
const byNumber = new Intl.Collator('it', { numeric: true }).compare;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
