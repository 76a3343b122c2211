import { sql, type Kysely } from 'kysely';
import type { ActReference } from '#domain';
import type { ReadTables } from '#postgres';
import { registeredActs } from './registered.js';

/** A registered act that a citation may mean. */
export interface MeantAct {
  readonly actId: string;
  readonly act: ActReference;
}

/** Words of a kind that bodies write or leave out: «delibera della consulta» and «delibera consulta». */
const SMALL_WORDS = '[.](d|di|del|dello|della|dell|dei|degli|delle)(?=[.])';

/** Kind and number, without the year and without small words. */
const ofKind = (actId: string) => actId.slice(actId.indexOf('-') + 1).replaceAll(new RegExp(SMALL_WORDS, 'g'), '');

/**
 * Of acts that are only named: those that the register has of the same kind and number, by another year or with
 * other small words in the kind, the latest first.
 * Numbers begin anew each year, so that it is a hint and no more.
 */
export async function perhapsMeant(
  db: Kysely<ReadTables>,
  named: readonly string[],
): Promise<ReadonlyMap<string, readonly MeantAct[]>> {
  if (named.length === 0) return new Map();
  const rows = await db
    .selectFrom(registeredActs.as('kept'))
    .select(['called', 'kind', 'number', 'date'])
    .where(sql<string>`regexp_replace(substr(called, strpos(called, '-') + 1), ${SMALL_WORDS}, '', 'g')`, 'in', [
      ...new Set(named.map(ofKind)),
    ])
    .orderBy('date', 'desc')
    .execute();
  return new Map(
    named.map((id) => [
      id,
      rows
        .filter(({ called }) => ofKind(called) === ofKind(id))
        .map(({ called: actId, kind, number, date }) => ({ actId, act: { kind, number, date } })),
    ]),
  );
}
