import fc from 'fast-check';
import { delegation, exampleStaff, tenure } from '../testing/staff.js';
import { actingAs, officesOf } from './acting.js';
import type { Staff } from './staff.js';

const withDelegations = (...delegations: Staff['delegations']): Staff => ({ ...exampleStaff, delegations });
const persons = (staff: Staff, office: string) => actingAs(staff, office).map(({ person }) => person);

describe('acting as an office', () => {
  it('given a holder and no delegation, then the holder acts in their own right', () => {
    expect(actingAs(exampleStaff, 'segretario')).toEqual([
      { person: 'u-segretario', office: 'segretario', onBehalfOf: null, places: [], delegations: [] },
    ]);
  });

  it('given a delegation, then the delegate acts on behalf of the holder, on its first and on its last day alone', () => {
    const staff = withDelegations(
      delegation('d-1', 'segretario', 'u-vice', { from: '2023-01-20', until: '2023-01-21' }),
    );
    expect(actingAs(staff, 'segretario')[1]).toEqual({
      person: 'u-vice',
      office: 'segretario',
      onBehalfOf: 'u-segretario',
      places: ['u-segretario'],
      delegations: ['d-1'],
    });
    expect(persons({ ...staff, day: '2023-01-21' }, 'segretario')).toHaveLength(2);
    expect(persons({ ...staff, day: '2023-01-19' }, 'segretario')).toHaveLength(1);
    expect(persons({ ...staff, day: '2023-01-22' }, 'segretario')).toHaveLength(1);
  });

  it('given a vacant office, then who stands in acts on behalf of the office itself', () => {
    const staff = { ...withDelegations(delegation('d-1', 'segretario', 'u-vice')), tenures: [] };
    expect(actingAs(staff, 'segretario')).toMatchObject([{ person: 'u-vice', onBehalfOf: 'segretario' }]);
  });

  it('given a delegate who is away, then who stands in for the delegate does so here too, and no mandate is handed on', () => {
    const standIn = delegation('d-2', 'vicesegretario', 'u-head');
    const chain = withDelegations(delegation('d-1', 'segretario', 'u-vice'), standIn);
    expect(actingAs(chain, 'segretario').at(-1)).toMatchObject({ person: 'u-head', delegations: ['d-1', 'd-2'] });
    const mandate = withDelegations(delegation('d-1', 'segretario', 'u-vice'), { ...standIn, kind: 'delega' });
    expect(persons(mandate, 'segretario')).toEqual(['u-segretario', 'u-vice']);
  });

  describe('as an office that several hold', () => {
    const three = ['u-nucleo', 'u-nucleo-2', 'u-nucleo-3'];
    const given = (holder: string, to = 'u-x', id = 'd-1') => delegation(id, 'nucleo', to, { holder });
    const of = (tenures: Staff['tenures'], ...delegations: Staff['delegations']) =>
      actingAs({ ...exampleStaff, tenures, delegations }, 'nucleo').filter(({ onBehalfOf }) => onBehalfOf !== null);
    const members = three.map((person) => tenure(person, 'nucleo'));

    it('given the delegate of one, then they act in the place of that one; of two, of either', () => {
      expect(of(members, given('u-nucleo-2'))).toMatchObject([{ person: 'u-x', onBehalfOf: 'u-nucleo-2' }]);
      expect(of(members, given('u-nucleo-2'), given('u-nucleo', 'u-x', 'd-2'))).toMatchObject([
        { person: 'u-x', onBehalfOf: 'u-nucleo-2', places: ['u-nucleo-2', 'u-nucleo'] },
      ]);
    });

    it('given one who left, then their delegate acts for nobody, and for the office itself once it is vacant', () => {
      const [first, ...others] = members;
      const left = { ...first, to: '2023-01-19' } as Staff['tenures'][number];
      expect(of([left, ...others], given('u-nucleo'))).toEqual([]);
      expect(of([left], given('u-nucleo'))).toMatchObject([{ person: 'u-x', onBehalfOf: 'nucleo' }]);
    });

    it('given a log that does not say who gave it, then it is whoever held the office alone on its first day, or nobody', () => {
      const old = delegation('d-1', 'nucleo', 'u-x', { from: '2022-06-01' });
      const later = tenure('u-nucleo-2', 'nucleo', { from: '2022-09-01' });
      expect(of([tenure('u-nucleo', 'nucleo'), later], old)).toMatchObject([{ onBehalfOf: 'u-nucleo' }]);
      expect(of([later], old)).toMatchObject([{ onBehalfOf: 'u-nucleo-2' }]);
      expect(of(members, old)).toEqual([]);
      expect(of([tenure('u-nucleo', 'nucleo', { to: '2022-12-31' }), later], old)).toEqual([]);
    });

    it('given who stands in for one member, then they stand in for what that one does for others too, not for colleagues', () => {
      const tenures = [...members, tenure('u-segretario', 'segretario')];
      const chain = [
        delegation('d-2', 'segretario', 'u-nucleo-2'),
        given('u-nucleo'),
        given('u-nucleo-2', 'u-y', 'd-3'),
      ];
      const acting = actingAs({ ...exampleStaff, tenures, delegations: chain }, 'segretario');
      expect(acting.map(({ person }) => person)).toEqual(['u-segretario', 'u-nucleo-2', 'u-y']);
    });
  });

  it('given a long chain, then it ends after three', () => {
    const links = ['a', 'b', 'c', 'd', 'e'].map((person, index, all) => ({ person, next: all[index + 1] }));
    const staff: Staff = {
      ...exampleStaff,
      tenures: links.map(({ person }) => tenure(person, `office-${person}`)),
      delegations: links.flatMap(({ person, next }) =>
        next === undefined ? [] : [delegation(person, `office-${person}`, next)],
      ),
    };
    expect(persons(staff, 'office-a')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('given a person with an office and a delegation, then both are theirs, their own first', () => {
    const staff = withDelegations(delegation('d-1', 'segretario', 'u-vice'));
    expect(officesOf(staff, 'u-vice').map(({ office }) => office)).toEqual(['vicesegretario', 'segretario']);
    expect(officesOf(staff, 'u-nobody')).toEqual([]);
  });

  it('given any delegations, circles included, then the search ends and finds nobody twice', () => {
    const person = fc.constantFrom('u-head', 'u-segretario', 'u-vice', 'u-nucleo', 'u-giunta');
    const office = fc.constantFrom('affari-generali', 'segretario', 'vicesegretario', 'nucleo', 'giunta');
    const any = fc.record({ office, person, kind: fc.constantFrom('sostituzione' as const, 'delega' as const) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), office, (links, asked) => {
        const delegations = links.map((link, index) =>
          delegation(`d-${index}`, link.office, link.person, { kind: link.kind }),
        );
        const found = actingAs(withDelegations(...delegations), asked);
        expect(new Set(found.map((acting) => acting.person)).size).toBe(found.length);
        expect(found.every((acting) => acting.delegations.length <= 3)).toBe(true);
        expect(found.every((acting) => (acting.onBehalfOf === null) === (acting.delegations.length === 0))).toBe(true);
      }),
    );
  });
});
