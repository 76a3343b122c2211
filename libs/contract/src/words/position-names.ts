import type { Language, Text } from '../language.js';
import { idInWords } from './id-in-words.js';
import { roleNames } from './role-names.js';

/** Roles, and the qualification that the law knows besides. */
export const positionNames: Readonly<Record<string, Text>> = {
  ...roleNames,
  rpct: { it: 'responsabile della prevenzione della corruzione', en: 'officer against corruption (RPCT)' },
};

/** A role or a qualification; one of the body's own by its id, in words. */
export function positionInWords(id: string, language: Language): string {
  return Object.hasOwn(positionNames, id) ? (positionNames[id]?.[language] ?? id) : idInWords(id);
}
