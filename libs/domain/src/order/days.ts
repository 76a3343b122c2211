import type { Decider } from '../decider.js';
import type { LocalDate } from '../values.js';

/** The last day of each kind of fact of a stream, as far as its log says. */
export type Days = Readonly<Record<string, LocalDate>>;

/** Nothing is told otherwise. */
export const NOTHING: Days = {};

export interface WithDays {
  /** Absent: no day is known. */
  readonly days?: Days;
}

/**
 * Rules whose state knows on which days the facts happened that later ones rest on: an event need not repeat the day that it
 * is recorded with. Marked `@__PURE__` where it is called: pages that use other parts of this library do not load the rules.
 *
 * @param keysOf     under which names the day of an event is kept; none: nothing rests on it
 * @param corrected  the days that an event tells otherwise than the log did before
 */
export function knowingDays<State extends WithDays, Command, Event>(
  decider: Decider<State, Command, Event>,
  keysOf: (event: Event, after: State) => readonly string[],
  corrected: (event: Event, after: State) => Days = () => NOTHING,
): Decider<State, Command, Event> {
  return {
    ...decider,
    evolve(state, event, on, by) {
      const after = decider.evolve(state, event, on, by);
      const { days } = state;
      const keys = on === undefined ? [] : keysOf(event, after);
      const otherwise = corrected(event, after);
      if (keys.length === 0 && otherwise === NOTHING)
        return days === after.days ? after : { ...after, ...(days && { days }) };
      const told = Object.fromEntries(keys.map((key) => [key, later(days?.[key], on)]));
      return { ...after, days: { ...days, ...told, ...otherwise } };
    },
  };
}

function later(known: LocalDate | undefined, on: LocalDate | undefined): LocalDate {
  return known === undefined || (on !== undefined && on > known) ? (on ?? '') : known;
}
