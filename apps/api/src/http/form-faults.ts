import { z } from 'zod';
import type { Language } from '#contract';

const locales = { it: z.locales.it().localeError, en: z.locales.en().localeError };

const said = {
  it: {
    missing: 'manca',
    empty: 'è vuoto: scrivere qualcosa',
    day: 'non è un giorno: scriverlo come 2022-12-31',
    form: 'non è scritto nella forma prevista',
    among: (values: string) => `non è fra i valori possibili: ${values}`,
    long: (most: string) => `è troppo lungo: al massimo ${most} caratteri`,
    large: (most: string) => `è troppo grande: al massimo ${most}`,
  },
  en: {
    missing: 'is missing',
    empty: 'is empty: write something',
    day: 'is no day: write it like 2022-12-31',
    form: 'is not written in the expected form',
    among: (values: string) => `is none of the possible values: ${values}`,
    long: (most: string) => `is too long: ${most} characters at the most`,
    large: (most: string) => `is too large: ${most} at the most`,
  },
};

/** What is wrong with the form of a value: the commonest faults as people say them, the others as the library does. */
const faultIn =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) => {
    const own = said[language];
    switch (issue.code) {
      case 'invalid_type':
        if (issue.input === undefined) return own.missing;
        break;
      case 'invalid_format':
        if (issue.format === 'date') return own.day;
        if (issue.format === 'regex') return own.form;
        break;
      case 'invalid_value':
        return own.among(issue.values.map(String).join(', '));
      case 'too_small':
        if (issue.origin === 'string' && issue.input === '') return own.empty;
        break;
      case 'too_big':
        if (issue.origin === 'string') return own.long(String(issue.maximum));
        if (issue.origin === 'number') return own.large(String(issue.maximum));
    }
    return locales[language](issue);
  };

export const formFaults = { it: faultIn('it'), en: faultIn('en') };
