import { isAlias, isCollection, isScalar, visit, type Document } from 'yaml';

/** Why a file is no YAML: what the parser calls it, or what the line itself shows. */
export interface Unreadable {
  readonly reason: string;
  /** Where it begins: of what does not close, where it opens. */
  readonly at: number;
}

interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** Signs that look like a blank, or like nothing. */
export const INVISIBLE = /[\u00a0\u00ad\u2007\u200b-\u200f\u202f\u2060\ufeff]/gu;

/** The first reason of a document that cannot be read, as one would tell it to whoever wrote it. */
export function whyUnreadable(document: Document, text: string, { code, message, pos: [at] }: ParserError): Unreadable {
  if (message.startsWith('Missing closing')) return { reason: 'UNCLOSED_QUOTE', at: quoteOpenAt(document, at) ?? at };
  const bracket = message.startsWith('Flow ') ? bracketOpenAt(document, at) : null;
  if (bracket !== null) return { reason: 'UNCLOSED_BRACKET', at: bracket };
  const line = lineAt(text, at).replace(/(?:^|\s)#.*$/, '');
  return { reason: reasonOf(code, line), at };
}

function reasonOf(code: string, line: string): string {
  if (line.search(INVISIBLE) >= 0) return 'INVISIBLE_SIGN';
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      if (/^\s*(?:- )*["'$\w-]+:\S/.test(line)) return 'NO_BLANK';
      return line.includes(':') ? code : 'NO_COLON';
    case 'BLOCK_IN_FLOW':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return line.split(/:(?=\s|$)/).length > 2 ? 'SEVERAL_COLONS' : 'NEXT_LINE_DEEPER';
    case 'UNEXPECTED_TOKEN':
      if (/'[^']*'\w/.test(line)) return 'APOSTROPHE';
      return isBalanced(line) ? code : 'BRACKETS';
    case 'MISSING_CHAR':
      // a line of a list that stands further left than the item that it belongs to
      return /["'[\]{}]/.test(line) ? code : 'BAD_INDENT';
    default:
      return code;
  }
}

function lineAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1).split('\n', 1)[0] ?? '';
}

function isBalanced(line: string): boolean {
  const count = (sign: string) => line.split(sign).length;
  return count('[') === count(']') && count('{') === count('}');
}

function quoteOpenAt(document: Document, at: number): number | null {
  let opened: number | null = null;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range != null && range[0] < at && at <= range[2]) opened = range[0];
    },
  });
  return opened;
}

/** Of the innermost list or keys in brackets that go on to there. */
function bracketOpenAt(document: Document, at: number): number | null {
  let opened: number | null = null;
  visit(document, {
    Collection(_, { flow, range }) {
      if (flow === true && range != null && range[0] <= at && at <= range[2]) opened = range[0];
    },
  });
  return opened;
}

/** What YAML has for a key beside a word, and for a value beside what it says: none of it is read. */
export function oddities(document: Document) {
  const found: { readonly code: OddityCode; readonly at: number; readonly written: string }[] = [];
  const note = (code: OddityCode, node: unknown, written = '') =>
    found.push({ code, at: rangeOf(node)?.[0] ?? 0, written });
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === '<<') note('file/merge-key', key);
      else if (isCollection(key)) note('file/not-a-key', key);
      else if (key === null || (isScalar(key) && key.value === null)) note('file/no-key', rangeOf(key) ? key : value);
      else if (!isScalar(key)) note('file/alias-as-key', key, isAlias(key) ? `*${key.source}` : '');
    },
    Node(_, { tag, ...node }) {
      if (tag !== undefined && !PLAIN_TAGS.has(tag)) note('file/tag', node, tag.replace('tag:yaml.org,2002:', '!!'));
    },
  });
  return found;
}

export type OddityCode = 'file/merge-key' | 'file/not-a-key' | 'file/no-key' | 'file/alias-as-key' | 'file/tag';

/** They say what YAML sees anyway. */
const PLAIN_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

function rangeOf(node: unknown): readonly number[] | null {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : null;
  return Array.isArray(range) ? (range as number[]) : null;
}
