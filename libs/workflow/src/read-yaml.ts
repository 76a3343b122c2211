import { badAlias, tooDeep } from './aliases.js';
import { readAround } from './broken-lines.js';
import { formMistake, START } from './form-mistake.js';
import { valueAt } from './form-mistakes.js';
import { keysAt } from './grammar.js';
import type { Mistake, Path } from './mistake.js';
import { takeOddities } from './oddities.js';
import { Places } from './places.js';
import { sameKeys } from './same-keys.js';

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
  const { document, lines, broken, unread: unreadValues } = readAround(text);
  const places = new Places(document, lines);
  const noYaml = broken.map(({ reason, at }) =>
    reason === 'MULTIPLE_DOCS'
      ? formMistake('file/several-documents', [], {}, places.at(at))
      : formMistake('file/not-yaml', [], { parser: reason }, places.at(at)),
  );
  if (unreadValues === null) return unreadable(noYaml);
  const deep = tooDeep(document);
  if (deep !== null)
    return unreadable([...noYaml, formMistake('file/not-yaml', [], { parser: 'TOO_DEEP' }, places.at(deep))]);
  const same = sameKeys(document);
  const odd = takeOddities(document);
  const mistakes = [
    ...noYaml,
    ...same.map(({ key, path, at, first }) =>
      formMistake('file/same-key', path, { key, first: places.at(first).line }, places.at(at)),
    ),
    ...odd.map(({ code, at, path, written }) => formMistake(code, path, { written }, places.at(at))),
  ];

  const alias = badAlias(document);
  if (alias !== null) {
    const { reason, source, at } = alias;
    // it may have been named in what was taken out
    if (reason === 'UNKNOWN_ALIAS' && odd.length + broken.length > 0) return unreadable(mistakes);
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
  const unread = { parts: missing, values: [...unreadValues, ...pathsOf('value')] };
  return { content, places, mistakes, unread };
}

function unreadable(mistakes: readonly Mistake[]): YamlReading {
  return { content: null, mistakes };
}

function beginningOf(text: string): string {
  const first = text.trim().split('\n')[0] ?? '';
  return first.length > 60 ? `${first.slice(0, 60)}…` : first;
}
