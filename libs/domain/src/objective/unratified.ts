import { addDays } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import type { InstanceRef } from './late.js';
import type { Rest, ShareMoves } from './moves.js';
import { dueAfter } from './rested-days.js';
import type { DeadlineStanding } from './state.js';

/** A rest that is over and that no act has ratified: its days stand as they were told, and the act is owed. */
export interface UnratifiedRest {
  readonly from: LocalDate;
  /** Its last day; the first where work went on that day. */
  readonly to: LocalDate;
  readonly days: number;
  /** What falls due later by it, and when. */
  readonly moved: readonly (InstanceRef & { readonly dueOn: LocalDate })[];
}

type Due = Pick<DeadlineStanding, 'deadlineId' | 'instance' | 'dueOn' | 'fixedOn'>;

/** The rests of a share for which an act is owed, oldest first. */
export function unratifiedRests(
  { rests }: Pick<ShareMoves, 'rests'>,
  deadlines: readonly Due[],
): readonly UnratifiedRest[] {
  return rests
    .filter(({ act }) => act === null)
    .map((rest) => ({
      from: rest.from,
      to: rest.days > 0 ? addDays(rest.resumedOn, -1) : rest.from,
      days: rest.days,
      moved: movedBy(rest, rests, deadlines),
    }));
}

function movedBy(rest: Rest, rests: readonly Rest[], deadlines: readonly Due[]): UnratifiedRest['moved'] {
  const others = rests.filter((other) => other !== rest);
  return deadlines
    .filter((due) => due.dueOn >= rest.resumedOn && due.dueOn > dueAfter(others, due))
    .map(({ deadlineId, instance, dueOn }) => ({ deadlineId, instance, dueOn }));
}
