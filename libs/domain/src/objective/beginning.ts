import type { Deadline } from '../deadline/deadline.js';
import { Refused } from '../refused.js';
import type { LocalDate } from '../values.js';
import type { ObjectiveCommand } from './messages.js';
import type { ObjectiveState } from './state.js';

/** What prepares an objective may precede its year: it is proposed, given to somebody, and they take note of it. */
const PREPARING: readonly ObjectiveCommand['type'][] = [
  'objective.define',
  'objective.redefine',
  'objective.withdraw',
  'objective.propose',
  'objective.return-proposal',
  'objective.withdraw-proposal',
  'objective.validate',
  'objective.assign',
  'objective.acknowledge',
];

/**
 * The first day on which something that a command tells can have happened; null: any.
 *
 * @see `Decider.since`
 */
export function since(command: ObjectiveCommand, state: ObjectiveState): LocalDate | null {
  // what was decided elsewhere is carried over, whatever day its act is of
  if (command.by.id === 'system' || PREPARING.includes(command.type)) return null;
  return command.type === 'approval.act' && command.subject === 'objective' ? null : firstDayOf(state);
}

/** @throws Refused `objective/occurred-before-year` */
export function requireBegun(state: ObjectiveState, day: LocalDate, field: string): void {
  const from = firstDayOf(state);
  if (from !== null && day < from) throw new Refused('objective/occurred-before-year', { field, value: day, from });
}

/** By which a plan is called; where it is called otherwise, that of its last day. */
export function yearOf(planId: string | null, horizon: LocalDate | null): string | undefined {
  return /(?:^|-)(\d{4})$/.exec(planId ?? '')?.[1] ?? horizon?.slice(0, 4);
}

/** Of the plan's year, by which the plan is called; of what it says begins before that, the day on which that begins. */
function firstDayOf({ planId, horizon, objective }: ObjectiveState): LocalDate | null {
  const year = yearOf(planId, horizon);
  if (year === undefined) return null;
  let first: LocalDate = `${year}-01-01`;
  for (const deadline of objective?.deadlines ?? []) {
    const named = dayIn(deadline);
    if (named !== null && named < first) first = named;
  }
  return first;
}

function dayIn(deadline: Deadline): LocalDate | null {
  switch (deadline.kind) {
    case 'fixed':
    case 'horizon':
      return deadline.on;
    case 'as-of':
      return deadline.asOf;
    case 'start':
    case 'recurring':
      return deadline.from;
    case 'relative':
    case 'after':
      return null;
  }
}
