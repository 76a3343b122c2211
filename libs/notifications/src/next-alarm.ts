import type { Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { ReadTables } from '#postgres';
import { readDueTable } from './alarms/due-table.js';
import { nextAlarmAfter } from './alarms/plan.js';

/** The first instant after `now` at which an alarm rings; null when the plan has none left. */
export async function nextAlarmAt(db: Kysely<ReadTables>, body: string, now: Instant): Promise<Instant | null> {
  return nextAlarmAfter(await readDueTable(db, body, now), now);
}
