import { text } from '../problem-text.js';

/** Accounts. */
export const accountProblems = {
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
} as const;
