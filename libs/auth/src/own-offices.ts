import type { Kysely } from 'kysely';
import { addDays, romeDayOf, type LocalDate, type OwnOffice } from '#domain';
import type { AuthTables } from '#postgres';
import type { Account } from './account.js';

interface Kept extends Pick<
  Account,
  'id' | 'office' | 'officeFrom' | 'officeSince' | 'createdAt' | 'disabledAt' | 'disabledOn'
> {
  readonly roles: readonly string[];
}

const BEFORE_ALL_TIME = '1900-01-01';

/**
 * What an account alone says of its person.
 *
 * @param simulated  time is: what an older release did not tell by the body's clock was before it began
 */
export function ownOfficeOf(account: Kept, simulated: boolean): OwnOffice {
  const { id: person, office, officeFrom, officeSince, roles, createdAt, disabledAt, disabledOn } = account;
  const dayOf = (at: Date): LocalDate => (simulated ? BEFORE_ALL_TIME : romeDayOf(at.toISOString()));
  const end = disabledAt === null ? null : (disabledOn ?? dayOf(disabledAt));
  return {
    person,
    office,
    roles,
    from: officeFrom ?? officeSince ?? dayOf(createdAt),
    to: end === null ? null : addDays(end, -1),
  };
}

/** The same of all accounts, for a process in which nobody signs in. */
export async function ownOffices(db: Kysely<AuthTables>, simulated: boolean): Promise<readonly OwnOffice[]> {
  const rows = await db
    .selectFrom('auth.account')
    .select(['id', 'office', 'office_from', 'office_since', 'roles', 'created_at', 'disabled_at', 'disabled_on'])
    .orderBy('user_name')
    .execute();
  return rows.map(({ id, office, roles, ...row }) =>
    ownOfficeOf(
      {
        id,
        office,
        roles,
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
