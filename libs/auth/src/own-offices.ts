import type { Kysely } from 'kysely';
import { addDays, romeDayOf, type LocalDate, type OwnOffice } from '#domain';
import type { AuthTables } from '#postgres';
import type { Account } from './account.js';

interface Kept extends Pick<
  Account,
  'id' | 'office' | 'officeFrom' | 'officeSince' | 'createdAt' | 'disabledAt' | 'disabledOn' | 'held'
> {
  readonly roles: readonly string[];
}

const BEFORE_ALL_TIME = '1900-01-01';

/**
 * What an account alone says of its person: the offices that it gave before, and the one that it gives.
 *
 * @param simulated  time is: what an older release did not tell by the body's clock was before it began
 */
export function ownOfficesOf(account: Kept, simulated: boolean): readonly OwnOffice[] {
  const { id: person, office, officeFrom, officeSince, roles, createdAt, disabledAt, disabledOn } = account;
  const dayOf = (at: Date): LocalDate => (simulated ? BEFORE_ALL_TIME : romeDayOf(at.toISOString()));
  const end = disabledAt === null ? null : (disabledOn ?? dayOf(disabledAt));
  const before = account.held.map((one) => ({ ...one, person, from: one.from ?? dayOf(createdAt) }));
  const from = officeFrom ?? officeSince ?? dayOf(createdAt);
  return [...before, { person, office, roles, from, to: end === null ? null : addDays(end, -1) }];
}

/** The same of all accounts, for a process in which nobody signs in. */
export async function ownOffices(db: Kysely<AuthTables>, simulated: boolean): Promise<readonly OwnOffice[]> {
  const rows = await db
    .selectFrom('auth.account')
    .select([
      'id',
      'office',
      'office_from',
      'office_since',
      'roles',
      'held',
      'created_at',
      'disabled_at',
      'disabled_on',
    ])
    .orderBy('user_name')
    .execute();
  return rows.flatMap(({ id, office, roles, held, ...row }) =>
    ownOfficesOf(
      {
        id,
        office,
        roles,
        held,
        officeFrom: row.office_from,
        officeSince: row.office_since,
        createdAt: row.created_at,
        disabledAt: row.disabled_at,
        disabledOn: row.disabled_on,
      },
      simulated,
    ),
  );
}
