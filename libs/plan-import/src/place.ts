import type { Wording } from './text.js';

/** Where a line of what was read stands for a person who opens the document. */
export type Place =
  | { readonly kind: 'document' }
  | { readonly kind: 'paragraph'; readonly words: string; readonly page: number | null }
  | {
      readonly kind: 'row';
      readonly table: number;
      readonly row: number;
      readonly page: number | null;
      /** The heading over the table. */
      readonly under: string | null;
    }
  | { readonly kind: 'cells'; readonly sheet: string; readonly row: number; readonly columns: readonly string[] };

/** Line → place. A line that is not in it is a line of a text. */
export type Places = ReadonlyMap<number, Place>;

/** The first line of an office document stands for the whole of it. */
export const WHOLE_DOCUMENT = 1;

// letters of private use, which no text has: see `withPlainBlanks`
const OPEN = '\ue010';
const CLOSE = '\ue011';
const MARKED = /(\b[Ll]ines? |\brig(?:a|he) )?\ue010(\d+)\ue011/g;

/** A line within a sentence, after "riga" or "line": `spelledOut` puts its place there. */
export function at(line: number): string {
  return `${OPEN}${line}${CLOSE}`;
}

/** A sentence with the places in words: "riga 215" in a text, "riga 5 della tabella 3" in a DOCX. */
export function spelledOut(sentence: Wording, places: Places): Wording {
  return {
    it: sentence.it.replace(
      MARKED,
      (_, noun: string | undefined, line: string) => `${noun ?? ''}${within(Number(line), places).it}`,
    ),
    en: sentence.en.replace(MARKED, (_, noun: string | undefined, line: string) => {
      const row = places.has(Number(line)) ? noun?.replace('Line', 'Row').replace('line', 'row') : noun;
      return `${row ?? ''}${within(Number(line), places).en}`;
    }),
  };
}

/**
 * Where a line stands, in words that stand alone: «riga 215», «tabella 3, riga 5», «foglio Piano, cella C12».
 *
 * @param column  counts from 1
 */
export function placeWords(line: number, places: Places, column?: number): Wording {
  const place = places.get(line);
  switch (place?.kind) {
    case undefined:
      return { it: `riga ${line}`, en: `line ${line}` };
    case 'document':
      return { it: 'tutto il documento', en: 'the whole document' };
    case 'paragraph': {
      const page = pageWords(place.page);
      return { it: `paragrafo «${place.words}»${page.it}`, en: `paragraph “${place.words}”${page.en}` };
    }
    case 'row': {
      const page = pageWords(place.page);
      const under = place.under === null ? '' : ` (${place.under})`;
      return {
        it: `tabella ${place.table}${under}, riga ${place.row}${page.it}`,
        en: `table ${place.table}${under}, row ${place.row}${page.en}`,
      };
    }
    case 'cells': {
      const letters = column === undefined ? undefined : place.columns[column - 1];
      return letters === undefined
        ? { it: `foglio ${place.sheet}, riga ${place.row}`, en: `sheet ${place.sheet}, row ${place.row}` }
        : {
            it: `foglio ${place.sheet}, cella ${letters}${place.row}`,
            en: `sheet ${place.sheet}, cell ${letters}${place.row}`,
          };
    }
  }
}

function within(line: number, places: Places): Wording {
  const place = places.get(line);
  switch (place?.kind) {
    case undefined:
      return { it: String(line), en: String(line) };
    case 'document':
      return { it: '1', en: '1' };
    case 'paragraph':
      return { it: `«${place.words}»`, en: `“${place.words}”` };
    case 'row':
      return { it: `${place.row} della tabella ${place.table}`, en: `${place.row} of table ${place.table}` };
    case 'cells':
      return { it: `${place.row} del foglio ${place.sheet}`, en: `${place.row} of sheet ${place.sheet}` };
  }
}

function pageWords(page: number | null): Wording {
  return page === null ? { it: '', en: '' } : { it: `, pagina ${page}`, en: `, page ${page}` };
}
