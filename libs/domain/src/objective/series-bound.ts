import type { LocalDate } from '../values.js';
import type { DeadlineStanding, ShareState } from './state.js';

type Occasion = Pick<DeadlineStanding, 'dueOn' | 'every'>;

/** Whether an occasion binds: of a series none of before the plan that has it, or, where that is not known, before somebody answered for the share. */
export function isOwedFrom(seriesFrom: LocalDate | undefined) {
  return ({ dueOn, every }: Occasion): boolean => every === null || seriesFrom === undefined || dueOn >= seriesFrom;
}

/**
 * The first day of a series, told where the plan has occasions of before: the first assignment says it, and what varies the share. Whoever
 * assigns late frees nobody of what the plan has owed since it was approved.
 */
export function seriesBound(
  { holders, deadlines }: ShareState,
  from: LocalDate,
  approvedOn: LocalDate = from,
): { readonly seriesFrom?: LocalDate } {
  const seriesFrom = approvedOn < from ? approvedOn : from;
  const isFirst = holders.length === 0;
  return isFirst && !deadlines.every(isOwedFrom(seriesFrom)) ? { seriesFrom } : {};
}

/** The share from its first assignment on. */
export function boundFrom(share: ShareState, seriesFrom: LocalDate | undefined): ShareState {
  if (seriesFrom === undefined) return share;
  return { ...share, seriesFrom, deadlines: share.deadlines.filter(isOwedFrom(seriesFrom)) };
}
