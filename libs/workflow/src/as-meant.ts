import { nearest } from '#domain';
import { WorkflowFile } from './file-schema.js';
import { formMistakes, valueAt, type FormMistake } from './form-mistakes.js';
import { keysAt } from './grammar.js';
import type { Path } from './mistake.js';

/** A file with its misspelt keys written right, so that what lies beneath them is looked at too. */
export interface Meant {
  readonly content: unknown;
  /** Of the keys that were. */
  readonly mistakes: readonly FormMistake[];
  /** Where in the file something of `content` stands. */
  pathInFile(path: Path): Path;
}

/** Beyond, what lies beneath the others is looked at another time. */
const MOST_KEYS = 100;

export function asMeant(content: unknown): Meant {
  const meant: unknown = structuredClone(content);
  const written = new Map<string, string>();
  const mistakes: FormMistake[] = [];
  const pathInFile = (path: Path): Path =>
    path.map((part, at) => written.get(JSON.stringify(path.slice(0, at + 1))) ?? part);
  // what lies beneath a key is seen once that is right
  for (let found = misspelt(meant, MOST_KEYS); found.length > 0; found = misspelt(meant, MOST_KEYS - mistakes.length)) {
    for (const { path, key, right, mistake } of found) {
      const place = valueAt(meant, path) as Record<string, unknown>;
      if (place[right] !== undefined) continue;
      mistakes.push({ ...mistake, path: [...pathInFile(path), key] });
      place[right] = place[key];
      Reflect.deleteProperty(place, key);
      written.set(JSON.stringify([...path, right]), key);
    }
  }
  return { content: meant, mistakes, pathInFile };
}

interface Misspelt {
  readonly path: Path;
  readonly key: string;
  readonly right: string;
  readonly mistake: FormMistake;
}

/** The keys that are none, where the one that is probably meant is missing; at most so many. */
function misspelt(content: unknown, most: number): readonly Misspelt[] {
  const read = most > 0 ? WorkflowFile.safeParse(content) : null;
  const found: Misspelt[] = [];
  for (const issue of read?.error?.issues ?? []) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part));
    const known = keysAt(path, content);
    const missing = known.filter((key) => valueAt(content, [...path, key]) === undefined);
    for (const key of issue.keys.slice(0, MOST_KEYS)) {
      const right = nearest(key, known);
      if (right === null || !missing.includes(right)) continue;
      const [mistake] = formMistakes([{ ...issue, keys: [key] }], content);
      if (mistake !== undefined) found.push({ path, key, right, mistake });
      if (found.length >= most) return found;
    }
  }
  return found;
}
