import { sql, type Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { Position, RecordedEvent } from '#event-store';
import { withoutWaitingForTheDisk, type ReadTables } from '#postgres';

/** Told on this channel, with the body as payload, whenever `read.progress` has moved. */
const PROGRESS_CHANNEL = 'traguardo_progress';

/** Everything in the log up to the position has had its consequences in other streams. A note that is lost repeats some. */
export async function recordReacted(db: Kysely<ReadTables>, body: string, position: Position): Promise<void> {
  await sql`
    with moved as (
      insert into read.progress as kept (body, reacted_position, planned_position, planned_now)
      values (${body}, ${position}, -1, null)
      on conflict (body) do update set reacted_position = excluded.reacted_position
        where kept.reacted_position is distinct from excluded.reacted_position
      returning body)
    select pg_notify(${PROGRESS_CHANNEL}, body), ${withoutWaitingForTheDisk} from moved`.execute(db);
}

/** What should have followed from an event in another stream was refused there; a second time it is known. */
export async function recordRefused(
  db: Kysely<ReadTables>,
  body: string,
  { cause, stream, code }: { readonly cause: RecordedEvent; readonly stream: string; readonly code: string },
): Promise<void> {
  await sql`
    insert into read.refused (body, cause, cause_type, cause_stream, stream, code)
    values (${body}, ${cause.id}, ${cause.type}, ${cause.stream}, ${stream}, ${code})
    on conflict (cause, stream) do nothing`.execute(db);
}

/** With the read model at the position and the clock at `now`, no alarm was due. */
export async function recordPlanned(
  db: Kysely<ReadTables>,
  body: string,
  position: Position,
  now: Instant,
): Promise<void> {
  await sql`
    with moved as (
      insert into read.progress as kept (body, reacted_position, planned_position, planned_now)
      values (${body}, -1, ${position}, ${now})
      on conflict (body) do update
        set planned_position = excluded.planned_position, planned_now = excluded.planned_now
        where (kept.planned_position, kept.planned_now)
          is distinct from (excluded.planned_position, excluded.planned_now)
      returning body)
    select pg_notify(${PROGRESS_CHANNEL}, body), ${withoutWaitingForTheDisk} from moved`.execute(db);
}

/** The last position that `recordReacted` noted; null when there is none. */
export async function reactedPosition(db: Kysely<ReadTables>, body: string): Promise<Position | null> {
  const row = await db
    .selectFrom('read.progress')
    .select('reacted_position')
    .where('body', '=', body)
    .executeTakeFirst();
  const position = row === undefined ? -1n : BigInt(row.reacted_position);
  return position < 0n ? null : position;
}
