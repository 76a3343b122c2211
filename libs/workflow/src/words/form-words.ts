import type { FormMistakeCode } from '../mistake.js';
import { told, type Facts, type Sentences, type Template } from './sentence.js';

const templates: Readonly<Record<FormMistakeCode, Template>> = {
  'file/not-yaml': [
    ['Da qui il file non è YAML leggibile[: {reason}].', 'Controllare rientri, due punti e virgolette in questa riga.'],
    [
      'From here the file is no YAML that can be read[: {reason}].',
      'Check indentation, colons and quotes on this line.',
    ],
  ],
  'file/empty': [
    ['«{key}» è vuoto.', 'Scriverne almeno uno.'],
    ['“{key}” is empty.', 'Write at least one.'],
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
    ['Manca «{key}».', 'Aggiungerlo qui.'],
    ['“{key}” is missing.', 'Add it here.'],
  ],
  'file/wrong-kind': [
    ['«{key}» non può essere «{written}»: {expectedIt}.', 'Scriverlo nella forma attesa.'],
    ['“{key}” cannot be “{written}”: {expectedEn}.', 'Write it in the form that is expected.'],
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

const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  object: ['serve un elenco di chiavi', 'it takes keys with values'],
  record: ['serve un elenco di chiavi', 'it takes keys with values'],
  array: ['serve una lista', 'it takes a list'],
  string: ['serve un testo', 'it takes a text'],
  number: ['serve un numero', 'it takes a number'],
  int: ['serve un numero intero', 'it takes a whole number'],
};

export function formWords(code: FormMistakeCode, facts: Facts): Sentences {
  const [expectedIt, expectedEn] = KINDS[String(facts['expected'])] ?? ['la forma è un’altra', 'its form is another'];
  return told(templates[code], { ...facts, expectedIt, expectedEn });
}
