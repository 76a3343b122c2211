import type { Role } from '#auth';
import type { Staff, WorkflowDefinition } from '#domain';
import { onlookerOf } from './onlooker.js';

const workflow: Pick<WorkflowDefinition, 'id' | 'version' | 'chains' | 'offices' | 'evaluations'> = {
  id: 'borgo',
  version: 1,
  chains: {},
  offices: [
    { id: 'segretario', function: 'segretario', names: [] },
    { id: 'nucleo', function: 'evaluation-body', names: [] },
    { id: 'tributi', function: null, names: [] },
  ],
};
const staff: Staff = { day: '2023-01-16', offices: [], tenures: [], delegations: [], beneficiaries: [] };

function looking(office: string, roles: readonly Role[], among = staff, under: typeof workflow = workflow) {
  const session = { id: 'u', sessionId: 's', user: 'u', name: null, office, roles, expiresAt: new Date(0) };
  return onlookerOf({ by: { id: 'u', office }, session }, under, among);
}
const sees = (office: string, roles: readonly Role[]) => looking(office, roles).sees;

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

  it('given an office that the workflow file names, then who holds it conducts or judges whatever their role', () => {
    const terms = {
      results: 60,
      hearingBelow: 60,
      observations: { workingDays: 10 },
      conciliation: { workingDays: 10 },
    };
    const conducting = { ...workflow, evaluations: { ...terms, conductors: [{ office: 'tributi' }] } };
    const judging = { ...workflow, evaluations: { ...terms, evaluators: [{ office: 'tributi' }] } };
    const tenure = { person: 'u', office: 'tributi', roles: [], from: '2022-01-01', to: null, act: null };
    const held = { ...staff, tenures: [tenure] };
    expect(looking('tributi', ['revisore'], held, conducting)).toMatchObject({ sees: 'concerned', conducts: true });
    expect(looking('tributi', ['revisore'], held, judging)).toMatchObject({ sees: 'concerned', conducts: false });
    const left = { ...staff, tenures: [{ ...tenure, to: '2022-12-31' }] };
    expect(looking('tributi', [], left, conducting)).toMatchObject({ sees: 'own', conducts: false });
  });
});
