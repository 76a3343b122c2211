import type { Language } from '../client/language.js';

const LOCALES: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-GB' };
const ROME = { timeZone: 'Europe/Rome' } as const;

/** How days, instants, numbers and money are written in a language. Decimals stay exact: they are text, not numbers. */
export function formatsOf(chosen: Language) {
  const locale = LOCALES[chosen];
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...ROME });
  const dayOfInstant = new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...ROME });
  const text = (value: string) => (chosen === 'it' ? value.replace('.', ',') : value);
  return {
    language: chosen,
    day: (date: string) => day.format(new Date(date)),
    longDay: (date: string) => longDay.format(new Date(date)),
    shortDay: (date: string) => shortDay.format(new Date(date)),
    month: (date: Date) => month.format(date),
    monthName: (number: string) => monthName.format(new Date(`2024-${number}-01`)),
    dayAndMonth: (date: string) => dayAndMonth.format(new Date(date)),
    instant: (iso: string) => instant.format(new Date(iso)),
    dayOfInstant: (iso: string) => dayOfInstant.format(new Date(iso)),
    decimal: (value: string | null) => (value === null ? '–' : text(value)),
    /** As a form begins with it; `asDecimal` reads it back. */
    typed: (value: string | null) => (value === null ? '' : text(value)),
    percent: (value: string | null) => (value === null ? '–' : `${text(value)} %`),
    bytes: (size: number) => bytesIn(size, locale),
    amount: (value: string) => grouped(value, chosen),
    money: (value: string) => `${grouped(value, chosen)} €`,
  };
}

export type Formats = ReturnType<typeof formatsOf>;

/** `1234.5` → `1.234,50`. */
function grouped(value: string, chosen: Language): string {
  const [whole = '0', cents = ''] = value.split('.');
  const [dot, comma] = chosen === 'it' ? ['.', ','] : [',', '.'];
  return `${whole.replace(/\B(?=(\d{3})+$)/g, dot)}${comma}${cents.padEnd(2, '0')}`;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1500000` → `1,5 MB`. */
function bytesIn(size: number, locale: string): string {
  const step = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  const style = { style: 'unit', unit: UNITS[step] ?? 'byte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, style).format(size / 1000 ** step);
}
