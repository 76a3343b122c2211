import { withPlainBlanks } from './text.js';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', agrave: 'à', egrave: 'è', eacute: 'é', igrave: 'ì',
  ograve: 'ò', ugrave: 'ù', laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', ndash: '–',
  mdash: '—', hellip: '…', deg: '°', euro: '€',
}; // prettier-ignore

/** Breaks between the parts of a cell, as letters of private use: no text has them, `withPlainBlanks` sees to it. */
export const PARAGRAPH = '\ue000';
export const ITEM = '\ue001';

/**
 * Takes HTML and Markdown out of a piece of text. What they said about structure stays: `PARAGRAPH` and `ITEM` marks
 * in place of paragraphs and list items, a line feed in place of `<br>` and of bold runs fused together.
 */
export function withoutMarkup(text: string): string {
  return unescaped(
    text
      // no `<` inside a tag: a text full of them is read once, not once for each
      .replace(/<(\/?)([a-z][a-z0-9]{0,9})(?:\s[^<>]{0,300})?\/?>/gi, (_, closing: string, name: string) =>
        structureOf(name.toLowerCase(), closing !== ''),
      )
      .replace(/[*_]{4,}/g, '\n')
      .replace(/\*{1,3}|_{2,3}/g, '')
      .replace(/^\s{0,3}#{1,6}(?=\s)/, '')
      .replace(/`/g, ''),
  );
}

function structureOf(tag: string, closing: boolean): string {
  switch (tag) {
    case 'p':
    case 'div':
      return PARAGRAPH;
    case 'li':
      return closing ? '' : ITEM;
    case 'ul':
    case 'ol':
      return closing ? PARAGRAPH : '';
    case 'br':
    case 'tr':
      return '\n';
    default:
      return '';
  }
}

function unescaped(text: string): string {
  const decoded = text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? String(whole);
    const point = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
    return point > 31 && point < 0x110000 ? withPlainBlanks(String.fromCodePoint(point)) : ' ';
  });
  return decoded.replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1');
}
