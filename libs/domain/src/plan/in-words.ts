/** What words say, to compare: blanks, capitals and a full stop at the end tell nothing. */
export function inWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\s*\.$/, '');
}
