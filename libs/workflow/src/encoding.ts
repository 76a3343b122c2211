/** What a text seems to have been saved as, read as if it were UTF-8; null where nothing speaks against that. */
export function otherEncoding(text: string): 'UTF-16' | 'UTF-32' | 'windows-1252' | null {
  // every letter of the first few has nulls beside it
  if (/^\ufffd{0,2}\0{0,2}(?:[^\0]\0{3}){2}|^\0{0,2}\ufffd{0,2}(?:\0{3}[^\0]){2}/.test(text)) return 'UTF-32';
  if (/^\ufffd{0,2}(?:[^\0]\0){3}|^\ufffd{0,2}(?:\0[^\0]){3}/.test(text)) return 'UTF-16';
  // an accent in one byte, which UTF-8 has in two, and else nothing but text
  return text.includes('\ufffd') && !CONTROL.test(text) ? 'windows-1252' : null;
}

/** A control character other than line ends and tabs, or what was no UTF-8. */
export function isNoText(text: string): boolean {
  return CONTROL.test(text) || text.includes('\ufffd');
}

const CONTROL = /(?![\t\n\r])\p{Cc}/u;
