/** Lines for a spreadsheet, which takes a cell that begins like a formula for one: such a cell begins with an apostrophe. */
export function asCsv(lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  // the mark tells spreadsheets that it is UTF-8
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}
