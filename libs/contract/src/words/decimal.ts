import type { Language } from '../language.js';

const MARKS: Readonly<Record<Language, { readonly thousands: string; readonly decimals: string }>> = {
  it: { thousands: '.', decimals: ',' },
  en: { thousands: ',', decimals: '.' },
};

/** `1321.65` → `1.321,65`, with the decimals it has; null where it has none: a whole number may be a name. */
export function decimalInWords(decimal: string, language: Language): string | null {
  const [, sign = '', whole = '', decimals = ''] = /^([-−]?)(\d+)\.(\d+)$/.exec(decimal) ?? [];
  if (decimals === '') return null;
  const marks = MARKS[language];
  return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, marks.thousands)}${marks.decimals}${decimals}`;
}
