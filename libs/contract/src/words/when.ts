import type { Language } from '../language.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };

/** A day or an instant as people write it, `5 marzo 2022`; null where a text is neither. */
export function whenInWords(text: string, language: Language): string | null {
  if (DAY.test(text) && isReal(text)) {
    return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
  }
  if (!INSTANT.test(text) || Number.isNaN(Date.parse(text))) return null;
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Rome' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], style).format(new Date(text));
}

/** The thirtieth of February is told as it was typed. */
function isReal(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
