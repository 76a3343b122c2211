import type { DelegationRow } from '#postgres';
import { holding } from './held.js';
import type { Asked } from './known.js';

/**
 * In whose place a delegation was on the day of a step, by the same rule as `placeOf`: of who gave it, while they held the office; of
 * the office itself while nobody did; null: of nobody.
 */
export function placeOn(asked: Asked, given: DelegationRow): string | null {
  const holders = personsOf(holding(asked, given.office));
  if (holders.length === 0) return given.office;
  const givers = given.holder === null ? giversOf(asked, given, holders) : [given.holder];
  const [giver = null] = givers;
  return givers.length === 1 && giver !== null && holders.includes(giver) ? giver : null;
}

/** Whoever may have given it, where the log does not say: who held the office on its first day, else who came to hold it. */
function giversOf(asked: Asked, given: DelegationRow, holders: readonly string[]): readonly string[] {
  const first = personsOf(holding(asked, given.office, given.from_day));
  return first.length > 0 ? first : holders;
}

function personsOf(tenures: readonly { readonly person: string }[]): readonly string[] {
  return [...new Set(tenures.map(({ person }) => person))];
}
