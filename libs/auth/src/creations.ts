import type { Kysely } from 'kysely';
import type { AuthTables } from '#postgres';
import { RequestKeyReused } from './account.js';
import { hashPassword, passwordMatches } from './passwords.js';

/** One request to make accounts, however often it is sent. */
export interface Attempt {
  /** UUID, chosen by whoever sends it. */
  readonly key: string;
  /** All that is asked, as text. */
  readonly request: string;
}

const KEPT_MS = 7 * 24 * 3_600_000;

/** Which requests have made accounts: sent again because the answer was lost, they make nothing twice. */
export class Creations {
  constructor(private readonly now: () => number) {}

  /**
   * Takes the key for a request. Of two at once with one key the second waits for the first, and finds it.
   *
   * @returns the accounts it made already; null when it is new
   * @throws RequestKeyReused when the key was another request's
   */
  async begin(transaction: Kysely<AuthTables>, { key, request }: Attempt): Promise<readonly string[] | null> {
    const fresh = await transaction
      .insertInto('auth.creation')
      // a fast hash would give away the password that may be in it
      .values({ key, request: await hashPassword(request), accounts: [], created_at: new Date(this.now()) })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key')
      .executeTakeFirst();
    if (fresh !== undefined) return null;
    const known = await transaction
      .selectFrom('auth.creation')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (!(await passwordMatches(known.request, request, known.request))) throw new RequestKeyReused();
    return known.accounts;
  }

  async finish(transaction: Kysely<AuthTables>, { key }: Attempt, accounts: readonly string[]): Promise<void> {
    await transaction
      .updateTable('auth.creation')
      .set({ accounts: [...accounts] })
      .where('key', '=', key)
      .execute();
  }

  async deleteOld(db: Kysely<AuthTables>): Promise<void> {
    await db
      .deleteFrom('auth.creation')
      .where('created_at', '<', new Date(this.now() - KEPT_MS))
      .execute();
  }
}
