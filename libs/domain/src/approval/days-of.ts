import { romeDayOf } from '../calendar/rome.js';
import type { LocalDate } from '../values.js';
import type { Opening, Vote } from './approval.js';

/** The day of what opened a step; null: the log does not say. */
export function openedOn({ since, on }: Pick<Opening, 'since' | 'on'>): LocalDate | null {
  return on ?? (since === null ? null : romeDayOf(since));
}

/** As the vote says, or with the act that it cites, or on the day of its recording. */
export function dayOf({ on, act, at }: Vote): LocalDate {
  return on ?? act?.date ?? romeDayOf(at);
}

/** The day of the last of these votes; undefined: there is none. */
export function lastOf(votes: readonly Vote[]): LocalDate | undefined {
  return votes.map(dayOf).toSorted().at(-1);
}

/** The day on which the votes passed a step, where it is another than that of the recording: the last of theirs. */
export function passedLate({ votes, silentAt }: Opening, at: string | null): LocalDate | undefined {
  if (at === null || silentAt !== undefined) return undefined;
  const last = lastOf(votes);
  return last === undefined || last === romeDayOf(at) ? undefined : last;
}
