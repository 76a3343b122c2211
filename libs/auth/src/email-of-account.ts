import type { Kysely } from 'kysely';
import type { AuthTables } from '#postgres';

/** Where somebody reads messages of their own; null: no such account, none that is in use, or no address is known. */
export async function emailOfAccount(db: Kysely<AuthTables>, account: string): Promise<string | null> {
  const row = await db
    .selectFrom('auth.account')
    .select('email')
    .where((eb) => eb(eb.cast<string>('id', 'text'), '=', account))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.email ?? null;
}
