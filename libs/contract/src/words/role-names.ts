import type { Text } from '../language.js';

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
