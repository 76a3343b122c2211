import type { KnownArea } from './areas.js';
import type { Block } from './blocks.js';
import { initialsOf } from './names.js';
import { sharedStems } from './text.js';

const NUMBERED = /\b((?:Area|Settore|Servizio) (?:[IVX]{1,4}|\d{1,2}))(?![\p{L}\d])(?: ?[-–—,(:] ?| )([^,.;)]{0,60})/gu;
const CAPITALS = /(?<![\p{L}.])(?:\p{Lu}{2,4}|(?:\p{Lu}\. ?){2,4})(?![\p{L}])/gu;

const OFFICE_WORDS = /\b(?:serviz[io]|uffici[o]?|personale|referente)\b/gi;

/** Other names of the areas in the text: "Area V" before one of its offices, "PL" for its initials. */
export function aliasesIn(
  blocks: readonly Block[],
  areas: readonly KnownArea[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (id: string, alias: string) => {
    const known = found.get(id) ?? [];
    if (!known.includes(alias)) found.set(id, [...known, alias]);
  };
  const named = areas.filter(({ kind }) => kind === 'area');
  for (const block of blocks) {
    if (block.kind === 'prose') continue;
    for (const { cells } of block.rows) {
      for (const cell of cells) {
        for (const [, alias = '', office = ''] of cell.matchAll(NUMBERED)) {
          const likely = named
            .map((area) => ({
              area,
              likeness: sharedStems(`${area.name} ${area.units.join(' ')}`, office.replace(OFFICE_WORDS, ' ')),
            }))
            .filter(({ likeness }) => likeness > 0);
          const [best] = likely.sort((a, b) => b.likeness - a.likeness);
          if (best !== undefined && likely.filter(({ likeness }) => likeness === best.likeness).length === 1)
            add(best.area.id, alias);
        }
        for (const [letters] of cell.matchAll(CAPITALS)) {
          const initials = letters.replace(/[. ]/g, '').toLowerCase();
          const fits = named.filter(({ name }) => initialsOf(name) === initials);
          if (fits.length === 1 && fits[0] !== undefined) add(fits[0].id, letters.trim());
        }
      }
    }
  }
  return found;
}
