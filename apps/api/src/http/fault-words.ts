import type { Language } from '#contract';

/** What a value may be, and what it is instead, as people say it. */
export type Kind = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'fields' | 'nothing';

/** What can be wrong with the form of a value; each is said after its place, «note: manca». */
interface FaultWords {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly missing: string;
  readonly empty: string;
  readonly emptyList: string;
  readonly day: string;
  readonly moment: string;
  readonly email: string;
  readonly uuid: string;
  readonly position: string;
  readonly form: string;
  readonly noneOfForms: string;
  readonly be: (kind: string, instead: string | null) => string;
  readonly like: (example: string) => string;
  readonly only: (value: string) => string;
  readonly among: (values: string) => string;
  readonly short: (least: string) => string;
  readonly long: (most: string) => string;
  readonly small: (least: string) => string;
  readonly large: (most: string) => string;
  readonly few: (least: string) => string;
  readonly many: (most: string) => string;
  readonly unknown: (fields: readonly string[]) => string;
  readonly badName: (fault: string) => string;
}

export const faultWords: Readonly<Record<Language, FaultWords>> = {
  it: {
    kinds: {
      text: 'un testo',
      number: 'un numero',
      whole: 'un numero intero',
      boolean: 'vero o falso (true o false)',
      list: 'un elenco',
      fields: 'un insieme di campi con un nome',
      nothing: 'vuoto (null)',
    },
    missing: 'manca',
    empty: 'è vuoto: scrivere qualcosa',
    emptyList: 'è vuoto: serve almeno un elemento',
    day: 'non è un giorno: scriverlo come 2022-12-31',
    moment: 'non è un momento: scriverlo come 2022-12-31T08:00:00.000Z',
    email: 'non è un indirizzo e-mail: scriverlo come nome@comune.example',
    uuid: 'non è un identificativo UUID: copiarlo per intero, come 0b0e2c3a-6f0f-4a53-9c53-000000000001',
    position: 'non è una posizione del registro: sono solo cifre, come 1204',
    form: 'non è scritto nella forma prevista',
    noneOfForms: 'non ha nessuna delle forme previste',
    be: (kind, instead) => `deve essere ${kind}${instead === null ? '' : `, non ${instead}`}`,
    like: (example) => `non è scritto nella forma prevista: scriverlo come ${example}`,
    only: (value) => `può essere solo ${value}`,
    among: (values) => `non è fra i valori possibili: ${values}`,
    short: (least) => `è troppo corto: almeno ${least} caratteri`,
    long: (most) => `è troppo lungo: al massimo ${most} caratteri`,
    small: (least) => `è troppo piccolo: almeno ${least}`,
    large: (most) => `è troppo grande: al massimo ${most}`,
    few: (least) => `ha troppo pochi elementi: almeno ${least}`,
    many: (most) => `ha troppi elementi: al massimo ${most}`,
    unknown: ([first = '', ...others]) =>
      others.length === 0
        ? `il campo «${first}» non è previsto: toglierlo, o correggerne il nome`
        : `i campi ${[first, ...others].map((name) => `«${name}»`).join(', ')} non sono previsti: toglierli, o correggerne il nome`,
    badName: (fault) => `ha un nome che non va bene: ${fault}`,
  },
  en: {
    kinds: {
      text: 'a text',
      number: 'a number',
      whole: 'a whole number',
      boolean: 'true or false',
      list: 'a list',
      fields: 'a set of named fields',
      nothing: 'empty (null)',
    },
    missing: 'is missing',
    empty: 'is empty: write something',
    emptyList: 'is empty: at least one item is needed',
    day: 'is no day: write it like 2022-12-31',
    moment: 'is no point in time: write it like 2022-12-31T08:00:00.000Z',
    email: 'is no e-mail address: write it like name@town.example',
    uuid: 'is no UUID: copy it whole, like 0b0e2c3a-6f0f-4a53-9c53-000000000001',
    position: 'is no position of the log: digits only, like 1204',
    form: 'is not written in the expected form',
    noneOfForms: 'has none of the forms that are expected',
    be: (kind, instead) => `must be ${kind}${instead === null ? '' : `, not ${instead}`}`,
    like: (example) => `is not written in the expected form: write it like ${example}`,
    only: (value) => `can only be ${value}`,
    among: (values) => `is none of the possible values: ${values}`,
    short: (least) => `is too short: ${least} characters at the least`,
    long: (most) => `is too long: ${most} characters at the most`,
    small: (least) => `is too small: ${least} at the least`,
    large: (most) => `is too large: ${most} at the most`,
    few: (least) => `has too few items: ${least} at the least`,
    many: (most) => `has too many items: ${most} at the most`,
    unknown: ([first = '', ...others]) =>
      others.length === 0
        ? `the field "${first}" is not expected: take it out, or correct its name`
        : `the fields ${[first, ...others].map((name) => `"${name}"`).join(', ')} are not expected: take them out, or correct their names`,
    badName: (fault) => `has a name that will not do: ${fault}`,
  },
};
