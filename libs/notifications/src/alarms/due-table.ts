import { sql, type Kysely } from 'kysely';
import { addDays, romeDayOf, type Approval, type Instant } from '#domain';
import type { Position } from '#event-store';
import type { ReadTables } from '#postgres';
import { projectedPosition } from './caught-up.js';
import { restingShares } from './resting-shares.js';
import type { DueNotice } from './due-notice.js';
import { stepKey, type DueTable, type RunningTerm } from './plan.js';

/** A missed instance is still reminded of for this long: the last step comes days after, a stopped worker later. */
const REMEMBER_MISSED_DAYS = 30;

/** The first step of the ladder comes five working days ahead, which no run of holidays makes longer than this. */
const LADDER_DAYS = 21;

export interface DueTableAt extends DueTable {
  /** How far the read model had come; -1 before its first event. */
  readonly position: Position;
}

export interface Horizon {
  /** Days after today whose alarms are wanted; absent: all. */
  readonly days?: number;
  /** Only what concerns this office. */
  readonly office?: string;
}

/** Reads what alarms are planned from, in one snapshot with the position it is true at. */
export async function readDueTable(
  db: Kysely<ReadTables>,
  body: string,
  now: Instant,
  { days, office }: Horizon = {},
): Promise<DueTableAt> {
  const today = romeDayOf(now);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const position = await projectedPosition(snapshot);
      const rows = await snapshot
        .selectFrom('read.due')
        .select([
          'objective_id as objectiveId',
          'share_id as shareId',
          'deadline_id as deadlineId',
          'instance',
          'every',
          'due_on as dueOn',
          'missed_at as missedAt',
          'office',
          'title',
          'text',
          'status',
          'frozen',
          'acknowledgement',
        ])
        .where('body', '=', body)
        .where((eb) =>
          eb.or([
            eb('status', '=', 'open'),
            eb.and([eb('status', '=', 'missed'), eb('due_on', '>=', addDays(today, -REMEMBER_MISSED_DAYS))]),
          ]),
        )
        .$if(days !== undefined, (query) => query.where('due_on', '<=', addDays(today, (days ?? 0) + LADDER_DAYS)))
        .$if(office !== undefined, (query) => query.where('office', '=', office ?? ''))
        .execute();
      const reminded = await snapshot
        .selectFrom('read.reminded')
        .select(['objective_id as objectiveId', 'share_id as shareId', 'deadline_id as deadlineId', 'instance', 'step'])
        .where('instance', '>=', addDays(today, -REMEMBER_MISSED_DAYS))
        .execute();
      const timed = await snapshot
        .selectFrom('read.approval')
        .select(['approval_id as approvalId', 'approval'])
        .where('body', '=', body)
        .where('rings_from', 'is not', null)
        .$if(days !== undefined, (query) => query.where('rings_from', '<=', addDays(today, (days ?? 0) + 1)))
        .execute();
      const terms = await snapshot
        .selectFrom('read.evaluation')
        .select(['evaluation_id as evaluationId', 'term_until as until'])
        .where('body', '=', body)
        .where('term_until', 'is not', null)
        .$if(days !== undefined, (query) => query.where('term_until', '<=', addDays(today, (days ?? 0) + 1)))
        .execute();
      const unused = await snapshot
        .selectFrom('read.evaluation')
        .select(['evaluation_id as evaluationId', 'unused_until as until'])
        .where('body', '=', body)
        .where('unused_until', 'is not', null)
        .$if(days !== undefined, (query) =>
          query.where('unused_until', '<=', addDays(today, (days ?? 0) + LADDER_DAYS)),
        )
        .execute();
      const resting = office === undefined ? await restingShares(snapshot) : [];
      const notices = await snapshot
        .selectFrom('read.approval_notice as notice')
        .select([
          'approval_id as approvalId',
          'since',
          'rung',
          'office',
          'says',
          'others',
          'subject',
          'stream_id as streamId',
          'title',
          'step',
          'until',
          'day',
        ])
        .where('body', '=', body)
        .where('open', '=', true)
        .where('day', '>=', addDays(today, -REMEMBER_MISSED_DAYS))
        .$if(days !== undefined, (query) => query.where('day', '<=', addDays(today, (days ?? 0) + 1)))
        .where(
          sql<boolean>`not exists (select from read.approval_told as told where
            (told.approval_id, told.since, told.rung, told.office)
            = (notice.approval_id, notice.since, notice.rung, notice.office))`,
        )
        .$if(office !== undefined, (query) => query.where('office', '=', office ?? ''))
        .execute();
      const sent = await snapshot
        .selectFrom('read.reminder')
        .select(['office', 'day'])
        .where('body', '=', body)
        .where('day', '=', today)
        .execute();
      const registered = await snapshot
        .selectFrom('read.body')
        .select('patron_day')
        .where('body', '=', body)
        .executeTakeFirst();
      return {
        position,
        patronDay: registered?.patron_day ?? null,
        instances: rows,
        // the columns hold what the projection put there
        timed: timed.map(({ approvalId, approval }) => ({ approvalId, approval: approval as Approval })),
        terms: terms.flatMap(running),
        unused: unused.flatMap(running),
        resting,
        notices: notices.map(({ until, ...notice }) => ({ ...notice, ...(until !== null && { until }) }) as DueNotice),
        reminded: new Set(reminded.map(stepKey)),
        sent: new Set(sent.map((message) => `${message.office}_${message.day}`)),
      };
    });
}

function running({ evaluationId, until }: { evaluationId: string; until: string | null }): readonly RunningTerm[] {
  return until === null ? [] : [{ evaluationId, until }];
}
