import type { Kysely } from 'kysely';
import {
  addDays,
  romeDayOf,
  type ActReference,
  type ApprovalSubject,
  type Instant,
  type LocalDate,
  type OutOfUse,
} from '#domain';
import type { DelegationRow, ReadTables, TenureRow } from '#postgres';
import { outOfUseOn } from './out-of-use.js';

export interface HeldOffice {
  /** Null: of the account itself, until the organisation says something of the person. */
  readonly tenureId: string | null;
  readonly person: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly act: ActReference | null;
  /** On the day asked about. */
  readonly now: boolean;
  readonly recordedAt: Instant;
  /** Recorded after it had begun. */
  readonly late: boolean;
}

export interface GivenDelegation {
  readonly delegationId: string;
  readonly kind: 'sostituzione' | 'delega';
  readonly person: string;
  readonly office: string;
  /** In whose place; null: nobody held the office, or the log does not say. */
  readonly holder: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly subjects: readonly ApprovalSubject[] | null;
  readonly act: ActReference | null;
  readonly revoked: { readonly on: LocalDate; readonly reason: string } | null;
  /** False: others recorded it than whoever received it, and nobody has acted by it. */
  readonly takenUp: boolean;
  readonly now: boolean;
  readonly recordedAt: Instant;
  readonly late: boolean;
}

export interface OrganisationView {
  readonly tenures: readonly HeldOffice[];
  readonly delegations: readonly GivenDelegation[];
  /** Whose account is not in use on the day asked about. */
  readonly outOfUse: OutOfUse;
}

/** Whatever was ever said of offices and delegations, by office, the newest first; `now` is of that day. */
export async function organisationView(db: Kysely<ReadTables>, day: LocalDate): Promise<OrganisationView> {
  const [tenures, delegations] = await Promise.all([
    db.selectFrom('read.tenure').selectAll().orderBy('office').orderBy('from_day', 'desc').orderBy('id').execute(),
    db.selectFrom('read.delegation').selectAll().orderBy('from_day', 'desc').orderBy('id').execute(),
  ]);
  return {
    tenures: untilTold(tenures).map((row) => heldOffice(row, day)),
    delegations: delegations.map((row) => givenDelegation(row, day)),
    outOfUse: outOfUseOn(tenures, day),
  };
}

/** How many shares that are not settled each office answers for. */
export async function openSharesByOffice(db: Kysely<ReadTables>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('read.share')
    .innerJoin('read.objective', 'read.objective.objective_id', 'read.share.objective_id')
    .select(({ fn }) => ['read.share.office', fn.countAll<string>().as('count')])
    .where('read.share.office', 'is not', null)
    .where('read.share.premium', 'is', null)
    .where('read.objective.status', '<>', 'closed')
    .groupBy('read.share.office')
    .execute();
  return new Map(rows.flatMap(({ office, count }) => (office === null ? [] : [[office, Number(count)]])));
}

/** An account's own office counts until the day before the organisation says something of its person. */
export function untilTold(rows: readonly TenureRow[]): readonly TenureRow[] {
  const first = new Map<string, LocalDate>();
  for (const { stream, person, from_day } of rows) {
    const before = first.get(person);
    if (stream !== person && (before === undefined || from_day < before)) first.set(person, from_day);
  }
  return rows.flatMap((row) => {
    const told = row.stream === row.person ? first.get(row.person) : undefined;
    const end = told === undefined ? null : addDays(told, -1);
    const to_day = end !== null && (row.to_day === null || end < row.to_day) ? end : row.to_day;
    return to_day !== null && to_day < row.from_day ? [] : [{ ...row, to_day }];
  });
}

function heldOffice(row: TenureRow, day: LocalDate): HeldOffice {
  const { stream, id, person, office, roles, from_day: from, to_day: to, act, recorded_at: recordedAt } = row;
  const ofAccount = stream === person;
  return {
    tenureId: ofAccount ? null : id,
    person,
    office,
    roles,
    from,
    to,
    act,
    now: from <= day && (to === null || day <= to),
    recordedAt,
    late: romeDayOf(recordedAt) > from,
  };
}

function givenDelegation(row: DelegationRow, day: LocalDate): GivenDelegation {
  const { id, kind, person, office, holder, from_day: from, until_day: until } = row;
  const { act, revoked, recorded_at: recordedAt } = row;
  return {
    delegationId: id,
    kind,
    person,
    office,
    holder,
    from,
    until,
    // the column holds what the rules let through
    subjects: row.subjects as readonly ApprovalSubject[] | null,
    act,
    revoked,
    takenUp: row.taken_up !== null,
    now: from <= day && day <= until && (revoked === null || day < revoked.on),
    recordedAt,
    late: romeDayOf(recordedAt) > from,
  };
}
