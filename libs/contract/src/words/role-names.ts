import type { Language, Text } from '../language.js';
import { idInWords } from './id-in-words.js';

/** How roles are called; the contract of accounts knows no other. */
export const roleNames = {
  amministratore: { it: 'amministratore del sistema', en: 'system administrator' },
  segretario: { it: 'segretario generale', en: 'secretary general' },
  vicesegretario: { it: 'vicesegretario', en: 'deputy secretary' },
  responsabile: { it: 'responsabile di area', en: 'head of area' },
  nucleo: { it: 'nucleo di valutazione', en: 'evaluation board (Nucleo)' },
  giunta: { it: 'giunta', en: 'executive board (Giunta)' },
  personale: { it: 'ufficio personale', en: 'personnel office' },
  revisore: { it: 'revisore', en: 'auditor' },
} as const satisfies Readonly<Record<string, Text>>;

/** Roles, and the qualification that the law knows besides. */
export const positionNames: Readonly<Record<string, Text>> = {
  ...roleNames,
  rpct: { it: 'responsabile della prevenzione della corruzione', en: 'officer against corruption (RPCT)' },
};

/** A role or a qualification; one of the body's own by its id, in words. */
export function positionInWords(id: string, language: Language): string {
  return Object.hasOwn(positionNames, id) ? (positionNames[id]?.[language] ?? id) : idInWords(id);
}
