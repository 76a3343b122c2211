import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { AuthTables } from '#postgres';
import { ofAddress, ofUser, oneMore, waitsUntil, type BackOff } from './back-off.js';

/** Older ones give way: an attacker with a million addresses must not fill the disk. */
const MOST_ROWS = 100_000;

/** Failed sign-ins, in the database: they outlast a restart and count for all processes together. */
export class FailedSignIns {
  constructor(
    private readonly db: Kysely<AuthTables>,
    private readonly now: () => number,
  ) {}

  /**
   * Counts a try as failed before it is looked at, so that many at once do not slip past together; `forget` takes it
   * back.
   *
   * @returns milliseconds to wait; 0: counted, go on
   */
  tryUser(user: string): Promise<number> {
    return this.count(userKey(user), ofUser);
  }

  async forgetUser(db: Kysely<AuthTables>, user: string): Promise<void> {
    await db.deleteFrom('auth.failure').where('key', '=', userKey(user)).execute();
  }

  /** @returns milliseconds to wait; nothing is counted */
  async waitOfAddress(address: string): Promise<number> {
    const row = await this.db
      .selectFrom('auth.failure')
      .selectAll()
      .where('key', '=', addressKey(address))
      .executeTakeFirst();
    return row === undefined ? 0 : this.waitMs(ofAddress, row.count, row.last_at);
  }

  async addressFailed(address: string): Promise<void> {
    await this.count(addressKey(address), ofAddress);
  }

  /** Until when the next try of each user is not looked at, for those who must wait. */
  async lockedUntil(users: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const byKey = new Map(users.map((user) => [userKey(user), user]));
    if (byKey.size === 0) return new Map();
    const rows = await this.db
      .selectFrom('auth.failure')
      .selectAll()
      .where('key', 'in', [...byKey.keys()])
      .execute();
    return new Map(
      rows.flatMap(({ key, count, last_at: at }) => {
        const until = waitsUntil(ofUser, { count, at: at.getTime() });
        return until > this.now() ? [[byKey.get(key) ?? '', new Date(until)] as const] : [];
      }),
    );
  }

  async deleteOld(): Promise<void> {
    const dayAgo = new Date(this.now() - ofUser.forgetMs);
    await this.db.deleteFrom('auth.failure').where('last_at', '<', dayAgo).execute();
    await sql`delete from auth.failure where key in
      (select key from auth.failure order by last_at desc offset ${MOST_ROWS})`.execute(this.db);
  }

  private count(key: string, backOff: BackOff): Promise<number> {
    return this.db.transaction().execute(async (transaction) => {
      const now = this.now();
      await transaction
        .insertInto('auth.failure')
        .values({ key, count: 0, last_at: new Date(now) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await transaction
        .selectFrom('auth.failure')
        .selectAll()
        .where('key', '=', key)
        .forUpdate()
        .executeTakeFirstOrThrow();
      const waitMs = this.waitMs(backOff, row.count, row.last_at);
      if (waitMs > 0) return waitMs;
      const count = oneMore(backOff, { count: row.count, at: row.last_at.getTime() }, now);
      await transaction
        .updateTable('auth.failure')
        .set({ count, last_at: new Date(now) })
        .where('key', '=', key)
        .execute();
      return 0;
    });
  }

  private waitMs(backOff: BackOff, count: number, at: Date): number {
    return Math.max(0, waitsUntil(backOff, { count, at: at.getTime() }) - this.now());
  }
}

function userKey(user: string): string {
  return digest(`user ${user}`);
}

function addressKey(address: string): string {
  return digest(`address ${address}`);
}

/** What was typed as a name may be a password, and an address is personal data: neither is kept. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
