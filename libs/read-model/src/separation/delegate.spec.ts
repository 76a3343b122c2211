import fc from 'fast-check';
import { actingAs, barredActor, type OfficeDefinition, type Parties, type Staff } from '#domain';
import { stage, type Stage } from '../testing.js';
import { AT, DAY, held, keepRows, keepStaffs, names, person, staffFrom } from '../testing/organisations.js';
import { separationChecks } from './query.js';

/** One organisation, and somebody who takes a step in it. */
interface Case {
  readonly staff: Staff;
  readonly parties: Parties;
  readonly by: { readonly id: string; readonly office: string };
  readonly onBehalfOf: string | null;
}

/** Of its year, for which an office has the credit. */
const half = fc.constantFrom(['2022-01-01', '2022-06-30'], ['2022-07-01', '2022-12-31']);
const some = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.uniqueArray(one, { maxLength });

const organisation = fc.record({
  ...held,
  authors: some(person, 1),
  answering: some(fc.constantFrom('segretario', 'area'), 1),
  scored: some(fc.constantFrom('area'), 1),
  credited: fc.option(fc.record({ office: fc.constantFrom('segretario', 'area', 'giunta'), half }), {
    freq: 2,
    nil: null,
  }),
  step: fc.constantFrom('vicesegretario', 'vicesegretario', 'giunta', 'segretario', 'nucleo', 'nucleo'),
  who: fc.nat(20),
  // known by their account alone
  newcomer: fc.option(
    fc.record({
      office: fc.constantFrom('segretario', 'giunta', 'nucleo'),
      from: fc.constantFrom('2022-09-01', DAY),
    }),
    { freq: 2, nil: null },
  ),
});

/** The same names in every case: each gets some of its own, so that all can stand in one log. */
function casesOf(defined: readonly OfficeDefinition[], count: number): readonly Case[] {
  const drawn = fc.sample(organisation, { numRuns: count, seed: 20230120 });
  return drawn.flatMap(
    ({ authors, answering, scored, credited, step, who, newcomer, ...holding }, index): readonly Case[] => {
      const own = (name: string) => `${index}-${name}`;
      const organised = staffFrom(holding, defined, own);
      const byAccount = { person: own('f'), roles: [], to: null, act: null, byAccount: true } as const;
      const known = newcomer === null ? [] : [{ ...byAccount, ...newcomer, office: own(newcomer.office) }];
      const staff = { ...organised, tenures: [...organised.tenures, ...known] };
      const acting = actingAs(staff, own(step));
      const by = acting[who % Math.max(acting.length, 1)];
      if (by === undefined) return [];
      const parties = {
        authors: authors.map(own),
        offices: answering.map(own),
        scored: scored.map(own),
        beneficiaries: [],
        credited: (credited === null ? [] : [credited]).map(({ office: its, half: [from = '', to = ''] }) => ({
          office: own(its),
          from,
          to,
        })),
      };
      return [{ staff, parties, by: { id: by.person, office: by.office }, onBehalfOf: by.onBehalfOf }];
    },
  );
}

describe('the proof that nobody who acts for a party takes a step', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await on.load([]);
  });
  afterEach(() => on.strike());

  it.each([true, false])(
    'for any organisation, whether its file calls the offices by their function (%s) or not, then proof and rules agree',
    async (called) => {
      const cases = casesOf(names(called), 700);
      await keepRows(on.db, 'separation_check', cases.map(checkOf));
      await keepStaffs(
        on.db,
        cases.map(({ staff }) => staff),
      );
      const { checks } = await separationChecks(on.db, {}, null, 1000);
      const proved = new Map(
        checks.map(({ position, rule }) => [Number(position), rule === 'office-left' ? null : rule]),
      );
      const told = cases.map(({ staff, parties, by, onBehalfOf }, index) => {
        const ruled = barredActor(by, onBehalfOf, parties, staff)?.code ?? null;
        return { index, ruled, proved: proved.get(index) };
      });
      expect(told.filter(({ ruled, proved: found }) => (ruled === null) !== (found === null))).toEqual([]);
      expect(told.filter(({ proved: found }) => found === 'delegate').length).toBeGreaterThan(10);
      const paid = told.filter(({ proved: found }) => found === 'beneficiary').map(({ index }) => index);
      const newcomers = paid.filter((index) => cases.find(({ by }) => by.id === `${index}-f`));
      expect([paid.length > 10, newcomers.length > 2]).toEqual([true, true]);
      // only a file says which office evaluates
      const asEvaluator = told.filter(({ proved: found }) => found === 'evaluator-segretario').length;
      expect(asEvaluator > 10).toBe(called);
      expect(told.filter(({ ruled }) => ruled === null).length).toBeGreaterThan(50);
    },
  );
});

function checkOf({ parties, by, onBehalfOf }: Case, position: number) {
  return {
    ...parties,
    position,
    recorded_at: AT,
    occurred_on: DAY,
    days: [DAY],
    subject: 'rendicontazione',
    subject_id: '2022-1.1.1',
    step: 'verifica',
    outcome: 'approve',
    person: by.id,
    office: by.office,
    on_behalf_of: onBehalfOf,
    any_place: false,
    earlier: [],
  };
}
