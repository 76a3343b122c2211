import { text } from '../problem-text.js';

/** The service itself. */
export const serviceProblems = {
  'changes/too-many-listeners': text(
    503,
    [
      'Troppe pagine in ascolto',
      'Troppe pagine seguono già i cambiamenti: chiuderne qualcuna, o ricaricare questa quando serve.',
    ],
    ['Too many listeners', 'Too many pages follow the changes already: close some, or reload this one when needed.'],
  ),
  'clock/not-simulated': text(
    409,
    [
      'Orologio di sistema',
      'Il tempo è quello del sistema: si porta avanti solo un orologio simulato (TRAGUARDO_CLOCK=simulated).',
    ],
    ['System clock', 'Time is the system’s own: only a simulated clock can be moved (TRAGUARDO_CLOCK=simulated).'],
  ),
  'system/not-refused': text(
    404,
    [
      'Nessuna conseguenza rifiutata',
      'In {stream} non risulta rifiutata alcuna conseguenza di quell’evento: indicare «causeId» e «stream» di una di quelle che GET /api/v1/system elenca («refused»), o la pagina «Sistema».',
    ],
    [
      'No refused consequence',
      'No consequence of that event was refused in {stream}: name “causeId” and “stream” of one that GET /api/v1/system lists (“refused”), or the page “System”.',
    ],
  ),
  'internal/fault': text(
    500,
    [
      'Errore interno',
      'Qualcosa non ha funzionato; il guasto è annotato con il numero {correlation}. Riprovare, o comunicare il numero a chi gestisce il sistema.',
    ],
    [
      'Internal fault',
      'Something did not work; the fault is noted under number {correlation}. Try again, or give that number to whoever runs the system.',
    ],
  ),
} as const;
