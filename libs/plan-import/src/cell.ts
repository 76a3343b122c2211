import { ITEM, PARAGRAPH, withoutMarkup } from './markup.js';
import { collapsed } from './text.js';

/** One line of a cell, as it stood before line breaks were lost. */
export interface CellLine {
  readonly text: string;
  /** Blank lines that stood before it; a hint where lines of two cells belong together. */
  readonly gap: number;
  /** An item of the list that the line before it opens. */
  readonly item: boolean;
}

/**
 * The lines of a cell: paragraphs, list items, lines, and the runs of two blanks or more that stand where a line break
 * was lost. An item may be marked by HTML, by a bullet, or by both.
 */
export function linesOfCell(cell: string): CellLine[] {
  const marked = withoutMarkup(cell);
  const lines: CellLine[] = [];
  let gap = 0;
  let inItem = false;
  for (const part of marked.split(/([\ue000\ue001\n]| {2,})/)) {
    if (part === '') continue;
    if (part === ITEM || part === PARAGRAPH || part === '\n') {
      inItem = part === ITEM;
      continue;
    }
    if (/^ +$/.test(part)) {
      // Two blanks are one line break: six are three, so two lines stood empty.
      gap += Math.floor(part.length / 2);
      continue;
    }
    const bullet = BULLET.exec(part.trimStart());
    const text = collapsed(bullet === null ? part : part.trimStart().slice(bullet[0].length));
    if (text === '') continue;
    lines.push({ text, gap: Math.max(0, gap - 1), item: inItem || bullet !== null });
    gap = 0;
    inItem = false;
  }
  return lines;
}

/** The same lines, a line that goes on in lower case joined to the one it continues. */
export function sentencesOfCell(cell: string): CellLine[] {
  const joined: CellLine[] = [];
  for (const line of linesOfCell(cell)) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      !line.item &&
      /^[\p{Ll}\d,;)]/u.test(line.text) &&
      !/^n\.? ?\d/.test(line.text) &&
      !/[.;:]$/.test(last.text)
    ) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
  }
  return joined;
}

/** A cell on one line. */
export function plainCell(cell: string): string {
  return linesOfCell(cell)
    .map(({ text }) => text)
    .join(' ');
}

const BULLET = /^(?:[-–—•·▪*]\s+|[•·▪]\s*)/;
