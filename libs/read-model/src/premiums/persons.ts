import type { Kysely } from 'kysely';
import {
  personCredits,
  type Holding,
  type LocalDate,
  type PersonCredit,
  type PremiumEntry,
  type ShareMoves,
  type Tenure,
} from '#domain';
import type { ReadTables } from '#postgres';

/** Who held the offices that an entry pays, and what that makes of it. */
export type PersonsOf = (entry: PremiumEntry) => readonly PersonCredit[];

/**
 * Of the entries of a plan's runs, as it is known today who answered and who held what.
 *
 * @param tenures  of all offices and times
 * @param until  the last day that counts of what came to its office only after the plan's time
 */
export async function personsOfEntries(
  db: Kysely<ReadTables>,
  planId: string,
  entries: readonly PremiumEntry[],
  tenures: readonly Tenure[],
  until: LocalDate,
): Promise<PersonsOf> {
  const objectives = [...new Set(entries.map(({ objectiveId }) => objectiveId))];
  if (objectives.length === 0) return () => [];
  const [plan, shares] = await Promise.all([
    db.selectFrom('read.plan').select(['year', 'horizon']).where('plan_id', '=', planId).executeTakeFirst(),
    db
      .selectFrom('read.share')
      .select(['objective_id', 'share_id', 'moves'])
      .where('objective_id', 'in', objectives)
      .execute(),
  ]);
  if (plan === undefined) return () => [];
  const period = { from: `${plan.year}-01-01`, to: plan.horizon, until };
  const holdings = new Map<string, readonly Holding[]>(
    shares.map(({ objective_id, share_id, moves }) => {
      const { holders } = moves as ShareMoves; // as the rules keep it there
      return [`${objective_id}/${share_id}`, holders];
    }),
  );
  return (entry) => personCredits(entry, holdings.get(`${entry.objectiveId}/${entry.shareId}`) ?? [], tenures, period);
}
