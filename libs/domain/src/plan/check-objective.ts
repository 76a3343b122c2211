import { requireDate } from '../calendar/civil.js';
import { parseHundredths, POSITIVE } from '../decimal.js';
import type { Deadline } from '../deadline/deadline.js';
import { LONGEST_GRACE_DAYS } from '../deadline/due-day.js';
import { firstOn, instancesOf } from '../deadline/instances.js';
import { Refused } from '../refused.js';
import { requireText, requireUnique } from '../text.js';
import type { LocalDate } from '../values.js';
import type { PlannedObjective } from './document.js';

/** Ten years: more than any plan, and few enough instances to be reckoned at once. */
const LONGEST_RECURRENCE_YEARS = 10;

/**
 * What must hold of an objective before anything can be built on it, alone or within its plan.
 *
 * @throws Refused `objective/no-shares`, `objective/unknown-share`, or one of the codes `value/…`
 */
export function checkObjective(objective: PlannedObjective): void {
  requireText(objective.id, 'objective.id');
  requireText(objective.title, 'objective.title');
  const shareIds = objective.shares.map(({ id }) => id);
  if (shareIds.length === 0) throw new Refused('objective/no-shares', { objective: objective.id });
  requireUnique(shareIds, 'share.id');
  for (const { weight } of objective.shares) if (weight !== null) parseHundredths(weight, 'weight', POSITIVE);

  const indicators = objective.indicators.map(({ id }) => id);
  requireUnique(indicators, 'indicator.id');
  for (const indicator of objective.indicators) {
    requireKnownShares(indicator.shareIds, shareIds);
    if (indicator.target !== null) parseHundredths(indicator.target.value, 'target.value');
  }

  const deadlines = objective.deadlines.map(({ id }) => id);
  requireUnique(deadlines, 'deadline.id');
  for (const deadline of objective.deadlines) {
    requireKnownShares(deadline.shareIds, shareIds);
    checkDeadline(deadline);
  }
  for (const { date } of objective.acts) if (date !== null) requireDate(date, 'act.date');
}

function requireKnownShares(named: readonly string[], known: readonly string[]): void {
  requireUnique(named, 'shareIds');
  const unknown = named.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new Refused('objective/unknown-share', { share: unknown });
}

function checkDeadline(deadline: Deadline): void {
  switch (deadline.kind) {
    case 'fixed':
    case 'horizon':
      return requireDate(deadline.on, 'deadline.on');
    case 'as-of':
      requireGrace(deadline.graceDays);
      requireDate(deadline.asOf, 'deadline.asOf');
      if (deadline.dueOn !== undefined) requireDate(deadline.dueOn, 'deadline.dueOn');
      return;
    case 'start':
      requireDate(deadline.from, 'deadline.from');
      if (deadline.until !== null) requirePeriod(deadline.from, deadline.until);
      return;
    case 'recurring':
      requirePeriod(deadline.from, deadline.until);
      requireWithin(deadline.until, yearsLater(deadline.from, LONGEST_RECURRENCE_YEARS));
      if (deadline.day !== undefined) requireDayOfPeriod(deadline, deadline.day);
      return;
    default:
      return; // relative and after carry words, not dates
  }
}

function requireGrace(value: number): void {
  if (Number.isSafeInteger(value) && value >= 0 && value <= LONGEST_GRACE_DAYS) return;
  throw new Refused('value/out-of-range', { field: 'deadline.graceDays', value, min: 0, max: LONGEST_GRACE_DAYS });
}

/** Of a series that falls due on one day of each week or month, at least one has to be among its days. */
function requireDayOfPeriod(deadline: Extract<Deadline, { readonly kind: 'recurring' }>, value: number): void {
  const max = deadline.every === 'week' ? 7 : 31;
  if (!Number.isSafeInteger(value) || value < 1 || value > max)
    throw new Refused('value/out-of-range', { field: 'deadline.day', value, min: 1, max });
  if (instancesOf(deadline).length > 0) return;
  const { from, until } = deadline;
  throw new Refused('value/out-of-range', {
    field: 'deadline.until',
    value: until,
    min: firstOn(value, deadline.every, from),
  });
}

function requirePeriod(from: LocalDate, until: LocalDate): void {
  requireDate(from, 'deadline.from');
  requireDate(until, 'deadline.until');
  if (until < from) throw new Refused('value/out-of-range', { field: 'deadline.until', value: until, min: from });
}

function requireWithin(until: LocalDate, latest: LocalDate): void {
  if (until > latest) throw new Refused('value/out-of-range', { field: 'deadline.until', value: until, max: latest });
}

/** Only compared with: a 29 February ten years later need not exist. */
function yearsLater(date: LocalDate, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}
