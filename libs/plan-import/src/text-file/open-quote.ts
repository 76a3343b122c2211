/**
 * Where a quotation mark opens a cell and nothing closes it: by the end of the text, within the longest cell there may be,
 * or before a mark in the middle of a later line, which opens a cell of its own.
 *
 * @param text       its lines end in `\n`
 * @param delimiter  one character between cells
 * @param longest    characters of one cell
 * @returns the line, from 1; null where every mark is closed
 */
export function lineOfOpenQuote(text: string, delimiter: string, longest: number): number | null {
  const endOfCell = new RegExp(`[${delimiter}\n]|$`, 'g');
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    let rest = at;
    if (text[at] === '"') {
      const close = closingMark(text, at + 1);
      const inside = close === null ? '' : text.slice(at, close);
      const lines = inside.split('\n').length - 1;
      const closes = close !== null && [delimiter, '\n', undefined].includes(text[close + 1]);
      if (close === null || inside.length > longest || (lines > 0 && !closes)) return line;
      line += lines;
      rest = close + 1;
    }
    endOfCell.lastIndex = rest;
    at = endOfCell.exec(text)?.index ?? text.length;
    if (text[at] === '\n') line += 1;
  }
  return null;
}

/** The first mark that is not doubled. */
function closingMark(text: string, from: number): number | null {
  const mark = /""|"/g;
  mark.lastIndex = from;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (found[0] === '"') return found.index;
  }
  return null;
}
