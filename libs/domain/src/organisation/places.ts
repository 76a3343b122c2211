import type { LocalDate } from '../values.js';
import type { Delegation, Staff, Tenure } from './staff.js';

/** An office is held on its first day and on its last one. */
export function isHeld({ from, to }: Pick<Tenure, 'from' | 'to'>, day: LocalDate): boolean {
  return from <= day && (to === null || day <= to);
}

/**
 * In whose place a delegation is on the day: of the one who gave it, as long as they hold the office; of the office
 * itself while nobody holds it. Null: of nobody, for who gave it has left and others hold it, or nobody can tell which of
 * several gave it.
 */
export function placeOf(delegation: Delegation, { day, tenures }: Pick<Staff, 'day' | 'tenures'>): string | null {
  const { office, from } = delegation;
  const holders = holdersOn(tenures, office, day);
  if (holders.length === 0) return office;
  // logs of earlier releases do not say who gave it: whoever held the office alone on its first day
  const givers = delegation.holder == null ? holdersOn(tenures, office, from) : [delegation.holder];
  // given while nobody held the office, it is of whoever came to hold it, if that is one
  const of = givers.length === 0 ? holders : givers;
  const [giver = office] = of;
  return of.length === 1 && holders.includes(giver) ? giver : null;
}

/** The persons who held an office on a day. */
export function holdersOn(tenures: readonly Tenure[], office: string, day: LocalDate): readonly string[] {
  const held = tenures.filter((tenure) => tenure.office === office && isHeld(tenure, day));
  return [...new Set(held.map(({ person }) => person))];
}
