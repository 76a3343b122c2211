import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { addDays, romeDayOf, streamPrefix, type Instant } from '#domain';
import type { EventStore, Position } from '#event-store';
import type { ReadTables } from '#postgres';
import { stepKey, type DueTable } from './plan.js';

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
      const sent = await snapshot
        .selectFrom('read.reminder')
        .select(['office', 'day'])
        .where('body', '=', body)
        .where('day', '=', today)
        .execute();
      return {
        position,
        instances: rows,
        reminded: new Set(reminded.map(stepKey)),
        sent: new Set(sent.map((message) => `${message.office}_${message.day}`)),
      };
    });
}

/** How far all projections have come; -1 before the first event, and where there are none. */
export async function projectedPosition(db: Kysely<ReadTables>): Promise<Position> {
  const rows = await db.selectFrom('read.checkpoint').select('position').execute();
  const positions = rows.map(({ position }) => BigInt(position));
  return positions.reduce((least, position) => (position < least ? position : least), positions[0] ?? -1n);
}

/** Where the log of a body ends; -1 when it is empty. */
export async function lastPosition(store: EventStore, body: string): Promise<Position> {
  const categories = ['plan', 'objective', 'premium', 'reminder', 'clock'] as const;
  const prefixes = categories.map((category) => streamPrefix(category, body));
  for await (const { position } of store.readAll({ direction: 'backwards', limit: 1, prefixes })) return position;
  return -1n;
}

/** The tables did not catch up with the log in time; what they say may have been overtaken. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
}

const PATIENCE_MS = 5000;
const LOOK_AGAIN_MS = 5;

/**
 * Settles when the read model holds everything that is in the log now.
 *
 * @throws ReadModelBehind after five seconds
 */
export async function caughtUp(db: Kysely<ReadTables>, store: EventStore, body: string): Promise<void> {
  const end = await lastPosition(store, body);
  const deadline = performance.now() + PATIENCE_MS;
  for (let wait = LOOK_AGAIN_MS; (await projectedPosition(db)) < end; wait = Math.min(2 * wait, 100)) {
    if (performance.now() > deadline)
      throw new ReadModelBehind(`The read model did not reach position ${end} within ${PATIENCE_MS} ms.`);
    await pause(wait);
  }
}
