import type { Kysely } from 'kysely';
import type { ReadTables } from '#postgres';

/** More than a body has in a year, unless something is wrong. */
const LATEST = 20;

/** What should have followed from something in another stream, and was refused there, latest first. */
export interface RefusedThere {
  readonly cause: string;
  readonly from: string;
  readonly stream: string;
  readonly code: string;
  readonly at: string;
}

export async function refusedConsequences(db: Kysely<ReadTables>, body: string): Promise<readonly RefusedThere[]> {
  const rows = await db
    .selectFrom('read.refused')
    .selectAll()
    .where('body', '=', body)
    .orderBy('refused_at', 'desc')
    .limit(LATEST)
    .execute();
  return rows.map(({ cause_type, cause_stream, stream, code, refused_at }) => ({
    cause: cause_type,
    from: cause_stream,
    stream,
    code,
    at: new Date(refused_at).toISOString(),
  }));
}
