import type { Kysely } from 'kysely';
import {
  personCredits,
  romeDayOf,
  type Holding,
  type PersonCredit,
  type PremiumEntry,
  type ShareMoves,
  type Tenure,
} from '#domain';
import type { ReadTables } from '#postgres';
import type { PremiumRunRow } from './project.js';

/** Who held the offices that an entry pays, and what that makes of it. */
export type PersonsOf = (entry: PremiumEntry) => readonly PersonCredit[];

/**
 * Of the entries of a run: those of the days by which it paid; as long as it has not, or where an older log does not say, as it is
 * known today who answered and who held what.
 *
 * @param tenures  of all offices and times
 */
export async function personsOfEntries(
  db: Kysely<ReadTables>,
  run: Pick<PremiumRunRow, 'plan_id' | 'entries' | 'persons' | 'recorded_at'>,
  tenures: readonly Tenure[],
): Promise<PersonsOf> {
  const { persons } = run;
  if (persons !== null) return ({ shareId }) => persons[shareId] ?? [];
  const objectives = [...new Set(run.entries.map(({ objectiveId }) => objectiveId))];
  if (objectives.length === 0) return () => [];
  const [plan, shares] = await Promise.all([
    db.selectFrom('read.plan').select(['year', 'horizon']).where('plan_id', '=', run.plan_id).executeTakeFirst(),
    db
      .selectFrom('read.share')
      .select(['objective_id', 'share_id', 'moves'])
      .where('objective_id', 'in', objectives)
      .execute(),
  ]);
  if (plan === undefined) return () => [];
  // of a run that is paid its last day stands still
  const period = { from: `${plan.year}-01-01`, to: plan.horizon, until: romeDayOf(run.recorded_at) };
  const holdings = new Map<string, readonly Holding[]>(
    shares.map(({ objective_id, share_id, moves }) => {
      const { holders } = moves as ShareMoves; // as the rules keep it there
      return [`${objective_id}/${share_id}`, holders];
    }),
  );
  return (entry) => personCredits(entry, holdings.get(`${entry.objectiveId}/${entry.shareId}`) ?? [], tenures, period);
}
