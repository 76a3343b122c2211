import type { Filter } from '../log/filter.js';
import type { Settings } from './settings.js';

/** Where a group begins. */
export interface Start {
  /** As it is told to clients: `0`, `-1` for the end, a revision; `C:0/P:0`, `C:-1/P:-1`, a position. */
  readonly text: string;
  /** What that came to when it was said: the place after which the group's events come. */
  readonly after: number;
}

/** One persistent subscription, as it was created or updated. */
export interface Definition {
  /** A stream, or `$all`. */
  readonly source: string;
  readonly group: string;
  readonly start: Start;
  readonly filter?: Filter;
  readonly settings: Settings;
}

export function keyOf(source: string, group: string): string {
  return `${source}::${group}`;
}
