import { text } from '../problem-text.js';

/** Who is asking, and may they. */
export const sessionProblems = {
  'session/missing': text(
    401,
    [
      'Accesso necessario',
      'Serve una sessione: accedere con nome utente e password. Un programma accede con POST /api/v1/sessions e invia il token come «Authorization: Bearer …».',
    ],
    [
      'Sign-in needed',
      'A session is needed: sign in with user name and password. A program signs in with POST /api/v1/sessions and sends the token as "Authorization: Bearer …".',
    ],
  ),
  'session/expired': text(
    401,
    ['Sessione non valida', 'La sessione è scaduta o è stata chiusa: accedere di nuovo.'],
    ['Session not valid', 'The session has expired or was closed: sign in again.'],
  ),
  'session/not-found': text(
    404,
    ['Sessione sconosciuta', 'Questa sessione non c’è più: ricaricare l’elenco delle sessioni.'],
    ['Unknown session', 'This session is not there any more: reload the list of sessions.'],
  ),
  'session/cross-site': text(
    403,
    [
      'Richiesta da un’altra pagina',
      'Con il cookie di sessione sono ammesse solo le richieste di questa applicazione, con l’intestazione «X-Traguardo: web»: aprirla al suo indirizzo, oppure usare un token.',
    ],
    [
      'Request from another page',
      'With the session cookie only this application’s own requests are taken, with the header "X-Traguardo: web": open it at its own address, or use a token.',
    ],
  ),
  'session/wrong-credentials': text(
    401,
    ['Credenziali errate', 'Il nome utente o la password non sono giusti.'],
    ['Wrong credentials', 'The user name or the password is not right.'],
  ),
  'session/account-disabled': text(
    403,
    [
      'Account disattivato',
      'Questo account è stato disattivato e non fa più accedere: rivolgersi a chi amministra gli account dell’ente.',
    ],
    [
      'Account disabled',
      'This account has been disabled and lets nobody sign in any more: ask whoever administers the accounts of the body.',
    ],
  ),
  'session/too-many-attempts': text(
    429,
    [
      'Troppi tentativi',
      'Troppi accessi falliti: riprovare fra {seconds} {seconds|secondo|secondi}, oppure chiedere un collegamento per scegliere una nuova password.',
    ],
    [
      'Too many attempts',
      'Too many failed sign-ins: try again in {seconds} {seconds|second|seconds}, or ask for a link to choose a new password.',
    ],
  ),
  'permission/denied': text(
    403,
    ['Permesso negato', 'Questo account non ha il ruolo o l’ufficio che serve[ per {what}][: lo può fare {who}].'],
    ['Permission denied', 'This account lacks the role or office that is needed[ to {what}][: it is for {who}].'],
  ),
  'session/too-many-requests': text(
    429,
    ['Troppe richieste', 'Da qui arrivano troppe richieste: riprovare fra {seconds} {seconds|secondo|secondi}.'],
    ['Too many requests', 'Too many requests come from here: try again in {seconds} {seconds|second|seconds}.'],
  ),
} as const;
