import type { Block, Prose, TableRow } from '../blocks.js';
import { tooMuch } from '../blocks.js';
import { LIMITS } from '../limits.js';
import { tooManyTableRows } from '../bounds.js';
import { withHeadingsJoined } from '../grid.js';
import { plainLine } from '../office/cell-text.js';
import { unseenRemarks, type DocumentParts } from '../parts.js';
import { WHOLE_DOCUMENT, type Place } from '../place.js';
import type { Problem } from '../problem.js';
import { unseenIn } from '../text.js';
import type { Content, Paragraph, WordContent, WordTable } from './content.js';
import { gridOf, isLayout } from './grid-of-table.js';
import { leftOutRemarks } from './left-out.js';

/** A document of a word processor as prose and tables, each with its place. */
export function wordParts(word: WordContent): DocumentParts {
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  const places = new Map<number, Place>([[WHOLE_DOCUMENT, { kind: 'document' }]]);
  let line = WHOLE_DOCUMENT;
  let tables = 0;
  let rows = 0;
  let unseen = 0;
  let under: string | null = null;
  const pageOf = (page: number) => (word.knowsPages ? page : null);

  const write = ({ text, heading, page }: Pick<Paragraph, 'text' | 'heading' | 'page'>) => {
    unseen += unseenIn(text);
    const parts = text
      .split('\n')
      .map((part) => plainLine(part).slice(0, LIMITS.prose))
      .filter((part) => part !== '');
    const [first] = parts;
    if (first === undefined) return;
    line += 1;
    places.set(line, { kind: 'paragraph', words: shortened(first), page: pageOf(page) });
    const prose = parts.map((part): Prose => {
      const capitals = part.length < 120 && part === part.toUpperCase();
      return { kind: 'prose', line, text: part, heading: heading || capitals };
    });
    if (prose.some((part) => part.heading)) under = shortened(first);
    blocks.push(...prose);
  };

  const writeTable = (table: WordTable) => {
    tables += 1;
    const grid = gridOf(table);
    unseen += grid.reduce((sum, { unseen: own }) => sum + own, 0);
    const [widest = 0] = grid.map(({ cells }) => cells.length);
    // as in a text: two cells are no row of a table
    if (widest < 3) {
      for (const { texts, page } of grid) write({ text: texts.join(' '), heading: false, page });
      return;
    }
    const written = withHeadingsJoined(grid).map(({ cells, joined, number, page }): TableRow => {
      line += 1;
      rows += 1;
      places.set(line, { kind: 'row', table: tables, row: number, page: pageOf(page), under });
      const wrong = problems.length > 50 ? null : tooMuch(cells, line);
      if (wrong !== null) problems.push(wrong);
      return { line, cells, joined, closed: true };
    });
    const [first] = written;
    if (first !== undefined) blocks.push({ kind: 'table', line: first.line, rows: written });
  };

  const writeAll = (content: readonly Content[]) => {
    for (const one of content) {
      if (one.kind === 'paragraph') write(one);
      else if (isLayout(one)) for (const row of one.rows) for (const cell of row.cells) writeAll(cell.content);
      else writeTable(one);
    }
  };
  writeAll(word.content);
  if (rows > LIMITS.rows) problems.push(tooManyTableRows(rows));
  return { blocks, problems, places, remarks: [...leftOutRemarks(word), ...unseenRemarks(unseen)], text: '' };
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
