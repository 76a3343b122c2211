import type { Block } from '../blocks.js';
import { linesOfCell } from '../cell.js';
import { LIMITS } from '../limits.js';

/** A row outside of every table. */
export function proseOfCells(cells: readonly string[], line: number): Block[] {
  const lines = cells.map((cell) => linesOfCell(cell).map(({ text }) => text)).filter((texts) => texts.length > 0);
  // several cells side by side are one line, one cell has lines of its own
  const texts = lines.length === 1 ? (lines[0] ?? []) : [lines.flat().join(' ')];
  return texts
    .filter((text) => text !== '')
    .map((text) => ({ kind: 'prose', line, text: text.slice(0, LIMITS.prose), heading: text.length < 120 }));
}
