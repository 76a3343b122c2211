import { segretario } from '../testing/example.js';
import { eventsOf, given } from '../testing/given.js';
import type { OrganisationCommand } from './messages.js';
import { organisation } from './organisation.js';

type CommandOf<T extends OrganisationCommand['type']> = Extract<OrganisationCommand, { readonly type: T }>;

const ACT = { kind: 'DS', number: '7', date: '2022-06-01' };
const issued = { by: segretario, at: '2022-06-20T08:00:00.000Z' };
const offices = [
  { id: 'nucleo', function: 'evaluation-body', names: [] },
  { id: 'segretario', function: 'segretario', names: [] },
] as const;

const mistaken: CommandOf<'organisation.take-office'> = {
  type: 'organisation.take-office',
  tenureId: 't-1',
  person: 'u-oiv',
  office: 'archivio',
  roles: [],
  from: '2022-06-01',
  to: null,
  act: null,
  ...issued,
};
const annul = (fields: Partial<CommandOf<'organisation.annul-tenure'>> = {}): OrganisationCommand => ({
  type: 'organisation.annul-tenure',
  tenureId: 't-1',
  reason: 'Era per un’altra persona',
  act: null,
  offices,
  ...issued,
  ...fields,
});
const after = (...commands: readonly OrganisationCommand[]) =>
  given(organisation)(...eventsOf(organisation, ...commands));

describe('a tenure that was recorded by mistake', () => {
  it('is annulled with the reason: nobody ever held it, and the same may be recorded of whom it was meant for', () => {
    const whose = { tenureId: 't-1', person: 'u-oiv', office: 'archivio' };
    expect(after(mistaken).when(annul())).toMatchObject({
      events: [
        {
          type: 'organisation.tenure-annulled.v1',
          data: { ...whose, reason: 'Era per un’altra persona', act: null },
        },
      ],
    });
    expect(after(mistaken, annul()).state.tenures.size).toBe(0);
    expect(after(mistaken, annul()).when({ ...mistaken, tenureId: 't-2' })).toHaveProperty('events');
  });

  it('is annulled as well once its end is told', () => {
    const left = {
      type: 'organisation.leave-office',
      tenureId: 't-1',
      to: '2022-06-10',
      act: null,
      ...issued,
    } as const;
    expect(after(mistaken, left, annul()).state.tenures.size).toBe(0);
  });

  it('given no reason, or none that is known, then it is refused', () => {
    expect(after(mistaken).when(annul({ reason: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
    expect(after().when(annul())).toMatchObject({ refusal: 'organisation/unknown-tenure' });
    expect(after(mistaken, annul()).when(annul())).toMatchObject({ refusal: 'organisation/unknown-tenure' });
    const late = { ...ACT, date: '2022-07-01' };
    expect(after(mistaken).when(annul({ act: late }))).toMatchObject({ refusal: 'act/dated-in-future' });
  });

  it('given that somebody has acted by it, then it is refused, with what was done last: it ends instead', () => {
    const acted = { last: 'objective.approval-voted.v1', lastAt: '2022-06-15T08:00:00.000Z' };
    expect(after(mistaken).when(annul({ acted }))).toEqual({
      refusal: 'organisation/tenure-acted-by',
      facts: { office: 'archivio', done: acted.last, lastAt: acted.lastAt },
    });
    expect(after(mistaken).when(annul({ acted: null }))).toHaveProperty('events');
  });

  it('given one of their own, or of who judges, then an act says so', () => {
    const own = { ...mistaken, person: segretario.id, act: ACT };
    expect(after(own).when(annul())).toMatchObject({
      refusal: 'organisation/act-missing',
      facts: { ownOffice: 'archivio' },
    });
    expect(after(own).when(annul({ act: ACT }))).toHaveProperty('events');
    const judging = { ...mistaken, office: 'nucleo', roles: ['nucleo'], act: ACT };
    expect(after(judging).when(annul())).toMatchObject({
      refusal: 'organisation/act-missing',
      facts: { judging: 'nucleo' },
    });
  });

  it('given an account by which its person would come to speak for both sides again, then it is refused', () => {
    const account = { person: 'u-oiv', office: 'nucleo', roles: ['nucleo'], from: '1900-01-01', to: null };
    const lent = {
      type: 'organisation.delegate',
      delegationId: 'd-1',
      kind: 'delega',
      office: 'segretario',
      holder: 'u-sg',
      person: 'u-oiv',
      from: '2022-06-10',
      until: '2022-08-31',
      subjects: null,
      act: ACT,
      ...issued,
    } as const;
    const ofSegretario = { ...mistaken, tenureId: 't-s', person: 'u-sg', office: 'segretario', roles: ['segretario'] };
    const known = after(mistaken, { ...ofSegretario, from: '2022-01-01', act: ACT }, lent);
    expect(known.when(annul({ accounts: [account] }))).toMatchObject({ refusal: 'organisation/incompatible' });
    expect(known.when(annul({ accounts: [{ ...account, person: 'u-other' }] }))).toHaveProperty('events');
  });
});
