import type { Piece } from './layout.js';

/** A plan as a spreadsheet program saves it as CSV: titles in the first cell, lines within a cell in quotes. */
export function asCsv(pieces: readonly Piece[], separator: ';' | ','): string {
  const quoted = (text: string) => (/["\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const width = Math.max(
    ...pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : [])).map(({ cells }) => cells.length),
  );
  const record = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, column) => quoted(cells[column] ?? '')).join(separator);
  const records = pieces.flatMap((piece) =>
    piece.kind === 'table'
      ? piece.rows.map(({ cells }) => record(cells.map(({ lines }) => lines.map(lineText).join('\n'))))
      : [record([piece.text])],
  );
  return `${records.join('\r\n')}\r\n`;
}

function lineText({
  text,
  item,
  gap,
}: {
  readonly text: string;
  readonly item: boolean;
  readonly gap: number;
}): string {
  return `${'\n'.repeat(gap)}${item ? '- ' : ''}${text}`;
}
