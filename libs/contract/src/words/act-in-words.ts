import type { Language } from '../language.js';

const ACT = /^(\d{4}|undated)-([a-z0-9.]+)-([a-z0-9.]+)$/;
const DEED = /^(?:delibera|deliberazione|determina|determinazione|decreto|ordinanza)$/;
const OF_ORGAN: Readonly<Record<string, string>> = {
  assemblea: 'dell’assemblea',
  commissario: 'del commissario',
  comitato: 'del comitato',
  conferenza: 'della conferenza',
  consorzio: 'del consorzio',
  direttore: 'del direttore',
  dirigente: 'del dirigente',
  segretario: 'del segretario',
  unione: 'dell’unione',
};

/**
 * `2022-dgc-54` → `DGC 54 del 2022`, `2027-delibera.assemblea-12` → `Delibera dell’assemblea n. 12 del 2027`: an act of which
 * only the id is at hand; null where it is no act's id.
 */
export function actInWords(id: string, language: Language): string | null {
  const [, year, kind = '', number] = ACT.exec(id) ?? [];
  if (year === undefined) return null;
  const it = language === 'it';
  const named =
    kind.length <= 3 ? `${kind.toUpperCase()} ${number}` : `${kindInWords(kind)} ${it ? 'n.' : 'no.'} ${number}`;
  return year === 'undated' ? named : `${named} ${it ? 'del' : 'of'} ${year}`;
}

function kindInWords(kind: string): string {
  const words = kind
    .split('.')
    .map((word, index, all) => (DEED.test(all[index - 1] ?? '') ? OF_ORGAN[word] : null) ?? word);
  const text = words.join(' ').replace(/\b(d|l|dell|all|sull) /g, '$1’');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
