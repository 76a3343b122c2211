import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import type { Delegation, LocalDate, OfficeDefinition, Staff } from '#domain';
import type { ReadTables } from '#postgres';

// Random organisations, all of which can stand in one log: each has names of its own.
export const DAY: LocalDate = '2023-01-20';
export const AT = `${DAY}T08:00:00.000Z`;
export const OFFICES = ['segretario', 'vicesegretario', 'area', 'giunta', 'nucleo'] as const;
const PERSONS = ['a', 'b', 'c', 'd', 'e'] as const;

const period = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['2022-01-01', '2023-12-31']) },
  fc.constantFrom(
    ['2022-01-01', '2022-06-30'],
    ['2022-01-01', '2023-01-19'],
    ['2023-01-20', '2023-01-20'],
    ['2023-01-21', '2023-12-31'],
  ),
);
export const person = fc.constantFrom(...PERSONS);
export const office = fc.constantFrom(...OFFICES);
const roles = fc.constantFrom<string[]>([], [], ['segretario'], ['vicesegretario']);

/** Who holds what, and who acts for whom. */
export const held = {
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
};

/** Two who hold one office and have the same delegate there: who acts so may do it in the place of either. */
export const shared = fc.record({ office, kind: fc.constantFrom('sostituzione' as const, 'delega' as const) });

export function withShared(
  { tenures, delegations }: Held,
  lent: { readonly office: (typeof OFFICES)[number]; readonly kind: 'sostituzione' | 'delega' } | null,
): Held {
  if (lent === null) return { tenures, delegations };
  const period = ['2022-01-01', '2023-12-31'] as const;
  const others = tenures.filter((one) => one.office !== lent.office && one.person !== 'c');
  const givers = ['a', 'b'] as const;
  return {
    tenures: [...others, ...givers.map((one) => ({ person: one, office: lent.office, roles: [], period }))],
    delegations: [
      ...delegations.slice(0, 2),
      ...givers.map((holder) => ({ ...lent, holder, to: 'c' as const, period, takenUp: true })),
    ],
  };
}

type Held = { readonly [K in keyof typeof held]: (typeof held)[K] extends fc.Arbitrary<infer T> ? T : never };

/** @param own  makes a name that no other organisation has */
export function staffFrom(
  { tenures, delegations }: Held,
  defined: readonly OfficeDefinition[],
  own: (name: string) => string,
): Staff {
  return {
    day: DAY,
    offices: defined.map((one) => ({ ...one, id: own(one.id) })),
    tenures: tenures.map((one) => {
      const [from = '', to = null] = one.period;
      return { person: own(one.person), office: own(one.office), roles: one.roles, from, to, act: null };
    }),
    delegations: delegations.map(
      ({ kind, holder, to, period: [from = '', until = ''], ...one }, place): Delegation => ({
        id: own(String(place)),
        kind,
        office: own(one.office),
        holder: holder === null ? null : own(holder),
        to: { person: own(to) },
        from,
        until,
        subjects: null,
        act: null,
        ...(one.takenUp !== undefined && { takenUp: one.takenUp }),
      }),
    ),
    beneficiaries: [],
  };
}

/** The offices that a file calls by their function; a file of old calls none so. */
export function names(called: boolean): readonly OfficeDefinition[] {
  if (!called) return [];
  return [
    { id: 'segretario', function: 'segretario', names: [] },
    { id: 'vicesegretario', function: 'segretario-substitute', names: [] },
    { id: 'nucleo', function: 'evaluation-body', names: [] },
  ];
}

/** As the tables have them. */
export async function keepStaffs(db: Kysely<ReadTables>, staffs: readonly Staff[]): Promise<void> {
  const definition = { offices: staffs.flatMap((staff) => staff.offices) };
  const version = { workflow_id: 'comune', version: 1, definition, published_at: '2022-01-01T08:00:00.000Z' };
  await db
    .insertInto('read.workflow')
    .values({ ...version, revision: 0 })
    .execute();
  const recorded = { stream: 'offices', recorded_at: AT } as const;
  const tenures = staffs.flatMap((staff) => staff.tenures);
  await keepRows(
    db,
    'tenure',
    tenures.map(({ from, to, byAccount, ...one }, id) => {
      // an account's own office is in its own stream, the first that it gave is 0
      const where = byAccount ? { stream: one.person, id: 0 } : { id };
      return { ...recorded, ...one, ...where, from_day: from, to_day: to };
    }),
  );
  const delegations = staffs.flatMap((staff) => staff.delegations);
  await keepRows(
    db,
    'delegation',
    delegations.map(({ to, from, until, takenUp, ...one }) => ({
      ...recorded,
      ...one,
      person: to.person,
      from_day: from,
      until_day: until,
      taken_up: takenUp === false ? null : '-1',
    })),
  );
  await sql`analyze`.execute(db);
}

/** Rows of a read table by the names of its columns; those that are left out are null. */
export async function keepRows(db: Kysely<ReadTables>, table: string, rows: readonly object[]): Promise<void> {
  const into = sql.raw(`read.${table}`);
  await sql`insert into ${into}
    select (jsonb_populate_record(null::${into}, one.value)).* from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as one`.execute(
    db,
  );
}
