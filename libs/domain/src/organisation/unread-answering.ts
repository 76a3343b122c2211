import type { LocalDate } from '../values.js';
import type { Answering, Credited, Staff, Tenure } from './staff.js';

/**
 * Whose premium may depend on objectives while nobody can read whose does: every office but those that evaluate answers for shares, and
 * has the credit of each year in which somebody held it. Stricter than the truth, so that nobody certifies for want of a table.
 */
export function unreadAnswering(
  tenures: readonly Tenure[],
  { offices, stillEvaluating = [] }: Pick<Staff, 'offices' | 'stillEvaluating'>,
  today: LocalDate,
): Answering {
  const evaluating = offices.filter((one) => one.function === 'evaluation-body').map(({ id }) => id);
  const others = tenures.filter(({ office }) => ![...evaluating, ...stillEvaluating].includes(office));
  return {
    offices: [...new Set(others.map(({ office }) => office))],
    credited: others.flatMap((tenure) => yearsOf(tenure, today)),
  };
}

function yearsOf({ office, from, to }: Tenure, today: LocalDate): readonly Credited[] {
  const [first, last] = [yearOf(from), yearOf(to === null || to > today ? today : to)];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return years.map((year) => ({ office, from: `${year}-01-01`, to: `${year}-12-31` }));
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
