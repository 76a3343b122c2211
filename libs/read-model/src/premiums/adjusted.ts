import type { Kysely } from 'kysely';
import {
  partsAdjusted,
  formatMoney,
  parseHundredths,
  personsAdjusted,
  type Decimal,
  type AdjustedPart,
  type AdjustedPersonPart,
  type PremiumEntry,
  type Tenure,
} from '#domain';
import type { ReadTables } from '#postgres';
import { personsOfEntries, type PersonsOf } from './persons.js';
import type { PremiumRunRow } from './project.js';

/** The payment that a run puts right, and what that makes of it. */
export interface AdjustedPayment {
  /** That paid it, or put it right last. */
  readonly runId: string;
  readonly before: Decimal;
  /** To be paid more; below zero: to be recovered. */
  readonly difference: Decimal;
  /** By office; none where the log has no such run. They add up to the difference. */
  readonly offices: readonly AdjustedPart[];
}

/** Runs that others adjust, by their name. */
export async function runsAdjusted(
  db: Kysely<ReadTables>,
  runs: readonly PremiumRunRow[],
): Promise<ReadonlyMap<string, PremiumRunRow>> {
  const names = runs.flatMap(({ adjusts }) => adjusts?.runId ?? []);
  if (names.length === 0) return new Map();
  const found = await db.selectFrom('read.premium_run').selectAll().where('run_id', 'in', names).execute();
  return new Map((found as readonly PremiumRunRow[]).map((run) => [run.run_id, run]));
}

/** @param earlier  the run that is adjusted; absent: the log has none of that name */
export function adjustedPayment(
  { adjusts, total, entries }: PremiumRunRow,
  earlier: PremiumRunRow | undefined,
): AdjustedPayment | null {
  if (adjusts === null) return null;
  const { runId, before } = adjusts;
  const difference = formatMoney(parseHundredths(total, 'total') - parseHundredths(before, 'before'));
  const offices = pairsOf(entries, earlier).flatMap(({ was, now }) => partsAdjusted(was, now));
  return { runId, before, difference, offices };
}

/** The same by person, of the days of each. */
export async function adjustedPersons(
  db: Kysely<ReadTables>,
  { entries }: PremiumRunRow,
  earlier: PremiumRunRow | undefined,
  tenures: readonly Tenure[],
  personsOf: PersonsOf,
): Promise<readonly AdjustedPersonPart[]> {
  if (earlier === undefined) return [];
  const before = await personsOfEntries(db, earlier, tenures);
  return pairsOf(entries, earlier).flatMap(({ was, now }) => personsAdjusted(before(was), personsOf(now)));
}

function pairsOf(entries: readonly PremiumEntry[], earlier: PremiumRunRow | undefined) {
  return entries.flatMap((now) => {
    const was = earlier?.entries.find(({ shareId }) => shareId === now.shareId);
    return was === undefined ? [] : [{ was, now }];
  });
}
