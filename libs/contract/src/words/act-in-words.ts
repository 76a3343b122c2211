import type { Language } from '../language.js';

const ACT = /^(\d{4}|undated)-([a-z0-9.]+)-([a-z0-9.]+)$/;

/** `2022-dgc-54` → `DGC 54 del 2022`: an act of which only the id is at hand; null where it is no act's id. */
export function actInWords(id: string, language: Language): string | null {
  const [, year, kind = '', number] = ACT.exec(id) ?? [];
  if (year === undefined) return null;
  const named = `${kind.length <= 3 ? kind.toUpperCase() : kind} ${number}`;
  return year === 'undated' ? named : `${named} ${language === 'it' ? 'del' : 'of'} ${year}`;
}
