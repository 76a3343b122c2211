import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

type Code = Extract<RefusalCode, `reminder/${string}` | `clock/${string}` | `body/${string}` | `value/${string}`>;

export const otherRuleProblems = {
  'body/no-offices': text(
    422,
    ['Nessun ufficio', 'L’elenco degli uffici è vuoto: indicarne almeno uno.'],
    ['No offices', 'The list of offices is empty: name at least one.'],
  ),
  'body/setup-incomplete': text(
    409,
    [
      'Configurazione incompleta',
      'La configurazione dell’ente non è completa[, manca: {missing}]: servono il nome, la risposta sul santo patrono e gli uffici.',
    ],
    [
      'Setup incomplete',
      'The setup of the body is not complete[, missing: {missing}]: its name, the answer on its patron saint and its offices are needed.',
    ],
  ),
  'reminder/already-sent': text(
    409,
    ['Promemoria già inviato', 'Il promemoria[ all’ufficio {office}][ del {day}] è già stato inviato.'],
    ['Reminder already sent', 'The reminder[ to the office {office}][ of {day}] was already sent.'],
  ),
  'reminder/nothing-to-say': text(
    422,
    ['Promemoria vuoto', 'Non c’è nulla da ricordare[ all’ufficio {office}][ il {day}].'],
    ['Empty reminder', 'There is nothing to remind[ the office {office} of][ on {day}].'],
  ),
  'clock/goes-backwards': text(
    409,
    [
      'L’orologio va solo avanti',
      'L’orologio simulato[ segna {now} e] non può tornare indietro[ a {to}]: indicare un momento successivo.',
    ],
    [
      'The clock only goes forward',
      'The simulated clock[ shows {now} and] cannot go back[ to {to}]: give a later moment.',
    ],
  ),
  'value/not-a-decimal': text(
    422,
    [
      'Numero non valido',
      'Il campo[ «{field}»] non è un numero decimale[: «{value}»]. Scriverlo con il punto, per esempio 2.5.',
    ],
    [
      'Not a decimal',
      'The field[ "{field}"] is not a decimal number[: "{value}"]. Write it with a point, such as 2.5.',
    ],
  ),
  'value/out-of-range': text(
    422,
    ['Valore fuori dai limiti', 'Il campo[ «{field}»] è fuori dai limiti[: {value}][, minimo {min}][, massimo {max}].'],
    ['Value out of range', 'The field[ "{field}"] is out of range[: {value}][, at least {min}][, at most {max}].'],
  ),
  'value/not-a-date': text(
    422,
    ['Data inesistente', 'Il campo[ «{field}»] non è una data[: «{value}»]. Scriverla come 2022-12-31.'],
    ['Not a date', 'The field[ "{field}"] is not a date[: "{value}"]. Write it like 2022-12-31.'],
  ),
  'value/not-unique': text(
    422,
    ['Valore ripetuto', 'Nel campo[ «{field}»] un valore compare due volte[: «{value}»].'],
    ['Value repeated', 'In the field[ "{field}"] a value appears twice[: "{value}"].'],
  ),
  'value/before-its-fact': text(
    422,
    [
      'Prima del fatto su cui si fonda',
      'Nulla accade prima di ciò su cui si fonda[: {needs} è del {min}][, e ciò che si registra sarebbe del {value}]. Indicare il giorno in cui è accaduto, da allora in poi.',
    ],
    [
      'Before the fact that it rests on',
      'Nothing happens before what it rests on[: {needs} is of {min}][, and what is recorded would be of {value}]. Give the day on which it happened, from then on.',
    ],
  ),
  'value/text-missing': text(
    422,
    ['Testo mancante', 'Il campo[ «{field}»] è vuoto: scrivere qualcosa.'],
    ['Text missing', 'The field[ "{field}"] is empty: write something.'],
  ),
} satisfies Record<Code, ProblemText>;
