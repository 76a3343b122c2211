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
  for (let keys = 0; keys < MOST_KEYS; keys++) {
    const found = misspelt(meant);
    if (found === null) break;
    const { path, key, right, mistake } = found;
    mistakes.push({ ...mistake, path: [...pathInFile(path), key] });
    const place = valueAt(meant, path) as Record<string, unknown>;
    place[right] = place[key];
    Reflect.deleteProperty(place, key);
    written.set(JSON.stringify([...path, right]), key);
  }
  return { content: meant, mistakes, pathInFile };
}

/** The first key that is none, where the one that is probably meant is missing. */
function misspelt(content: unknown) {
  const read = WorkflowFile.safeParse(content);
  for (const issue of read.success ? [] : read.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path.map((part) => (typeof part === 'symbol' ? '' : part));
    const known = keysAt(path, content);
    for (const key of issue.keys) {
      const right = nearest(key, known);
      if (right === null || valueAt(content, [...path, right]) !== undefined) continue;
      const [mistake] = formMistakes([{ ...issue, keys: [key] }], content);
      if (mistake !== undefined) return { path, key, right, mistake };
    }
  }
  return null;
}
