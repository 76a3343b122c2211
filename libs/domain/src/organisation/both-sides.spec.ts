import fc from 'fast-check';
import { delegation, tenure } from '../testing/staff.js';
import { onBothSides } from './both-sides.js';
import { INCOMPATIBLE, requireOneSide, rolesBy } from './compatible.js';

const told = (...known: Parameters<typeof onBothSides>) =>
  onBothSides(...known).map(({ person, roles, from, to, by }) => [
    person,
    roles.join(' and '),
    `${from} to ${to ?? 'today'}`,
    by.map(({ what, told: { office } }) => `${what} ${office}`).join(', '),
  ]);
const member = tenure('u-nucleo', 'nucleo', { roles: ['nucleo'] });
const secretary = tenure('u-sg', 'segreteria', { roles: ['segretario'], from: '2022-03-01', to: '2022-06-30' });
const standIn = (fields = {}) =>
  delegation('d-1', 'segreteria', 'u-nucleo', { holder: 'u-sg', from: '2022-02-01', until: '2022-12-31', ...fields });

describe('whoever was set up on both sides of who certifies', () => {
  it('given a member of the Nucleo who stands in for the Segretario, then they are told with both facts and the days that these have in common', () => {
    expect(told({ tenures: [member, secretary], delegations: [standIn()] })).toEqual([
      ['u-nucleo', 'nucleo and segretario', '2022-02-01 to 2022-12-31', 'tenure nucleo, delegation segreteria'],
    ]);
  });

  it('given the Segretario who stands in for a member, or holds the office as well, then they are told', () => {
    const forMember = delegation('d-1', 'nucleo', 'u-sg', { holder: 'u-nucleo', from: '2022-05-01' });
    expect(told({ tenures: [member, secretary], delegations: [forMember] })).toEqual([
      ['u-sg', 'nucleo and segretario', '2022-05-01 to 2022-06-30', 'tenure segreteria, delegation nucleo'],
    ]);
    expect(told({ tenures: [member, { ...secretary, person: 'u-nucleo' }], delegations: [] })).toEqual([
      ['u-nucleo', 'nucleo and segretario', '2022-03-01 to 2022-06-30', 'tenure nucleo, tenure segreteria'],
    ]);
  });

  it('given one office with both roles, then its holder is told once, whatever else they hold', () => {
    const both = tenure('u-x', 'ufficio', { roles: ['rpct', 'nucleo'] });
    expect(told({ tenures: [both, { ...member, person: 'u-x' }], delegations: [] })).toEqual([
      ['u-x', 'nucleo and rpct', '2022-01-01 to today', 'tenure ufficio'],
    ]);
  });

  it('given days that have none in common, a stand-in who was revoked before they began, or colleagues, then nobody is', () => {
    const before = { ...member, to: '2022-01-31' };
    expect(told({ tenures: [before, secretary], delegations: [standIn()] })).toEqual([]);
    const revoked = standIn({ from: '2022-05-01', until: '2022-04-30' });
    expect(told({ tenures: [member, secretary], delegations: [revoked] })).toEqual([]);
    const colleague = delegation('d-1', 'nucleo', 'u-nucleo', { holder: 'u-nucleo-2', from: '2022-01-01' });
    expect(told({ tenures: [member, tenure('u-nucleo-2', 'nucleo')], delegations: [colleague] })).toEqual([]);
  });

  const person = fc.constantFrom('a', 'b', 'c', 'd');
  const office = fc.constantFrom('nucleo', 'segreteria', 'area');
  const day = fc.constantFrom('2022-01-01', '2022-04-01', '2022-07-01', '2022-10-01');
  const tenures = fc.array(
    fc
      .record({ person, office, from: day, to: fc.option(day), role: fc.constantFrom('nucleo', 'segretario', 'x') })
      .map(({ role, from, to, ...one }) =>
        tenure(one.person, one.office, { roles: [role], from, to: to !== null && to < from ? from : to }),
      ),
    { maxLength: 5 },
  );
  const delegations = fc.array(
    fc
      .record({
        kind: fc.constantFrom('sostituzione' as const, 'delega' as const),
        office,
        to: person,
        from: day,
        until: day,
      })
      .map(({ office: of, to, ...fields }) => delegation('d-1', of, to, fields)),
    { maxLength: 5 },
  );

  it('given any organisation, then whoever is told would be refused today, and no tenure that would be is left out', () => {
    fc.assert(
      fc.property(tenures, delegations, (holding, lending) => {
        const known = { tenures: holding, delegations: lending };
        const isRefused = (
          ...[who, roles, of, period]: [string, readonly string[], string, { from: string; to: string | null }]
        ) => {
          try {
            requireOneSide(who, roles, of, period, known, 1);
            return false;
          } catch {
            return true;
          }
        };
        const rows = onBothSides(known);
        for (const { person: who, roles, by } of rows) {
          expect(INCOMPATIBLE).toContainEqual(roles);
          const each = by.map(({ what, told: one }) => {
            if (what === 'tenure') return isRefused(who, one.roles, one.office, one);
            const period = { from: one.from, to: one.until };
            return isRefused(who, rolesBy(one, period, known), one.office, period);
          });
          expect(each).not.toContain(false);
        }
        const refused = holding.filter((one) => isRefused(one.person, one.roles, one.office, one));
        expect(refused.filter(({ person: who }) => !rows.some((row) => row.person === who))).toEqual([]);
      }),
    );
    // also where the mutation tries it on fewer
    const drawn = fc.sample(fc.tuple(tenures, delegations), { seed: 2022, numRuns: 100 });
    const found = drawn.flatMap(([holding, lending]) => onBothSides({ tenures: holding, delegations: lending }));
    expect(found.length).toBeGreaterThan(20);
  });
});
