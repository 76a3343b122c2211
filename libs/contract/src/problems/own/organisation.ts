import { text } from '../problem-text.js';

/** Who may speak for an office, where the rules have no say. */
export const ownOrganisationProblems = {
  'office/not-yours': text(
    403,
    [
      'Ufficio di altri',
      'Oggi questo account non ricopre l’ufficio[ {office}] né ha una delega che valga per questo[: può agire come {offices}].',
    ],
    [
      'Somebody else’s office',
      'Today this account neither holds the office[ {office}] nor has a delegation for it that covers this[: it may act as {offices}].',
    ],
  ),
  'office/only-its-holder': text(
    403,
    [
      'Solo chi lo ricopre',
      'Una delega per l’ufficio[ {office}] la dà o la revoca chi lo ricopre, oppure chi gestisce l’organigramma (segretario, amministratore); vi rinuncia chi l’ha ricevuta, che non delega a sua volta.',
    ],
    [
      'Only its holder',
      'A delegation for the office[ {office}] is given or revoked by who holds it, or by who keeps the organisation (Segretario, administrator); whoever received it gives it up, and does not delegate in turn.',
    ],
  ),
  'organisation/unknown-person': text(
    422,
    ['Persona sconosciuta', 'Nessun account ha il nome utente o l’identificativo «{person}»: crearlo prima.'],
    ['Unknown person', 'No account has the user name or id "{person}": create it first.'],
  ),
} as const;
