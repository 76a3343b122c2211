import type { z } from 'zod';
import type { Role } from '../accounts.js';
import type { Text } from '../language.js';

/** How roles are called. */
export const roleNames: Readonly<Record<z.output<typeof Role>, Text>> = {
  amministratore: { it: 'amministratore del sistema', en: 'system administrator' },
  segretario: { it: 'segretario generale', en: 'secretary general' },
  vicesegretario: { it: 'vicesegretario', en: 'deputy secretary' },
  responsabile: { it: 'responsabile di area', en: 'head of area' },
  nucleo: { it: 'nucleo di valutazione', en: 'evaluation board (Nucleo)' },
  giunta: { it: 'giunta', en: 'executive board (Giunta)' },
  personale: { it: 'ufficio personale', en: 'personnel office' },
  revisore: { it: 'revisore', en: 'auditor' },
};
