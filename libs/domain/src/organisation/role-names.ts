import type { Label } from '../workflow/label.js';

/** How the roles of accounts are called; the contract of accounts knows no other. */
export const roleNames = {
  amministratore: { it: 'amministratore del sistema', en: 'system administrator' },
  segretario: { it: 'segretario generale', en: 'secretary general' },
  vicesegretario: { it: 'vicesegretario', en: 'deputy secretary' },
  responsabile: { it: 'responsabile di area', en: 'head of area' },
  nucleo: { it: 'nucleo di valutazione', en: 'evaluation board (Nucleo)' },
  giunta: { it: 'giunta', en: 'executive board (Giunta)' },
  personale: { it: 'ufficio personale', en: 'personnel office' },
  revisore: { it: 'revisore', en: 'auditor' },
} as const satisfies Readonly<Record<string, Label>>;

/** A role as people call it; one that nobody knows by its id. */
export function roleInWords(role: string, language: keyof Label): string {
  const names: Readonly<Record<string, Label>> = roleNames;
  return Object.hasOwn(names, role) ? (names[role]?.[language] ?? role) : role;
}
