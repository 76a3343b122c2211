import type { Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { ReadTables } from '#postgres';

/** More than a body has in a year, unless something is wrong. */
const LATEST = 20;

/** What should have followed from something in another stream, and was refused there. */
export interface RefusedThere {
  /** Of the event: its id, its type and its stream. */
  readonly causeId: string;
  readonly cause: string;
  readonly from: string;
  readonly stream: string;
  readonly code: string;
  readonly at: Instant;
  /** Who has seen to it; null: nobody yet. */
  readonly settled: { readonly person: string; readonly at: Instant; readonly note: string } | null;
}

/** Those that wait for somebody first, each the latest first. */
export async function refusedConsequences(db: Kysely<ReadTables>, body: string): Promise<readonly RefusedThere[]> {
  const rows = await db
    .selectFrom('read.refused as refused')
    .leftJoin('read.refused_settled as settled', (join) =>
      join.onRef('settled.cause', '=', 'refused.cause').onRef('settled.stream', '=', 'refused.stream'),
    )
    .selectAll('refused')
    .select(['settled.person', 'settled.note', 'settled.recorded_at'])
    .where('refused.body', '=', body)
    .orderBy((order) => order('settled.recorded_at', 'is not', null))
    .orderBy('refused_at', 'desc')
    .limit(LATEST)
    .execute();
  return rows.map(({ cause, cause_type, cause_stream, stream, code, refused_at, person, note, recorded_at }) => ({
    causeId: cause,
    cause: cause_type,
    from: cause_stream,
    stream,
    code,
    at: new Date(refused_at).toISOString(),
    settled: person === null || note === null || recorded_at === null ? null : { person, at: recorded_at, note },
  }));
}

/** Whether a consequence of this event was refused in this stream. */
export async function wasRefused(
  db: Kysely<ReadTables>,
  body: string,
  { cause, stream }: { readonly cause: string; readonly stream: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('read.refused')
    .select('cause')
    .where('body', '=', body)
    .where('cause', '=', cause)
    .where('stream', '=', stream)
    .executeTakeFirst();
  return row !== undefined;
}
