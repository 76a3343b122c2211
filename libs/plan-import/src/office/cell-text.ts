import { ITEM } from '../markup.js';
import { withPlainBlanks } from '../text.js';

/** A paragraph of a cell. */
export interface CellParagraph {
  readonly text: string;
  /** An item of a list. */
  readonly item: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;', '&': '&amp;', '*': '&#42;', '_': '&#95;', '`': '&#96;', '#': '&#35;', '\\': '&#92;',
}; // prettier-ignore

/**
 * A cell as the plan's text would have it: two blanks stand for the end of a paragraph, so that an empty paragraph is an
 * empty line. Signs that a text takes for markup stay signs.
 */
export function cellText(paragraphs: readonly CellParagraph[]): string {
  return paragraphs
    .flatMap(({ text, item }) =>
      text
        .split('\n')
        .map((line) => plainLine(line))
        .map((line, index) => (item && index === 0 && line !== '' ? ITEM + escaped(line) : escaped(line))),
    )
    .join('  ')
    .trim();
}

/** A line without runs of blanks: in an office file a break is a break, and two blanks are sloppy typing. */
export function plainLine(text: string): string {
  return withPlainBlanks(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[<&*_`#\\]/g, (sign) => ESCAPES[sign] ?? sign);
}
