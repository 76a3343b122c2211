import type { Decider } from '../decider.js';
import type { LocalDate } from '../values.js';

/** The last day of each kind of fact of a stream, as far as its log says. */
export type Days = Readonly<Record<string, LocalDate>>;

export interface WithDays {
  /** Absent: no day is known. */
  readonly days?: Days;
}

/**
 * Rules whose state knows on which days the facts happened that later ones rest on: an event need not repeat the day that it
 * is recorded with. Marked `@__PURE__` where it is called: pages that use other parts of this library do not load the rules.
 *
 * @param keysOf  under which names the day of an event is kept; none: nothing rests on it
 */
export function knowingDays<State extends WithDays, Command, Event>(
  decider: Decider<State, Command, Event>,
  keysOf: (event: Event) => readonly string[],
): Decider<State, Command, Event> {
  return {
    ...decider,
    evolve(state, event, on, by) {
      const after = decider.evolve(state, event, on, by);
      const { days } = state;
      const keys = on === undefined ? [] : keysOf(event);
      if (keys.length === 0) return days === after.days ? after : { ...after, ...(days && { days }) };
      return { ...after, days: { ...days, ...Object.fromEntries(keys.map((key) => [key, later(days?.[key], on)])) } };
    },
  };
}

function later(known: LocalDate | undefined, on: LocalDate | undefined): LocalDate {
  return known === undefined || (on !== undefined && on > known) ? (on ?? '') : known;
}
