import fc from 'fast-check';
import { actingAs } from '../organisation/acting.js';
import type { Parties, Staff } from '../organisation/staff.js';
import { DAY, delegation, exampleStaff, tenure } from '../testing/staff.js';
import type { Participant, StepDefinition } from '../workflow/chain-definition.js';
import { barredActor, barredOffices, eligible } from './separation.js';

const persons = ['a', 'b', 'c', 'd', 'e'];
const offices = ['segretario', 'vicesegretario', 'nucleo', 'giunta', 'affari-generali'];
const person = fc.constantFrom(...persons);
const office = fc.constantFrom(...offices);
const some = (one: fc.Arbitrary<string>) => fc.array(one, { maxLength: 3 });

const anyStaff: fc.Arbitrary<Staff> = fc
  .record({
    tenures: fc.array(fc.tuple(person, office, fc.constantFrom<string[][]>([], ['rpct'], ['nucleo'])), {
      maxLength: 8,
    }),
    delegations: fc.array(fc.tuple(office, person, fc.constantFrom('sostituzione' as const, 'delega' as const)), {
      maxLength: 6,
    }),
    beneficiaries: some(person),
  })
  .map(({ tenures, delegations, beneficiaries }) => ({
    day: DAY,
    offices: exampleStaff.offices,
    tenures: tenures.map(([who, where, roles]) => tenure(who, where, { roles })),
    delegations: delegations.map(([where, to, kind], index) => delegation(`d-${index}`, where, to, { kind })),
    beneficiaries,
  }));

const anyParties: fc.Arbitrary<Parties> = fc.record({
  authors: some(person),
  offices: some(office),
  scored: some(office),
  beneficiaries: some(person),
  earlier: some(person),
});

const participant: fc.Arbitrary<Participant> = fc.oneof(
  office.map((one) => ({ office: one })),
  fc.constantFrom({ role: 'rpct' }, { relation: 'head-of-area' as const }),
);
const anyStep: fc.Arbitrary<StepDefinition> = fc
  .record({
    who: fc.array(participant, { minLength: 1, maxLength: 3 }),
    substitute: fc.option(participant),
    agreement: fc.constantFrom<StepDefinition['agreement'][]>(
      { kind: 'one' },
      { kind: 'all', of: 'offices' },
      { kind: 'all', of: 'members' },
      { kind: 'quorum', count: 2 },
      { kind: 'weighted', threshold: 2, weights: { segretario: 1, nucleo: 1, giunta: 2 } },
    ),
  })
  .map((fields) => ({
    id: 'verifica',
    name: { it: 'Verifica', en: 'Verification' },
    order: 'parallel',
    term: null,
    onTimeout: [],
    outcomes: ['approve'],
    act: null,
    ...fields,
  }));
const relations = { 'head-of-area': ['affari-generali'] };

describe('in any organisation, with any chain', () => {
  it('nobody who may take a step is on the other side, neither themselves nor in whose place they act', () => {
    fc.assert(
      fc.property(anyStaff, anyParties, anyStep, (staff, parties, step) => {
        const panel = eligible(step, parties, staff, relations);
        if (panel === null) return;
        for (const one of panel.offices) {
          expect([...parties.offices, ...parties.scored]).not.toContain(one);
        }
        for (const one of panel.persons) {
          expect(parties.authors).not.toContain(one);
          expect(parties.beneficiaries).not.toContain(one);
          expect(parties.earlier).not.toContain(one);
          const ways = panel.offices.flatMap((each) => actingAs(staff, each).filter((acting) => acting.person === one));
          expect(ways.length).toBeGreaterThan(0);
          const free = ways.filter(
            (way) => barredActor({ id: one, office: way.office }, way.onBehalfOf, parties, staff) === null,
          );
          expect(free.length).toBeGreaterThan(0);
          for (const { onBehalfOf } of free) expect(parties.authors).not.toContain(onBehalfOf);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a step is taken by those it names, or a rule says why it is not', () => {
    fc.assert(
      fc.property(anyStaff, anyParties, anyStep, (staff, parties, step) => {
        const panel = eligible(step, parties, staff, relations);
        // a role that nobody has stands for no office, and then there is none to be barred
        const named = step.who.some((who) => !('role' in who));
        const told = barredOffices(step, parties, staff, relations).length > 0;
        expect(panel !== null || told || !named).toBe(true);
        expect(panel?.offices ?? ['none']).not.toEqual([]);
        expect(panel?.reroutedFrom === null).toBe(panel?.rule === null);
      }),
      { numRuns: 500 },
    );
  });
});
