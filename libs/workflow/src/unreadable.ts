import { visit, type Document } from 'yaml';

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

/** Signs that look like a blank or like nothing, or that turn the writing round. */
export const INVISIBLE = /[\u00a0\u115f\u1160\u2007\u202f\u2800\u3164\uffa0\p{Cf}]/gu;

/** The first reason of a document that cannot be read, as one would tell it to whoever wrote it. */
export function whyUnreadable(document: Document, text: string, { code, message, pos: [at] }: ParserError): Unreadable {
  const conflict = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
  if (conflict !== null) return { reason: 'MERGE_CONFLICT', at: conflict.index };
  if (message.startsWith('Missing closing')) return { reason: 'UNCLOSED_QUOTE', at: quoteOpenAt(document, at) ?? at };
  const bracket = message.startsWith('Flow ') ? bracketOpenAt(document, at) : null;
  if (bracket !== null) return { reason: 'UNCLOSED_BRACKET', at: bracket };
  const line = lineAt(text, at).replace(/(?:^|\s)#.*$/, '');
  const reason = reasonOf(code, line);
  return { reason: reason === code && message.endsWith('at node end') ? 'MORE_AFTER' : reason, at };
}

function reasonOf(code: string, line: string): string {
  if (line.search(INVISIBLE) >= 0) return 'INVISIBLE_SIGN';
  switch (code) {
    case 'RESOURCE_EXHAUSTION':
      return 'TOO_DEEP';
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
