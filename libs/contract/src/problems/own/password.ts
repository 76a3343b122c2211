import { text } from '../problem-text.js';

/** Passwords and the links by which they are chosen. */
export const passwordProblems = {
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
} as const;
