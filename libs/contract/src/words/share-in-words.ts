import { idInWords } from './id-in-words.js';

/**
 * `7.2.1-polizia-locale` → `7.2.1 (Polizia locale)`: the number of its objective and the area that answers for it.
 *
 * @param nameOf  of an area
 */
export function shareInWords(id: string, nameOf: (area: string) => string = idInWords): string {
  const [, number, area] = /^([0-9][0-9a-z.]*)-([a-z].*)$/.exec(id) ?? [];
  return number === undefined || area === undefined ? id : `${number} (${nameOf(area)})`;
}
