import fc from 'fast-check';
import { sql } from 'kysely';
import { actingAs, barredActor, type Delegation, type OfficeDefinition, type Parties, type Staff } from '#domain';
import { stage, type Stage } from '../testing.js';
import { separationChecks } from './query.js';

const DAY = '2023-01-20';
const AT = `${DAY}T08:00:00.000Z`;
const OFFICES = ['segretario', 'vicesegretario', 'area', 'giunta'] as const;
const PERSONS = ['a', 'b', 'c', 'd', 'e'] as const;

/** One organisation, and somebody who takes a step in it. */
interface Case {
  readonly staff: Staff;
  readonly parties: Parties;
  readonly by: { readonly id: string; readonly office: string };
  readonly onBehalfOf: string | null;
}

const period = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['2022-01-01', '2023-12-31']) },
  fc.constantFrom(
    ['2022-01-01', '2022-06-30'],
    ['2022-01-01', '2023-01-19'],
    ['2023-01-20', '2023-01-20'],
    ['2023-01-21', '2023-12-31'],
  ),
);
/** Of its year, for which an office has the credit. */
const half = fc.constantFrom(['2022-01-01', '2022-06-30'], ['2022-07-01', '2022-12-31']);
const person = fc.constantFrom(...PERSONS);
const office = fc.constantFrom(...OFFICES);
const roles = fc.constantFrom<string[]>([], [], ['segretario'], ['vicesegretario']);
const some = <T>(one: fc.Arbitrary<T>, maxLength: number) => fc.uniqueArray(one, { maxLength });

const organisation = fc.record({
  tenures: fc.uniqueArray(fc.record({ person, office, roles, period }), {
    minLength: 3,
    maxLength: 6,
    selector: (one) => `${one.person} ${one.office}`,
  }),
  delegations: fc.array(
    fc.record({
      kind: fc.constantFrom('sostituzione' as const, 'sostituzione' as const, 'delega' as const),
      office,
      holder: fc.option(person, { freq: 2 }),
      to: person,
      period,
      takenUp: fc.constantFrom(undefined, undefined, true, false),
    }),
    { minLength: 3, maxLength: 6 },
  ),
  authors: some(person, 1),
  answering: some(fc.constantFrom('segretario', 'area'), 1),
  scored: some(fc.constantFrom('area'), 1),
  credited: fc.option(fc.record({ office: fc.constantFrom('segretario', 'area', 'giunta'), half }), {
    freq: 2,
    nil: null,
  }),
  step: fc.constantFrom('vicesegretario', 'vicesegretario', 'giunta', 'segretario'),
  who: fc.nat(20),
});

/** The same names in every case: each gets some of its own, so that all can stand in one log. */
function casesOf(defined: readonly OfficeDefinition[], count: number): readonly Case[] {
  const drawn = fc.sample(organisation, { numRuns: count, seed: 20230120 });
  return drawn.flatMap(
    ({ tenures, delegations, authors, answering, scored, credited, step, who }, index): readonly Case[] => {
      const own = (name: string) => `${index}-${name}`;
      const staff: Staff = {
        day: DAY,
        offices: defined.map((one) => ({ ...one, id: own(one.id) })),
        tenures: tenures.map((one) => {
          const [from = '', to = null] = one.period;
          return { person: own(one.person), office: own(one.office), roles: one.roles, from, to, act: null };
        }),
        delegations: delegations.map(
          ({ kind, holder, to, period: [from = '', until = ''], ...one }, place): Delegation => {
            const given = holder === null ? null : own(holder);
            const said = one.takenUp === undefined ? {} : { takenUp: one.takenUp };
            const id = own(String(place));
            const days = { from, until };
            return {
              id,
              kind,
              office: own(one.office),
              holder: given,
              to: { person: own(to) },
              ...days,
              ...ANY,
              ...said,
            };
          },
        ),
        beneficiaries: [],
      };
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

const ANY = { subjects: null, act: null } as const;

describe('the proof that nobody who acts for a party takes a step', () => {
  let on: Stage;
  beforeEach(async () => {
    on = await stage();
    await on.load([]);
  });
  afterEach(() => on.strike());

  const names = (called: boolean): readonly OfficeDefinition[] =>
    called
      ? [
          { id: 'segretario', function: 'segretario', names: [] },
          { id: 'vicesegretario', function: 'segretario-substitute', names: [] },
        ]
      : [];

  it.each([true, false])(
    'for any organisation, whether its file calls the offices by their function (%s) or not, then proof and rules agree',
    async (called) => {
      const cases = casesOf(names(called), 700);
      await kept(cases);
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
      expect(told.filter(({ ruled }) => ruled === null).length).toBeGreaterThan(50);
    },
  );

  async function kept(cases: readonly Case[]): Promise<void> {
    const { db } = on;
    const staffs = cases.map(({ staff }) => staff);
    const offices = staffs.flatMap((staff) => staff.offices);
    const definition = { offices };
    const version = { workflow_id: 'comune', version: 1, definition, published_at: '2022-01-01T08:00:00.000Z' };
    await db
      .insertInto('read.workflow')
      .values({ ...version, revision: 0 })
      .execute();
    const recorded = { stream: 'offices', recorded_at: AT } as const;
    const tenures = staffs.flatMap((staff) => staff.tenures);
    await db
      .insertInto('read.tenure')
      .values(
        tenures.map(({ roles: held, from, to, act, ...one }, id) => ({
          ...recorded,
          ...one,
          id: String(id),
          roles: JSON.stringify(held) as never,
          from_day: from,
          to_day: to,
          act,
        })),
      )
      .execute();
    const delegations = staffs.flatMap((staff) => staff.delegations);
    await db
      .insertInto('read.delegation')
      .values(
        delegations.map(({ to, from, until, takenUp, holder = null, ...one }) => ({
          ...recorded,
          ...one,
          holder,
          person: to.person,
          from_day: from,
          until_day: until,
          revoked: null,
          taken_up: takenUp === false ? null : '-1',
        })),
      )
      .execute();
    await db.insertInto('read.separation_check').values(cases.map(checkOf)).execute();
    await sql`analyze`.execute(db);
  }
});

function checkOf({ parties, by, onBehalfOf }: Case, position: number) {
  const side = Object.entries(parties).map(([name, list]) => [name, JSON.stringify(list)]);
  return {
    position: String(position),
    recorded_at: AT,
    occurred_on: DAY,
    days: JSON.stringify([DAY]) as never,
    subject: 'rendicontazione',
    plan_id: null,
    objective_id: null,
    share_id: null,
    step: 'verifica',
    step_name: null,
    outcome: 'approve',
    person: by.id,
    office: by.office,
    on_behalf_of: onBehalfOf,
    ...(Object.fromEntries(side) as Record<'authors' | 'offices' | 'scored' | 'beneficiaries' | 'credited', never>),
    earlier: JSON.stringify([]) as never,
    rerouted_from: null,
    rule: null,
  };
}
