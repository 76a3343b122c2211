import { nearest } from '#domain';
import type { z } from 'zod';
import { WorkflowFile } from './file-schema.js';
import { valueAt, wordsOf } from './form-mistakes.js';
import { keysAt } from './grammar.js';
import type { Path } from './mistake.js';

/** What can be read of a file with mistakes, so that the rest of it is looked at too. */
export interface Salvaged {
  readonly file: WorkflowFile;
  /** Whether nothing was taken out of a part: else what is missing there proves nothing. */
  isWhole(part: Path): boolean;
  /** Where in the file something of `file` stands. */
  pathInFile(path: Path): Path;
}

/** Beyond, only mistakes of form are told. */
const MOST_REMOVALS = 100;

/**
 * Writes right, or takes out, one after the other, whatever does not fit; null where too little is left.
 *
 * @param unread  parts that are known to lack something
 */
export function salvage(content: unknown, unread: readonly Path[] = []): Salvaged | null {
  const rest: unknown = structuredClone(content);
  const origins = new Map<unknown, number[]>();
  const incomplete: Path[] = [...unread];
  const pathInFile = (path: Path): Path =>
    path.map(
      (part, at) => (typeof part === 'number' ? origins.get(valueAt(rest, path.slice(0, at)))?.[part] : null) ?? part,
    );
  for (let removals = 0; removals <= MOST_REMOVALS; removals++) {
    const read = WorkflowFile.safeParse(rest);
    if (read.success) {
      return {
        file: read.data,
        isWhole: (part) => !incomplete.some((path) => liesIn(path, pathInFile(part))),
        pathInFile,
      };
    }
    const issue = read.error.issues[0];
    if (issue === undefined) return null;
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(path, rest);
      for (const key of issue.keys) {
        incomplete.push(pathInFile([...path, nearest(key, known) ?? key]));
        take(rest, [...path, key], origins);
      }
      continue;
    }
    const word = wordMeant(issue, valueAt(rest, path));
    if (word !== null) {
      replace(rest, path, word);
      continue;
    }
    incomplete.push(pathInFile(path));
    const stoodIn = standIn(rest, path);
    if (stoodIn !== null) {
      incomplete.push(stoodIn);
      continue;
    }
    // first without the key, which may be one that can be left out; then without the item or the part that lacks it
    const removable =
      typeof path.at(-1) === 'string' && valueAt(rest, path) !== undefined
        ? path
        : path.slice(0, lastIndexIn(path) + 1 || -1);
    if (removable.length === 0) return null;
    take(rest, removable, origins);
  }
  return null;
}

/** The word that was probably meant for one that is none. */
function wordMeant(issue: z.core.$ZodIssue, written: unknown): string | null {
  return typeof written === 'string' ? nearest(written, wordsOf(issue)) : null;
}

/** Whether one is the other, or a part of it. */
export function liesIn(a: Path, b: Path): boolean {
  return a.every((step, at) => at >= b.length || b[at] === step);
}

function lastIndexIn(path: Path): number {
  const index = path.findLastIndex((part) => typeof part === 'number');
  return index === -1 && path[0] === 'chains' ? Math.min(path.length - 1, 1) : index;
}

const NAMELESS = { it: '…', en: '…' };

/** What nothing can be read without. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  id: 'x',
  version: 1,
  name: NAMELESS,
  offices: [{ id: 'x' }],
  objective: {
    states: [{ id: 'draft', name: NAMELESS }],
    transitions: [{ verb: 'propose', from: ['draft'], to: 'proposed' }],
  },
  chains: {},
};

/** What an objective's life cannot be read without. */
const VITAL: readonly unknown[] = ['states', 'transitions'];

/** What one cannot be evaluated without: who evaluates is looked at whatever number is wrong. */
const TERMS: Readonly<Record<string, unknown>> = {
  results: 60,
  hearingBelow: 60,
  observations: { workingDays: 1 },
  conciliation: { workingDays: 1 },
};

/**
 * A name that is missing is no reason to leave out what it names, nor a missing part the others.
 *
 * @returns what was replaced; null: nothing was
 */
function standIn(content: unknown, path: Path): Path | null {
  const named = path.findLastIndex((part) => part === 'name');
  if (named > 0) return replace(content, path.slice(0, named + 1), NAMELESS);
  const [part, of] = path;
  if (part === 'evaluations' && typeof of === 'string' && of in TERMS) return replace(content, [part, of], TERMS[of]);
  const whole =
    path.length === 1 || part === 'name' || (part === 'objective' && path.length === 2 && VITAL.includes(of));
  return whole && part !== undefined && part in STAND_INS ? replace(content, [part], STAND_INS[part]) : null;
}

function replace(content: unknown, path: Path, value: unknown): Path | null {
  const parent = valueAt(content, path.slice(0, -1));
  if (typeof parent !== 'object' || parent === null) return null;
  (parent as Record<string, unknown>)[String(path.at(-1))] = structuredClone(value);
  return path;
}

function take(content: unknown, path: Path, origins: Map<unknown, number[]>): void {
  const parent = valueAt(content, path.slice(0, -1));
  const last = path.at(-1);
  if (Array.isArray(parent)) {
    const indexes = origins.get(parent) ?? parent.map((_, index) => index);
    origins.set(parent, indexes.toSpliced(Number(last), 1));
    parent.splice(Number(last), 1);
  } else if (typeof parent === 'object' && parent !== null && last !== undefined) Reflect.deleteProperty(parent, last);
}
