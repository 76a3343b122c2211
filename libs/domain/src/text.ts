import { Refused } from './refused.js';

/** @throws Refused `value/text-missing` when nothing but blanks was written in a field that needs words */
export function requireText(text: string, field: string): void {
  if (text.trim() === '') throw new Refused('value/text-missing', { field });
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
