import type { Language } from '../language.js';

/** `1250.00` → `1.250,00 €`; null where it is no amount. */
export function moneyInWords(amount: string, language: Language): string | null {
  if (!/^\d+\.\d\d$/.test(amount)) return null;
  const written = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    style: 'currency',
    currency: 'EUR',
    useGrouping: 'always',
  });
  return written.format(Number(amount));
}
