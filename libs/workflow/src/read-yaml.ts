import { LineCounter, parseDocument } from 'yaml';
import { badAlias, tooDeep } from './aliases.js';
import { formMistake, START } from './form-mistake.js';
import { valueAt } from './form-mistakes.js';
import { keysAt } from './grammar.js';
import type { Mistake, Path } from './mistake.js';
import { takeOddities } from './oddities.js';
import { Places } from './places.js';
import { sameKeys } from './same-keys.js';
import { whyUnreadable } from './unreadable.js';

/** What YAML says, or why it cannot be read. */
export type YamlReading =
  | {
      readonly content: object;
      readonly places: Places;
      /** What is wrong with it as YAML, where the rest can be read all the same. */
      readonly mistakes: readonly Mistake[];
      readonly unread: Unread;
    }
  | { readonly content: null; readonly mistakes: readonly Mistake[] };

/** What was not read for that. */
export interface Unread {
  /** What is missing, and may not be. */
  readonly parts: readonly Path[];
  readonly values: readonly Path[];
}

/** @param text  with the line ends of today */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // else `%YAML 1.1` would make other values of the same words
    schema: 'core',
    // each against all others before it: `sameKeys` finds them
    uniqueKeys: false,
  });
  const places = new Places(document, lines);
  // what comes after the first follows from it
  const broken = document.errors[0];
  if (broken?.code === 'MULTIPLE_DOCS') {
    return unreadable([formMistake('file/several-documents', [], {}, places.at(broken.pos[0]))]);
  }
  if (broken !== undefined) {
    const { reason, at } = whyUnreadable(document, text, broken);
    return unreadable([formMistake('file/not-yaml', [], { parser: reason }, places.at(at))]);
  }
  const deep = tooDeep(document);
  if (deep !== null) return unreadable([formMistake('file/not-yaml', [], { parser: 'TOO_DEEP' }, places.at(deep))]);
  const same = sameKeys(document);
  const odd = takeOddities(document);
  const mistakes = [
    ...same.map(({ key, path, at, first }) =>
      formMistake('file/same-key', path, { key, first: places.at(first).line }, places.at(at)),
    ),
    ...odd.map(({ code, at, path, written }) => formMistake(code, path, { written }, places.at(at))),
  ];

  const alias = badAlias(document);
  if (alias !== null) {
    const { reason, source, at } = alias;
    // it may have been named in what was taken out
    if (reason === 'UNKNOWN_ALIAS' && odd.length > 0) return unreadable(mistakes);
    return unreadable([
      ...mistakes,
      formMistake('file/not-yaml', [], { parser: reason, alias: source }, places.at(at)),
    ]);
  }
  // how much they recall was counted
  const content: unknown = document.toJS({ maxAliasCount: -1 });
  if (odd.some(({ of, path }) => of === 'value' && path.length === 0)) return unreadable(mistakes);
  if (content === null) return unreadable([...mistakes, formMistake('file/nothing', [], {}, START)]);
  if (typeof content !== 'object' || Array.isArray(content)) {
    const facts = { written: beginningOf(text), known: keysAt([], {}).join(', ') };
    return unreadable([...mistakes, formMistake('file/not-keys', [], facts, places.of([]))]);
  }
  const pathsOf = (part: 'key' | 'value') => odd.filter(({ of }) => of === part).map(({ path }) => path);
  // an odd key may have been any of those that are missing, and what stood under one that comes again may have had them
  const missing = [...pathsOf('key'), ...same.map(({ path }) => path)].flatMap((path) =>
    keysAt(path, content)
      .map((key) => [...path, key])
      .filter((place) => valueAt(content, place) === undefined),
  );
  const unread = { parts: missing, values: pathsOf('value') };
  return { content, places, mistakes, unread };
}

function unreadable(mistakes: readonly Mistake[]): YamlReading {
  return { content: null, mistakes };
}

function beginningOf(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  return first.length > 60 ? `${first.slice(0, 60)}…` : first;
}
