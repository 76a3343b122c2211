import type { Kysely } from 'kysely';
import { addDays, romeDayOf, type OwnOffice } from '#domain';
import type { AuthTables } from '#postgres';
import type { Account } from './account.js';

interface Kept extends Pick<Account, 'id' | 'office' | 'officeFrom' | 'createdAt' | 'disabledAt'> {
  readonly roles: readonly string[];
}

const BEFORE_ALL_TIME = '1900-01-01';

/**
 * What an account alone says of its person.
 *
 * @param simulated  time is: accounts were made before it began
 */
export function ownOfficeOf(
  { id: person, office, officeFrom, roles, createdAt, disabledAt }: Kept,
  simulated: boolean,
): OwnOffice {
  return {
    person,
    office,
    roles,
    from: officeFrom ?? (simulated ? BEFORE_ALL_TIME : romeDayOf(createdAt.toISOString())),
    to: disabledAt === null ? null : simulated ? BEFORE_ALL_TIME : addDays(romeDayOf(disabledAt.toISOString()), -1),
  };
}

/** The same of all accounts, for a process in which nobody signs in. */
export async function ownOffices(db: Kysely<AuthTables>, simulated: boolean): Promise<readonly OwnOffice[]> {
  const rows = await db
    .selectFrom('auth.account')
    .select(['id', 'office', 'office_from', 'roles', 'created_at', 'disabled_at'])
    .orderBy('user_name')
    .execute();
  return rows.map(({ id, office, office_from: officeFrom, roles, created_at: createdAt, disabled_at: disabledAt }) =>
    ownOfficeOf({ id, office, officeFrom, roles, createdAt, disabledAt }, simulated),
  );
}
