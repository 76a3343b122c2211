import { sql, type Kysely } from 'kysely';
import type { ActReference } from '#domain';
import type { ReadTables } from '#postgres';

/** A registered act that a citation may mean. */
export interface MeantAct {
  readonly actId: string;
  readonly act: ActReference;
}

/** Kind and number, without the year. */
const ofKind = (actId: string) => actId.slice(actId.indexOf('-') + 1);

/**
 * Of acts that are only named: those that the register has of the same kind and number, by another year, the latest first.
 * Numbers begin anew each year, so that it is a hint and no more.
 */
export async function perhapsMeant(
  db: Kysely<ReadTables>,
  named: readonly string[],
): Promise<ReadonlyMap<string, readonly MeantAct[]>> {
  if (named.length === 0) return new Map();
  const rows = await db
    .selectFrom('read.act')
    .select(['act_id', 'kind', 'number', 'date'])
    .where(sql<string>`substr(act_id, strpos(act_id, '-') + 1)`, 'in', [...new Set(named.map(ofKind))])
    .orderBy('date', 'desc')
    .execute();
  return new Map(
    named.map((id) => [
      id,
      rows
        .filter(({ act_id }) => ofKind(act_id) === ofKind(id))
        .map(({ act_id: actId, kind, number, date }) => ({ actId, act: { kind, number, date } })),
    ]),
  );
}
