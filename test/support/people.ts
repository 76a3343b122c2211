import type { NewAccount } from '#auth';

export const PASSWORD = 'solo-per-dimostrazione';

/** Who works at the body of the tests: one account for each role, two heads of area, and the Segretario. */
export const people = {
  amministratrice: { office: 'amministratore', roles: ['amministratore'] },
  'segretario-generale': { office: 'segretario-generale', roles: ['segretario', 'responsabile'] },
  vicesegretario: { office: 'vicesegretario', roles: ['vicesegretario'] },
  finanziaria: { office: 'finanziaria', roles: ['responsabile'] },
  'polizia-locale': { office: 'polizia-locale', roles: ['responsabile'] },
  nucleo: { office: 'nucleo', roles: ['nucleo'] },
  giunta: { office: 'giunta', roles: ['giunta'] },
  personale: { office: 'personale', roles: ['personale'] },
  revisore: { office: 'revisore', roles: ['revisore'] },
} as const satisfies Record<string, Omit<NewAccount, 'user' | 'password'>>;

export type Person = keyof typeof people;
