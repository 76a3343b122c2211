import type { Role } from '#auth';
import type { WorkflowDefinition } from '#domain';
import { onlookerOf } from './onlooker.js';

const workflow: Pick<WorkflowDefinition, 'offices'> = {
  offices: [
    { id: 'segretario', function: 'segretario', names: [] },
    { id: 'nucleo', function: 'evaluation-body', names: [] },
    { id: 'tributi', function: null, names: [] },
  ],
};
const staff = { day: '2023-01-16', offices: [], tenures: [], delegations: [], beneficiaries: [] };

function sees(office: string, roles: readonly Role[]) {
  const session = { id: 'u', sessionId: 's', user: 'u', name: null, office, roles, expiresAt: new Date(0) };
  return onlookerOf({ by: { id: 'u', office }, session }, workflow, staff).sees;
}

describe('whose evaluations somebody sees', () => {
  it('given the Segretario or the Nucleo, then all; given whoever may judge, then those that concern them', () => {
    expect(sees('segretario', ['segretario'])).toBe('all');
    expect(sees('nucleo', ['nucleo'])).toBe('all');
    expect(sees('tributi', ['responsabile'])).toBe('concerned');
  });

  it('given an account whose office was that of the Nucleo once and has no role any more, then their own alone', () => {
    expect(sees('nucleo', [])).toBe('own');
    expect(sees('segretario', ['revisore'])).toBe('own');
  });
});
