import type { RefusalCode } from '#domain';
import { text, type ProblemText } from './problem-text.js';

export const actProblems = {
  'act/not-registered': text(
    404,
    ['Atto non registrato', 'L’atto[ {act}] non è nel registro: registrarlo prima con tipo, numero, data e oggetto.'],
    [
      'Act not registered',
      'The act[ {act}] is not in the register: register it first, with kind, number, date and title.',
    ],
  ),
  'act/already-registered': text(
    409,
    [
      'Atto già registrato',
      'L’atto[ {act}] è già registrato con altri dati: controllare numero e data, oppure correggere quello registrato.',
    ],
    [
      'Act already registered',
      'The act[ {act}] is already registered with other details: check number and date, or correct the registered one.',
    ],
  ),
  'act/has-another-file': text(
    409,
    [
      'L’atto ha già un altro file',
      'All’atto[ {act}] è già allegato un file diverso[, impronta {sha256}]: allegare quello, o registrare l’atto nuovo con il suo numero; se il file allegato è sbagliato, lo sostituisce una correzione.',
    ],
    [
      'The act has another file',
      'Another file is attached to the act[ {act}] already[, fingerprint {sha256}]: attach that one, or register the new act under its own number; where the attached file is wrong, a correction replaces it.',
    ],
  ),
  'act/relates-to-itself': text(
    422,
    ['Atto in relazione con sé stesso', 'L’atto[ {act}] non può citare o modificare sé stesso: indicarne un altro.'],
    ['Act related to itself', 'The act[ {act}] can neither cite nor amend itself: name another one.'],
  ),
  'act/relates-to-later': text(
    422,
    [
      'Atto in relazione con uno successivo',
      'Un atto[ del {max}] non cita, modifica, abroga o attua ciò che ancora non c’era[: {act} è del {value}]. Correggere la data sbagliata, oppure registrare il rapporto dall’atto successivo.',
    ],
    [
      'Act related to a later one',
      'An act[ of {max}] does not cite, amend, repeal or carry out what was not there yet[: {act} is of {value}]. Correct the date that is wrong, or record the relation from the later act.',
    ],
  ),
  'act/dated-in-future': text(
    422,
    [
      'Atto con data futura',
      'La data dell’atto[ ({value})] è dopo oggi[, {today}]: controllarla, o registrare l’atto da quel giorno in poi.',
    ],
    [
      'Act dated in the future',
      'The date of the act[ ({value})] is after today[, {today}]: check it, or record the act from that day on.',
    ],
  ),
  'act/of-another-year': text(
    422,
    [
      'Atto di un altro anno',
      'I numeri ricominciano ogni anno: con la data[ {value}] l’atto[ {act}] sarebbe un altro. Registrarlo come nuovo.',
    ],
    [
      'Act of another year',
      'Numbers start again every year: dated[ {value}] the act[ {act}] would be another one. Register it as a new one.',
    ],
  ),
  'act/dated-otherwise': text(
    422,
    [
      'Atto con un’altra data nel registro',
      'Nel registro l’atto[ {act}] ha un’altra data[, {registered}][, non {value}]: citarlo con quella, o correggere prima il registro.',
    ],
    [
      'Act dated otherwise in the register',
      'In the register the act[ {act}] has another date[, {registered}][, not {value}]: cite it by that one, or correct the register first.',
    ],
  ),
} satisfies Record<Extract<RefusalCode, `act/${string}`>, ProblemText>;
