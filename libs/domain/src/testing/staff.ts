import type { Delegation, Parties, Staff, Tenure } from '../organisation/staff.js';

// Who works in the example's body: each office is held by the person of its name.
export const DAY = '2023-01-20';

export function tenure(person: string, office: string, fields: Partial<Tenure> = {}): Tenure {
  return { person, office, roles: [], from: '2022-01-01', to: null, act: null, ...fields };
}

export function delegation(id: string, office: string, to: string, fields: Partial<Delegation> = {}): Delegation {
  const period = { from: '2023-01-01', until: '2023-01-31' };
  return { id, kind: 'sostituzione', office, to: { person: to }, ...period, subjects: null, act: null, ...fields };
}

export const exampleStaff: Staff = {
  day: DAY,
  offices: [
    { id: 'segretario', function: 'segretario', names: [] },
    { id: 'vicesegretario', function: 'segretario-substitute', names: [] },
    { id: 'nucleo', function: 'evaluation-body', names: [] },
    { id: 'giunta', function: 'political-body', names: [] },
  ],
  tenures: [
    tenure('u-head', 'affari-generali'),
    tenure('u-segretario', 'segretario'),
    tenure('u-vice', 'vicesegretario'),
    tenure('u-nucleo', 'nucleo'),
    tenure('u-giunta', 'giunta'),
  ],
  delegations: [],
  beneficiaries: ['u-head', 'u-segretario'],
};

export function parties(fields: Partial<Parties> = {}): Parties {
  return { authors: [], offices: [], scored: [], beneficiaries: [], ...fields };
}
