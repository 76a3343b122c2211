import { revisionOf, revisionText } from '../log/revision.js';
import { WHOLE_LOG } from '../log/whole-log.js';

/** A place as clients and checkpoints have it: `42` in a stream, `C:42/P:42` in the whole log. */
export function placeText(source: string, place: number): string {
  return source === WHOLE_LOG ? `C:${place}/P:${place}` : revisionText(place);
}

/** @returns undefined for what is none */
export function placeIn(source: string, text: string): number | undefined {
  const digits = source === WHOLE_LOG ? /^C:(\d{1,19})\/P:\d{1,19}$/.exec(text)?.[1] : /^\d{1,19}$/.exec(text)?.[0];
  return digits === undefined ? undefined : revisionOf(digits);
}
