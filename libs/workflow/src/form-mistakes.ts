import { nearest } from '#domain';
import type { z } from 'zod';
import { oneLine } from './file-schema.js';
import { keysAt } from './grammar.js';
import type { FormMistakeCode, Path } from './mistake.js';
import { INVISIBLE } from './unreadable.js';

/** A mistake of form, with what its sentence tells. */
export interface FormMistake {
  readonly code: FormMistakeCode;
  readonly path: Path;
  readonly facts: Readonly<Record<string, string | number>>;
}

type Issue = z.core.$ZodIssue;

/** What the schema found wrong, in our own terms. */
export function formMistakes(issues: readonly Issue[], content: unknown): readonly FormMistake[] {
  const placed = issues.map((issue) => ({
    issue,
    path: issue.path.map((part) => (typeof part === 'symbol' ? '' : part)),
  }));
  const unknown = new Map(
    placed.flatMap(({ issue, path }) =>
      issue.code === 'unrecognized_keys' ? [[path.join('\n'), issue.keys] as const] : [],
    ),
  );
  const there = new Map<string, Issue[]>();
  for (const { issue, path } of placed) {
    const place = path.join('\n');
    there.set(place, there.get(place) ?? []);
    there.get(place)?.push(issue);
  }
  return placed
    .filter(({ issue, path }) => issue.code !== 'custom' || !unknown.has(path.join('\n')))
    .filter(({ issue, path }) => !isLooser(issue, there.get(path.join('\n')) ?? []))
    .filter(({ issue, path }) => !isMisspelt(issue, path, unknown, content))
    .flatMap(({ issue, path }) => mistakesOf(issue, path, valueAt(content, path), content));
}

/** Whether a value that is too big is told to be so already, by a nearer limit; or what is of another kind, not to be empty. */
function isLooser(issue: Issue, there: readonly Issue[]): boolean {
  if (issue.code === 'too_small') return there.some(({ code }) => code === 'invalid_type');
  return issue.code === 'too_big' && there.some((other) => other.code === 'too_big' && other.maximum < issue.maximum);
}

/** Whether what is missing stands there, written otherwise: that is told already, with the right name. */
function isMisspelt(
  { code }: Issue,
  path: Path,
  unknown: ReadonlyMap<string, readonly string[]>,
  content: unknown,
): boolean {
  if (code === 'unrecognized_keys' || valueAt(content, path) !== undefined) return false;
  const parent = path.slice(0, -1);
  const keys = unknown.get(parent.join('\n')) ?? [];
  return keys.some((key) => nearest(key, keysAt(parent, content)) === path.at(-1));
}

function mistakesOf(issue: Issue, path: Path, value: unknown, content: unknown): readonly FormMistake[] {
  const at = (code: FormMistakeCode, facts: FormMistake['facts'] = {}): FormMistake[] => [{ code, path, facts }];
  // of an entry of a list, what the list is called
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path, content);
    return issue.keys.map((unknown) => ({
      code: 'file/unknown-key' as const,
      path: [...path, unknown],
      facts: { key: inWords(unknown), known: known.join(', '), ...meant(unknown, known) },
    }));
  }
  if (issue.code === 'invalid_key') return at('file/not-an-id', { written: key });
  if (value === undefined) return at('file/missing-key', { key });
  switch (issue.code) {
    case 'invalid_type':
      return at('file/wrong-kind', { key, expected: issue.expected, written: asWritten(value, issue.expected) });
    case 'invalid_value':
      return at('file/unknown-value', chosen(value, issue.values.map(String)));
    case 'invalid_union': {
      const branches = issue.errors;
      // a list that is one of the forms is looked into; of words all that there are can be chosen
      const ofList = branches.find((branch) =>
        branch.every(({ code }) => code !== 'invalid_type' && code !== 'invalid_value'),
      );
      if (Array.isArray(value) && ofList !== undefined) return formMistakes(inside(ofList, path), content);
      const lists = branches.flat().some((inner) => inner.code === 'invalid_type' && inner.expected === 'array');
      const isFormByWord = 'options' in issue;
      return at('file/unknown-value', chosen(value, [...wordsOf(issue), ...(lists && !isFormByWord ? ['[…]'] : [])]));
    }
    case 'invalid_format':
      if (issue.pattern === oneLine.toString()) {
        return at('file/several-lines', { key, written: JSON.stringify(value).slice(1, -1) });
      }
      return at(key === 'cutOff' ? 'file/not-a-month-day' : 'file/not-an-id', { written: inWords(value) });
    case 'too_small':
    case 'too_big': {
      if (issue.code === 'too_small' && issue.origin !== 'number') return at('file/empty', { key });
      const most = issue.code === 'too_big' ? Number(issue.maximum) : 0;
      if (Array.isArray(value)) return at('file/too-many', { key, written: value.length, most });
      if (typeof value === 'string') return at('file/text-too-long', { key, written: value.length, most });
      const limit: FormMistake['facts'] =
        issue.code === 'too_small' ? { least: Number(issue.minimum) } : { most: Number(issue.maximum) };
      return at('file/out-of-range', { key, written: inWords(value), ...limit });
    }
    case 'custom':
      if (issue.params?.['reason'] === 'unseen-sign') return at('file/unseen-sign', { key, written: inWords(value) });
      return at('file/exactly-one', { written: Object.keys(Object(value) as object).join(', ') });
    default:
      return at('file/wrong-kind', { key, expected: issue.code, written: inWords(value) });
  }
}

/** The words of which one was to be written; none where it was something else. */
export function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  if ('options' in issue) return (issue.options ?? []).map(String);
  return issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
}

function inside(issues: readonly Issue[], path: Path): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}

function chosen(value: unknown, options: readonly string[]): FormMistake['facts'] {
  const written = inWords(value);
  return { written, known: options.join(', '), ...meant(written, options) };
}

function meant(written: string, options: readonly string[]): FormMistake['facts'] {
  const near = nearest(written, options);
  return near === null ? {} : { near };
}

/** Of a number in quotes these are what is wrong. */
function asWritten(value: unknown, expected: string): string {
  const isQuoted = typeof value === 'string' && expected === 'number' && value !== '' && !Number.isNaN(Number(value));
  return inWords(isQuoted ? JSON.stringify(value) : value);
}

/** What stands in the file, short. */
function inWords(value: unknown): string {
  // JSON has neither .inf nor .nan
  const text =
    typeof value === 'string' ? plainly(value) : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** With what nobody sees made visible, on one line. */
function plainly(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(INVISIBLE, (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

export function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    content,
  );
}
