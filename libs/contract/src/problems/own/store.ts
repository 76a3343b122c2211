import { text } from '../problem-text.js';

/** What the API stands on and cannot reach, or not yet. */
export const storeProblems = {
  'log/unavailable': text(
    503,
    [
      'Registro non raggiungibile',
      'Il registro degli eventi non risponde; nulla è stato scritto. Ripetere fra poco con la stessa Idempotency-Key.',
    ],
    [
      'Log unavailable',
      'The event log does not answer; nothing was written. Repeat shortly with the same Idempotency-Key.',
    ],
  ),
  'log/outcome-unknown': text(
    503,
    [
      'Esito sconosciuto',
      'Il registro degli eventi non ha risposto in tempo. Ripetere con la stessa Idempotency-Key: l’atto avverrà una volta sola.',
    ],
    [
      'Outcome unknown',
      'The event log did not answer in time. Repeat with the same Idempotency-Key: the act will happen once.',
    ],
  ),
  'database/unavailable': text(
    503,
    ['Base dati non raggiungibile', 'La base dati non risponde: riprovare fra poco.'],
    ['Database unavailable', 'The database does not answer: try again shortly.'],
  ),
  'database/disk-full': text(
    503,
    [
      'Disco pieno',
      'Sul disco non c’è più posto e nulla è stato scritto: avvisare chi gestisce il computer, poi ripetere.',
    ],
    ['Disk full', 'There is no room left on the disk and nothing was written: tell whoever runs the computer, repeat.'],
  ),
  'query/not-caught-up': text(
    503,
    ['Dati non ancora aggiornati', 'I dati non sono ancora arrivati alla posizione {minPosition}: riprovare fra poco.'],
    ['Not caught up', 'The data have not yet reached position {minPosition}: try again shortly.'],
  ),
  'query/rebuilding': text(
    503,
    ['Dati in ricostruzione', 'Le tabelle da cui si legge si stanno ricostruendo dal registro: riprovare fra poco.'],
    ['Rebuilding', 'The tables that answer questions are being rebuilt from the log: try again shortly.'],
  ),
} as const;
