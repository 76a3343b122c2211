import type { FormMistakeCode } from '../mistake.js';
import { told, type Facts, type Sentences, type Template } from './sentence.js';
import { unreadableWords } from './unreadable-words.js';

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
      'Il file non è in UTF-8: sembra salvato in {encoding}.',
      'Salvarlo di nuovo come UTF-8 (nei programmi di scrittura: «Salva con nome», codifica UTF-8).',
    ],
    [
      'The file is not in UTF-8: it seems to be saved as {encoding}.',
      'Save it again as UTF-8 (in editors: “Save as”, encoding UTF-8).',
    ],
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
  'file/no-key': [
    [
      'Qui prima dei due punti non c’è una chiave («null» e «~» in YAML non sono parole).',
      'Scrivere la chiave prima dei due punti, o togliere la riga.',
    ],
    [
      'Here no key stands before the colon (“null” and “~” are no words in YAML).',
      'Write the key before the colon, or take the line out.',
    ],
  ],
  'file/alias-as-key': [
    ['Qui il richiamo «{written}» sta al posto di una chiave.', 'Scrivere la chiave per esteso.'],
    ['Here the alias “{written}” stands for a key.', 'Write the key out.'],
  ],
  'file/tag': [
    ['Qui «{written}» direbbe a YAML di che tipo è il valore: non si può.', 'Toglierlo, e scrivere il valore e basta.'],
    ['Here “{written}” would tell YAML what type the value is: it cannot.', 'Take it out, and write the value alone.'],
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
  'file/unseen-sign': [
    [
      '«{key}» contiene un segno che non si vede, o che inverte la scrittura: «{written}».',
      'Riscrivere il testo a mano, senza quel segno.',
    ],
    [
      '“{key}” holds a sign that nobody sees, or that turns the writing round: “{written}”.',
      'Type the text again, without that sign.',
    ],
  ],
  'file/several-documents': [
    [
      'Qui, dopo «---» o «...», comincia un secondo flusso: un file ne contiene uno solo.',
      'Togliere quel segno e ciò che segue, o farne un altro file.',
    ],
    [
      'Here, after “---” or “...”, a second workflow begins: a file holds one.',
      'Take that sign and what follows out, or put it into another file.',
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
    ['«{key}» sta già alla riga {first}, nello stesso punto.', 'Tenere una delle due.'],
    ['“{key}” stands on line {first} already, in the same place.', 'Keep one of the two.'],
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
  'file/too-many': [
    ['«{key}» ha {written} voci: se ne leggono al più {most}.', 'Togliere quelle che non servono.'],
    ['“{key}” has {written} entries: at most {most} are read.', 'Take out those that are not needed.'],
  ],
  'file/text-too-long': [
    ['«{key}» ha {written} caratteri: al più {most}.', 'Accorciare il testo.'],
    ['“{key}” has {written} characters: at most {most}.', 'Shorten the text.'],
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
  after: 'after: 1',
  agreement: 'agreement: { kind: one }',
  by: 'by: { office: vicesegretario }',
  chains: 'chains: { rendicontazione: { steps: […] } }',
  count: 'count: 2',
  cutOff: 'cutOff: 12-15',
  from: 'from: [approved]',
  id: 'id: ufficio-tecnico',
  kind: 'kind: quorum',
  kinds: 'kinds: [DGC]',
  maximumDays: 'maximumDays: 180',
  members: 'members: 3',
  name: 'name: { it: Verifica, en: Verification }',
  objective: 'objective: { states: […], transitions: […] }',
  of: 'of: members',
  office: 'office: giunta',
  offices: 'offices: [{ id: giunta, function: political-body }]',
  onTimeout: 'onTimeout: [{ after: 0, do: remind }]',
  outcomes: 'outcomes: [approve, return]',
  results: 'results: 60',
  role: 'role: responsabile',
  states: 'states: [{ id: draft, name: { it: Bozza, en: Draft } }]',
  steps:
    'steps: [{ id: verifica, name: { it: Verifica, en: Verification }, who: [{ office: giunta }], outcomes: [approve] }]',
  substitute: 'substitute: { office: vicesegretario }',
  term: 'term: { workingDays: 10 }',
  threshold: 'threshold: 3',
  transitions: 'transitions: [{ verb: assign, from: [approved], to: assigned, who: [{ office: giunta }] }]',
  version: 'version: 1',
  weights: 'weights: { giunta: 2 }',
  who: 'who: [{ office: giunta }]',
  workingDays: 'workingDays: 10',
};

/** Of a key that has nothing after its colon, or a remark alone. */
const WITHOUT_VALUE: Template = [
  ['«{key}» è vuoto (ciò che segue « #» è un’osservazione): {expectedIt}.', '{insteadIt}[, come «{example}»].'],
  ['“{key}” is empty (what follows “ #” is a remark): {expectedEn}.', '{insteadEn}[, as in “{example}”].'],
];

export function formWords(code: FormMistakeCode, facts: Facts): Sentences {
  if (code === 'file/not-yaml') return told(templates[code], unreadableWords(facts));
  const { expected, instead } = KINDS[String(facts['expected'])] ?? OTHER;
  const example = EXAMPLES[String(facts['key'])];
  const isEmpty = code === 'file/wrong-kind' && facts['written'] === 'null';
  return told(isEmpty ? WITHOUT_VALUE : templates[code], {
    ...facts,
    expectedIt: expected[0],
    expectedEn: expected[1],
    insteadIt: instead[0],
    insteadEn: instead[1],
    ...(example !== undefined && { example }),
  });
}
