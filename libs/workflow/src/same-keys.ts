import { isScalar, visit, type Document } from 'yaml';
import type { Path } from './mistake.js';
import { pathOf } from './oddities.js';

/** A key that stands there already. */
export interface SameKey {
  readonly key: string;
  readonly path: Path;
  readonly at: number;
  /** Where the first one begins. */
  readonly first: number;
}

/** Of keys with one name the last is read. */
export function sameKeys(document: Document): readonly SameKey[] {
  const found: SameKey[] = [];
  visit(document, {
    Map(_, keys, ancestors) {
      const seen = new Map<string, number>();
      for (const { key } of keys.items) {
        if (!isScalar(key)) continue;
        const [name, at] = [String(key.value), key.range?.[0] ?? 0];
        const first = seen.get(name);
        if (first === undefined) seen.set(name, at);
        else found.push({ key: name, path: [...pathOf([...ancestors, keys]), name], at, first });
      }
    },
  });
  return found;
}
