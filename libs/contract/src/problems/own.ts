import { text } from './problem-text.js';

/** What the interface itself has to say, besides the rules. */
export const ownProblems = {
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
  'plan/not-yet': text(
    404,
    [
      'Piano non ancora importato',
      'In quel giorno[ ({day})] il piano[ {plan}] non era ancora nel registro: scegliere un giorno successivo.',
    ],
    ['Plan not yet imported', 'On that day[ ({day})] plan[ {plan}] was not in the log yet: choose a later one.'],
  ),
  'plan/objectives-open': text(
    409,
    [
      'Obiettivi ancora aperti',
      'Il piano {plan} ha {count} obiettivi non chiusi, il primo è {first}: chiuderli, poi chiudere il piano.',
    ],
    [
      'Objectives still open',
      'Plan {plan} has {count} objectives that are not closed, the first is {first}: close them, then close the plan.',
    ],
  ),
  'objective/unknown-office': text(
    422,
    [
      'Ufficio sconosciuto',
      'Nessuno conosce l’ufficio[ «{office}»]: non è fra gli uffici dell’ente, né fra le aree del piano, né di alcun account. Controllare il nome o aggiungerlo agli uffici.',
    ],
    [
      'Unknown office',
      'Nobody knows the office[ "{office}"]: it is among neither the body’s offices, nor the plan’s areas, nor those of the accounts. Check the name or add it to the offices.',
    ],
  ),
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
  'session/too-many-attempts': text(
    429,
    [
      'Troppi tentativi',
      'Troppi accessi falliti: riprovare fra {seconds} secondi, oppure chiedere un collegamento per scegliere una nuova password.',
    ],
    [
      'Too many attempts',
      'Too many failed sign-ins: try again in {seconds} seconds, or ask for a link to choose a new password.',
    ],
  ),
  'permission/denied': text(
    403,
    [
      'Permesso negato',
      'Questo account non ha il ruolo che serve[ per {what}][: lo può fare chi ha il ruolo di {who}].',
    ],
    ['Permission denied', 'This account lacks the role that is needed[ to {what}][: it takes the role of {who}].'],
  ),
  'session/too-many-requests': text(
    429,
    ['Troppe richieste', 'Da qui arrivano troppe richieste: riprovare fra {seconds} secondi.'],
    ['Too many requests', 'Too many requests come from here: try again in {seconds} seconds.'],
  ),
  'password/too-short': text(
    422,
    [
      'Password troppo corta',
      'Servono almeno {shortest} caratteri, di qualsiasi tipo: per esempio tre o quattro parole che solo chi la sceglie metterebbe insieme.',
    ],
    [
      'Password too short',
      'At least {shortest} characters are needed, of any kind: three or four words, say, that only you would put together.',
    ],
  ),
  'password/too-long': text(
    422,
    ['Password troppo lunga', 'Non più di {longest} caratteri: accorciarla.'],
    ['Password too long', 'No more than {longest} characters: shorten it.'],
  ),
  'password/common': text(
    422,
    [
      'Password facile da indovinare',
      'Questa password è fra le più usate, o segue uno schema noto (sequenze, ripetizioni, tasti vicini, date): sceglierne un’altra, per esempio tre o quattro parole insolite.',
    ],
    [
      'Password easy to guess',
      'This password is one of the common ones, or follows a known pattern (sequences, repetitions, neighbouring keys, dates): choose another, three or four unusual words for example.',
    ],
  ),
  'password/telling': text(
    422,
    [
      'Password che si indovina',
      'Questa password è fatta quasi solo di parole che qui chiunque proverebbe (nome utente, ente, ruoli, uffici, lavoro): sceglierne una che non c’entri nulla.',
    ],
    [
      'Password that is guessed',
      'This password is made of little but words that anybody here would try (user name, body, roles, offices, the work): choose one that has nothing to do with them.',
    ],
  ),
  'password/wrong-current': text(
    422,
    [
      'Password attuale errata',
      'La password attuale non è giusta: riscriverla, oppure chiedere un collegamento per sceglierne una nuova.',
    ],
    [
      'Wrong current password',
      'The current password is not right: write it again, or ask for a link to choose a new one.',
    ],
  ),
  'password/link-not-valid': text(
    410,
    [
      'Collegamento non più valido',
      'Il collegamento è già stato usato, è scaduto, o ne è stato creato uno più recente: chiederne un altro, o accedere se la password è già scelta.',
    ],
    [
      'Link not valid any more',
      'The link was used already, is over, or a newer one was made: ask for another, or sign in if the password is chosen already.',
    ],
  ),
  'account/not-found': text(
    404,
    ['Account sconosciuto', 'Questo account non c’è: ricaricare l’elenco degli account.'],
    ['Unknown account', 'There is no such account: reload the list of accounts.'],
  ),
  'account/last-administrator': text(
    409,
    [
      'Ultimo amministratore',
      'Senza questo account nessuno amministrerebbe più il sistema: dare prima il ruolo a un’altra persona che abbia già scelto la password.',
    ],
    [
      'Last administrator',
      'Without this account nobody would administer the system: first give the role to someone else who has chosen a password.',
    ],
  ),
  'account/of-the-system': text(
    409,
    [
      'Account del sistema',
      'Questo account è di chi gestisce il computer, che vi accede da lì: non si modifica e non ha password.',
    ],
    [
      'Account of the system',
      'This account belongs to whoever runs the computer and is used from there: it cannot be changed and has no password.',
    ],
  ),
  'account/administrator-exists': text(
    409,
    [
      'C’è già un amministratore',
      'Un amministratore ha già scelto la password: per un’altra persona creare un account, per una password dimenticata un collegamento.',
    ],
    [
      'There is an administrator',
      'An administrator has chosen a password already: for someone else create an account, for a forgotten password make a link.',
    ],
  ),
  'account/exists': text(
    409,
    ['Account già esistente', 'C’è già un account con il nome {user}: sceglierne un altro.'],
    ['Account exists', 'There is already an account named {user}: choose another name.'],
  ),
  'command/stale-revision': text(
    412,
    [
      'Revisione superata',
      'Nel frattempo altri hanno agito: la revisione è {actual}, non {expected}. Ricaricare e decidere di nuovo.',
    ],
    [
      'Stale revision',
      'Others have acted meanwhile: the revision is {actual}, not {expected}. Reload and decide again.',
    ],
  ),
  'command/key-reused': text(
    422,
    [
      'Idempotency-Key già usata',
      'Questa Idempotency-Key è già servita per una richiesta diversa: generarne una nuova.',
    ],
    ['Idempotency-Key reused', 'This Idempotency-Key was already used for a different request: make a new one.'],
  ),
  'command/contended': text(
    409,
    [
      'Troppi atti insieme',
      'Altri stanno scrivendo sullo stesso oggetto: ripetere la richiesta con la stessa Idempotency-Key.',
    ],
    ['Contended', 'Others are writing to the same thing: repeat the request with the same Idempotency-Key.'],
  ),
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
  'premium/not-found': text(
    404,
    ['Ripartizione sconosciuta', 'Non c’è nessuna ripartizione {run}.'],
    ['Unknown run', 'There is no run {run}.'],
  ),
  'import/problems': text(
    422,
    [
      'Documento non leggibile',
      'Il documento ha {count} problemi, elencati in «problems» con il loro posto; nulla è stato scritto. Correggere il documento e riprovare.',
    ],
    [
      'Document not readable',
      'The document has {count} problems, listed in "problems" with their place; nothing was written. Correct the document and try again.',
    ],
  ),
  'import/questions-open': text(
    422,
    [
      'Domande aperte',
      'Il documento lascia {count} domande aperte, elencate in «questions»; nulla è stato scritto. Rispondere in «answers» o accettare le proposte con «acceptProposals».',
    ],
    [
      'Questions open',
      'The document leaves {count} questions open, listed in "questions"; nothing was written. Answer them in "answers" or take the proposals with "acceptProposals".',
    ],
  ),
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
