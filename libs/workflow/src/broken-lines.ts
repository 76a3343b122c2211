import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Path } from './mistake.js';
import { pathOf } from './oddities.js';
import { whyUnreadable, type Unreadable } from './unreadable.js';

/** A text read round the lines of it that are no YAML. */
export interface ReadAround {
  /** Its places are those of the text. */
  readonly document: Document;
  readonly lines: LineCounter;
  readonly broken: readonly Unreadable[];
  /** The values that were not read; null: the rest cannot be told by what is left. */
  readonly unread: readonly Path[] | null;
}

/** Beyond, it is no workflow. */
const MOST_BROKEN = 12;

/** What ends where nobody knows hides what comes after it. */
const UNCLOSED: readonly string[] = ['UNCLOSED_QUOTE', 'UNCLOSED_BRACKET'];

/** Whose remedy may change every line. */
const OF_THE_WHOLE: readonly string[] = ['MERGE_CONFLICT', 'MULTIPLE_DOCS', 'TOO_DEEP'];

/** Puts another value in the place of each that cannot be read, as long as what is told next does not follow from that. */
export function readAround(written: string): ReadAround {
  const broken: Unreadable[] = [];
  const standIns: number[] = [];
  let text = written;
  let read = parsed(text);
  let genuine = placesOf(read.document);
  for (;;) {
    const { document, lines } = read;
    const error = document.errors.find(({ code, pos }) => genuine.has(`${code}@${pos[0]}`));
    if (error === undefined) {
      const paths = standIns.map((at) => valueAt(document, at));
      const isWhole = document.errors.length === 0 && paths.every((path) => path !== null);
      return { document, lines, broken, unread: isWhole ? paths : null };
    }
    const found =
      error.code === 'MULTIPLE_DOCS' ? { reason: error.code, at: error.pos[0] } : whyUnreadable(document, text, error);
    broken.push(found);
    const without = withStandIn(text, found.at);
    const around = parsed(without.text);
    const ends = OF_THE_WHOLE.includes(found.reason) || broken.length === MOST_BROKEN;
    if (ends || around.document.errors.some(({ pos }) => isNear(lines, found.at, pos[0])))
      return { document, lines, broken, unread: null };
    if (UNCLOSED.includes(found.reason)) genuine = placesOf(around.document);
    standIns.push(without.at);
    ({ text } = without);
    read = around;
  }
}

function parsed(text: string) {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // else `%YAML 1.1` would make other values of the same words
    schema: 'core',
    // each against all others before it: `sameKeys` finds them
    uniqueKeys: false,
  });
  return { document, lines };
}

function placesOf({ errors }: Document): ReadonlySet<string> {
  return new Set(errors.map(({ code, pos }) => `${code}@${pos[0]}`));
}

/** Of the same line or the next, it follows from the value that was put there. */
function isNear(lines: LineCounter, broken: number, at: number): boolean {
  const apart = lines.linePos(at).line - lines.linePos(broken).line;
  return apart === 0 || apart === 1;
}

/** The same text, as long as it was, with a word for what its line says, or with none of the line, where nobody knows of what key. */
function withStandIn(text: string, at: number): { readonly text: string; readonly at: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end === -1 ? text.length : end);
  const key = /^ *(?:- +)*(?:[\w-]+: +)?(?=\S)/.exec(line)?.[0] ?? '';
  const [from, sign] = key.trim() === '' ? [start, ' '] : [start + key.length, 'x'];
  const length = start + line.length - from;
  return { text: text.slice(0, from) + sign.repeat(length) + text.slice(from + length), at: from };
}

function valueAt(document: Document, at: number): Path | null {
  let path: Path | null = null;
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key !== 'key' && node.range?.[0] === at) path = pathOf([...ancestors, node]);
    },
  });
  return path;
}
