import { roleNames, type TenureRole } from '#domain';
import type { Language, Text } from '../language.js';
import { idInWords } from './id-in-words.js';

const named = {
  ...roleNames,
  rpct: { it: 'responsabile della prevenzione della corruzione', en: 'officer against corruption (RPCT)' },
} satisfies Readonly<Record<TenureRole | keyof typeof roleNames, Text>>;

/** Roles, and the qualification that the law knows besides. */
export const positionNames: Readonly<Record<string, Text>> = named;

/** A role or a qualification; one that an old log has and nobody knows by its id, in words. */
export function positionInWords(id: string, language: Language): string {
  return Object.hasOwn(positionNames, id) ? (positionNames[id]?.[language] ?? id) : idInWords(id);
}
