import { text } from '../problem-text.js';

/** What is wrong with a request as such. */
export const requestProblems = {
  'request/invalid': text(
    400,
    ['Richiesta non valida', 'La richiesta non ha la forma prevista[: {first}]. L’elenco completo è in «errors».'],
    ['Invalid request', 'The request does not have the expected form[: {first}]. The whole list is in "errors".'],
  ),
  'request/malformed': text(
    400,
    [
      'Richiesta illeggibile',
      'Il corpo della richiesta non è JSON leggibile: controllare virgolette, parentesi e Content-Type.',
    ],
    ['Unreadable request', 'The body of the request is not readable JSON: check quotes, brackets and Content-Type.'],
  ),
  'request/idempotency-key-missing': text(
    400,
    [
      'Manca Idempotency-Key',
      'Ogni comando porta nell’intestazione Idempotency-Key un UUID nuovo, lo stesso quando si riprova.',
    ],
    [
      'Idempotency-Key missing',
      'Every command carries a new UUID in the header Idempotency-Key, and the same one when it is tried again.',
    ],
  ),
  'request/idempotency-key-malformed': text(
    400,
    [
      'Idempotency-Key non valida',
      'L’intestazione Idempotency-Key non è un UUID: generarne uno nuovo per ogni comando.',
    ],
    ['Idempotency-Key malformed', 'The header Idempotency-Key is not a UUID: make a new one for each command.'],
  ),
  'request/if-match-malformed': text(
    400,
    ['If-Match non valida', 'L’intestazione If-Match porta una revisione fra virgolette, come nell’ETag: "3".'],
    ['If-Match malformed', 'The header If-Match carries a revision in quotes, as the ETag does: "3".'],
  ),
  'request/too-large': text(
    413,
    ['Richiesta troppo grande', 'Il corpo della richiesta supera il limite: 5 MB per un piano, 1 MB per il resto.'],
    ['Request too large', 'The body of the request is over the limit: 5 MB for a plan, 1 MB for the rest.'],
  ),
  'request/unsupported-media-type': text(
    415,
    ['Formato non previsto', 'Il corpo della richiesta va inviato come application/json.'],
    ['Unsupported media type', 'Send the body of the request as application/json.'],
  ),
  'request/unknown-host': text(
    421,
    [
      'Nome sconosciuto',
      'Questo servizio non risponde al nome «{host}»: usare l’indirizzo stampato all’avvio, o impostare TRAGUARDO_URL.',
    ],
    [
      'Unknown host',
      'This service does not answer to the name "{host}": use the address printed at the start, or set TRAGUARDO_URL.',
    ],
  ),
  'request/past-the-proxy': text(
    403,
    [
      'Solo attraverso il proxy',
      'Questo servizio si raggiunge solo attraverso il suo proxy, che cifra il traffico: usare l’indirizzo pubblico.',
    ],
    [
      'Through the proxy only',
      'This service is reached only through its proxy, which encrypts the traffic: use the public address.',
    ],
  ),
  'request/refused': text(
    400,
    [
      'Richiesta rifiutata',
      'La richiesta non può essere accolta in questa forma: controllarla con la documentazione in /api/docs.',
    ],
    [
      'Request refused',
      'The request cannot be accepted in this form: check it against the documentation at /api/docs.',
    ],
  ),
  'request/not-found': text(
    404,
    ['Indirizzo sconosciuto', 'A questo indirizzo non c’è nulla: gli indirizzi sono elencati in /api/docs.'],
    ['Unknown address', 'There is nothing at this address: the addresses are listed at /api/docs.'],
  ),
} as const;
