import { at } from './place.js';
import type { Block } from './blocks.js';
import { plainCell } from './cell.js';
import { datesIn } from './dates.js';
import { problem, quoted, type Problem } from './problem.js';

const MOST = 50;

/** Dates that no calendar has, anywhere in the text. */
export function dateProblems(blocks: readonly Block[], year: number): Problem[] {
  const found: Problem[] = [];
  for (const block of blocks) {
    const places =
      block.kind === 'prose'
        ? [{ line: block.line, text: block.text }]
        : block.rows.map(({ line, cells }) => ({ line, text: cells.map(plainCell).join(' \t ') }));
    for (const { line, text } of places) {
      if (found.length >= MOST) return found;
      if (!/\d/.test(text)) continue;
      for (const { text: written, date } of datesIn(text, year))
        if (date === null) found.push(doesNotExist(line, written));
    }
  }
  return found;
}

function doesNotExist(line: number, written: string): Problem {
  return problem(
    line,
    'import/date-does-not-exist',
    `La data ${quoted(written)} alla riga ${at(line)} non esiste: correggere il giorno o il mese.`,
    `The date ${quoted(written)} at line ${at(line)} does not exist: correct the day or the month.`,
  );
}
