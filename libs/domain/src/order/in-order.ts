import { requireDate } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import type { Decider } from '../decider.js';
import { Refused } from '../refused.js';
import { compareText } from '../text.js';
import type { ActReference, Actor, Instant, LocalDate } from '../values.js';
import type { Needed } from './needed.js';

/** As much of a command as says on which day it happened. */
export interface Dated {
  readonly type: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly act?: ActReference | null;
  /** What is done to an approval may cite an act, too. */
  readonly deed?: object;
}

/** A day that is told of something, and where. */
export interface DayTold {
  readonly field: 'occurredOn' | 'act.date' | 'day';
  readonly on: LocalDate;
}

/** The day that is told: as said, or that of the act by which it is done. Null: it happens as it is recorded. */
export function dayTold(command: Dated, occurredOn?: LocalDate): DayTold | null {
  if (occurredOn !== undefined) return { field: 'occurredOn', on: occurredOn };
  const on = citedOn(command);
  return on === null ? null : { field: 'act.date', on };
}

/** To take note of an act is not to act by it. */
function citedOn({ type, act, deed, at }: Dated): LocalDate | null {
  const inDeed = deed === undefined ? null : (deed as Pick<Dated, 'act'>).act;
  const date = type.startsWith('act.') ? null : ((act ?? inDeed)?.date ?? null);
  return date === null || date > romeDayOf(at) ? null : date;
}

/**
 * What the rules make of a command, if nothing that it tells precedes what it rests on. What the system carries over from a
 * decision is of no day of its own.
 *
 * @param occurredOn  the day on which it happened, where it is recorded later
 * @throws Refused as `decide`, `value/before-its-fact`, `objective/before-its-fact`, `value/not-a-date`
 */
export function decideInOrder<State, Command extends Dated, Event>(
  decider: Pick<Decider<State, Command, Event>, 'decide' | 'restsOn'>,
  command: Command,
  state: State,
  occurredOn?: LocalDate,
): readonly Event[] {
  const events = decider.decide(command, state);
  if (events.length === 0 || command.by.id === 'system') return events;
  const told = dayTold(command, occurredOn);
  if (told !== null) requireAfter(told, decider.restsOn?.(command, state) ?? []);
  return events;
}

/** @throws Refused `value/before-its-fact`, of a share `objective/before-its-fact`, `value/not-a-date` */
export function requireAfter({ field, on }: DayTold, needed: readonly Needed[]): void {
  requireDate(on, field);
  const [last] = needed.toSorted((a, b) => compareText(b.on, a.on));
  if (last === undefined || on >= last.on) return;
  const told = { needs: last.fact, value: on, min: last.on };
  if (last.share === undefined) throw new Refused('value/before-its-fact', { field, ...told });
  throw new Refused('objective/before-its-fact', { field, share: last.share, ...told });
}
