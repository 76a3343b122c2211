import { Refused } from './refused.js';

/** @throws Refused `value/text-missing` when nothing but blanks was written in a field that needs words */
export function requireText(text: string, field: string): void {
  if (isBlank(text)) throw new Refused('value/text-missing', { field });
}

/** Blanks, marks without width, and letters that fill a place and show nothing. */
const NOTHING_SEEN = /^[\s\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** Whether nobody would see anything written. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || NOTHING_SEEN.test(text);
}

/** @throws Refused `value/not-unique` naming the first id that comes twice */
export function requireUnique(ids: readonly string[], field: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Refused('value/not-unique', { field, value: id });
    seen.add(id);
  }
}

/** Order by code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
