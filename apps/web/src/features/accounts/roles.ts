import type { Answer } from '../../client/ask.js';

export type Account = Answer<'listAccounts'>['accounts'][number];
export type Role = Account['roles'][number];

/** In the order in which people think of them. */
export const roles: readonly Role[] = [
  'responsabile',
  'segretario',
  'vicesegretario',
  'nucleo',
  'giunta',
  'personale',
  'revisore',
  'amministratore',
];
