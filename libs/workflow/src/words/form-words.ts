import type { FormMistakeCode } from '../mistake.js';
import { told, type Facts, type Sentences, type Template } from './sentence.js';

const templates: Readonly<Record<FormMistakeCode, Template>> = {
  'file/not-yaml': [
    ['Da qui il file non è YAML leggibile[: {reasonIt}].', '{remedyIt}'],
    ['From here the file is no YAML that can be read[: {reasonEn}].', '{remedyEn}'],
  ],
  'file/nothing': [
    ['Il file non contiene nulla.', 'Cominciare da una copia di «apps/api/workflows/comune.yaml».'],
    ['There is nothing in the file.', 'Begin with a copy of “apps/api/workflows/comune.yaml”.'],
  ],
  'file/not-text': [
    ['Il file non è un testo.', 'Indicare un file YAML o JSON, salvato come testo UTF-8.'],
    ['The file is no text.', 'Name a YAML or JSON file, saved as UTF-8 text.'],
  ],
  'file/not-utf-8': [
    [
      'Il file è salvato in UTF-16.',
      'Salvarlo di nuovo come UTF-8 (nei programmi di scrittura: «Salva con nome», codifica UTF-8).',
    ],
    ['The file is saved as UTF-16.', 'Save it again as UTF-8 (in editors: “Save as”, encoding UTF-8).'],
  ],
  'file/merge-key': [
    [
      'Qui «<<» riprenderebbe chiavi da un altro punto del file: non si può.',
      'Scrivere le chiavi per esteso; un valore intero si può richiamare con «*».',
    ],
    [
      'Here “<<” would take over keys from another place of the file: it cannot.',
      'Write the keys out; a whole value can be recalled with “*”.',
    ],
  ],
  'file/not-a-key': [
    ['Qui al posto di una chiave c’è una lista o un elenco di chiavi.', 'Scrivere una parola sola, senza parentesi.'],
    ['Here a list, or keys with values, stand for a key.', 'Write one word, without brackets.'],
  ],
  'file/too-long': [
    [
      'Il file ha {written} caratteri: se ne pubblicano al più {most}, e qui si arriva al limite.',
      'Accorciarlo: togliere osservazioni e ciò che non serve.',
    ],
    [
      'The file has {written} characters: at most {most} are published, and here the limit is reached.',
      'Shorten it: take out remarks and what is not needed.',
    ],
  ],
  'file/several-lines': [
    ['«{key}» va a capo, o contiene segni che non si leggono: «{written}».', 'Scriverlo su una riga sola.'],
    ['“{key}” breaks its line, or holds signs that nobody reads: “{written}”.', 'Write it on one line.'],
  ],
  'file/several-documents': [
    [
      'Qui «---» comincia un secondo flusso: un file ne contiene uno solo.',
      'Togliere «---» e ciò che segue, o farne un altro file.',
    ],
    [
      'Here “---” begins a second workflow: a file holds one.',
      'Take “---” and what follows out, or put it into another file.',
    ],
  ],
  'file/not-keys': [
    [
      'Il file non è un elenco di chiavi con i loro valori: comincia con «{written}».',
      'Scrivere le chiavi in prima colonna: {known}.',
    ],
    [
      'The file is no list of keys with their values: it begins with “{written}”.',
      'Write the keys at the beginning of lines: {known}.',
    ],
  ],
  'file/empty': [
    ['«{key}» è vuoto.', 'Scriverne almeno uno[, come «{example}»].'],
    ['“{key}” is empty.', 'Write at least one[, as in “{example}”].'],
  ],
  'file/same-key': [
    ['La stessa chiave è scritta due volte nello stesso punto.', 'Tenerne una.'],
    ['The same key is written twice in one place.', 'Keep one of them.'],
  ],
  'file/unknown-key': [
    ['La chiave «{key}» non esiste qui.', '[Forse «{near}»? ]Qui si può scrivere: {known}.'],
    ['There is no key “{key}” here.', '[Perhaps “{near}”? ]Here one may write: {known}.'],
  ],
  'file/missing-key': [
    ['Manca «{key}».', 'Aggiungerlo qui[, come «{example}»].'],
    ['“{key}” is missing.', 'Add it here[, as in “{example}”].'],
  ],
  'file/wrong-kind': [
    ['«{key}» non può essere «{written}»: {expectedIt}.', '{insteadIt}[, come «{example}»].'],
    ['“{key}” cannot be “{written}”: {expectedEn}.', '{insteadEn}[, as in “{example}”].'],
  ],
  'file/unknown-value': [
    ['«{written}» non è fra i valori possibili.', '[Forse «{near}»? ]Scegliere fra: {known}.'],
    ['“{written}” is not among the values that can be.', '[Perhaps “{near}”? ]Choose one of: {known}.'],
  ],
  'file/not-an-id': [
    [
      '«{written}» non può essere un codice.',
      'Usare lettere minuscole senza accenti, cifre e trattini, come «ufficio-tecnico».',
    ],
    [
      '“{written}” cannot be an id.',
      'Use lower-case letters without accents, digits and hyphens, as in “ufficio-tecnico”.',
    ],
  ],
  'file/not-a-month-day': [
    ['«{written}» non è un giorno di ogni anno.', 'Scrivere mese e giorno, come «12-15» per il 15 dicembre.'],
    ['“{written}” is no day of every year.', 'Write month and day, as in “12-15” for 15 December.'],
  ],
  'file/out-of-range': [
    ['«{key}» non può essere «{written}».', 'Scrivere[ almeno {least}][ al più {most}].'],
    ['“{key}” cannot be “{written}”.', 'Write[ at least {least}][ at most {most}].'],
  ],
  'file/exactly-one': [
    [
      'Qui si nomina uno solo fra ufficio, ruolo e relazione[, non {written}].',
      'Lasciare una delle tre chiavi: office, role, relation.',
    ],
    [
      'One names an office, a role or a relation here[, not {written}].',
      'Keep one of the three keys: office, role, relation.',
    ],
  ],
};

interface Kind {
  readonly expected: readonly [string, string];
  readonly instead: readonly [string, string];
}

const KEYS: Kind = {
  expected: ['serve un elenco di chiavi', 'it takes keys with values'],
  instead: ['Scrivere le chiavi con i loro valori', 'Write its keys with their values'],
};

const NUMBER = ['Scrivere un numero, senza virgolette', 'Write a number, without quotes'] as const;

const KINDS: Readonly<Record<string, Kind>> = {
  object: KEYS,
  record: KEYS,
  array: {
    expected: ['serve una lista', 'it takes a list'],
    instead: ['Scrivere una lista, fra parentesi quadre', 'Write a list, in square brackets'],
  },
  string: { expected: ['serve un testo', 'it takes a text'], instead: ['Scrivere un testo', 'Write a text'] },
  number: { expected: ['serve un numero', 'it takes a number'], instead: NUMBER },
  int: { expected: ['serve un numero intero', 'it takes a whole number'], instead: NUMBER },
};

const OTHER: Kind = {
  expected: ['la forma è un’altra', 'its form is another'],
  instead: ['Scriverlo nella forma attesa', 'Write it in the form that is expected'],
};

/** How a key is written, where its name alone does not tell. */
const EXAMPLES: Readonly<Record<string, string>> = {
  act: 'act: { kinds: [DGC] }',
  agreement: 'agreement: { kind: one }',
  from: 'from: [approved]',
  kinds: 'kinds: [DGC]',
  name: 'name: { it: Verifica, en: Verification }',
  onTimeout: 'onTimeout: [{ after: 0, do: remind }]',
  outcomes: 'outcomes: [approve, return]',
  substitute: 'substitute: { office: vicesegretario }',
  term: 'term: { workingDays: 10 }',
  who: 'who: [{ office: giunta }]',
  workingDays: 'workingDays: 10',
};

/** Why YAML cannot be read, and what to do, by what the parser calls it. */
const UNREADABLE: Readonly<Record<string, Template>> = {
  TAB_AS_INDENT: [
    ['la riga rientra con una tabulazione', 'Usare spazi.'],
    ['the line is indented with a tab', 'Use spaces.'],
  ],
  BAD_INDENT: [
    ['il rientro non è quello delle righe vicine', 'Allineare la riga a quelle dello stesso livello.'],
    ['its indentation is not that of its neighbours', 'Align the line with those of the same level.'],
  ],
  MISSING_CHAR: [
    ['manca un segno che chiuda o separi', 'Controllare parentesi, virgolette, virgole e due punti.'],
    ['a sign that closes or separates is missing', 'Check brackets, quotes, commas and colons.'],
  ],
  UNKNOWN_ALIAS: [
    ['«*{alias}» richiama «&{alias}», che non c’è prima', 'Scrivere il valore, o definire prima «&{alias}».'],
    ['“*{alias}” recalls “&{alias}”, which is not there before it', 'Write the value, or define “&{alias}” before.'],
  ],
  TOO_MANY_ALIASES: [
    ['i richiami («*») si moltiplicano oltre misura', 'Scrivere i valori per esteso.'],
    ['its aliases (“*”) multiply beyond measure', 'Write the values out.'],
  ],
};

const ANY_OTHER: Template = [
  ['', 'Controllare rientri, due punti e virgolette in questa riga.'],
  ['', 'Check indentation, colons and quotes on this line.'],
];

function unreadable({ parser, ...facts }: Facts): Facts {
  const { what, remedy } = told(UNREADABLE[String(parser)] ?? ANY_OTHER, facts);
  return { ...facts, reasonIt: what.it, reasonEn: what.en, remedyIt: remedy.it, remedyEn: remedy.en };
}

export function formWords(code: FormMistakeCode, facts: Facts): Sentences {
  if (code === 'file/not-yaml') return told(templates[code], unreadable(facts));
  const { expected, instead } = KINDS[String(facts['expected'])] ?? OTHER;
  const example = EXAMPLES[String(facts['key'])];
  return told(templates[code], {
    ...facts,
    expectedIt: expected[0],
    expectedEn: expected[1],
    insteadIt: instead[0],
    insteadEn: instead[1],
    ...(example !== undefined && { example }),
  });
}
