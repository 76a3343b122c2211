import type { Kysely } from 'kysely';
import type { AuthTables } from '#postgres';
import { isRole } from './permissions.js';
import { SessionCache } from './session-cache.js';
import type { SignedIn } from './signed-in.js';
import { hashToken, looksLikeToken, newToken } from './tokens.js';

export interface OpenedSession {
  /** Given out once; only its hash is kept. */
  readonly token: string;
  readonly session: SignedIn;
}

/** Sessions in the database, with the recent ones in memory. */
export class Sessions {
  private readonly cache = new SessionCache();
  private readonly asking = new Map<string, Promise<SignedIn | null>>();

  constructor(
    private readonly db: Kysely<AuthTables>,
    private readonly now: () => number,
  ) {}

  async open(accountId: string, lastsMs: number): Promise<OpenedSession> {
    const token = newToken();
    const now = this.now();
    await this.db
      .insertInto('auth.session')
      .values({
        token_hash: hashToken(token),
        account_id: accountId,
        created_at: new Date(now),
        expires_at: new Date(now + lastsMs),
      })
      .execute();
    const session = await this.of(token);
    if (session === null) throw new Error(`The session of account ${accountId} was revoked while it was opened.`);
    return { token, session };
  }

  /** @returns null when the token is unknown, expired, revoked, or its account disabled */
  async of(token: string): Promise<SignedIn | null> {
    if (!looksLikeToken(token)) return null;
    const hash = hashToken(token);
    const known = this.cache.get(hash, this.now());
    if (known !== null) return known;
    const before = this.asking.get(hash);
    if (before !== undefined) return before;
    const asked = this.read(hash).finally(() => this.asking.delete(hash));
    this.asking.set(hash, asked);
    return asked;
  }

  async close(token: string): Promise<void> {
    const hash = hashToken(token);
    await this.db.deleteFrom('auth.session').where('token_hash', '=', hash).execute();
    // an answer that was under way when the row went must not bring the session back
    await this.asking.get(hash);
    this.cache.forget(hash);
  }

  async deleteExpired(): Promise<void> {
    await this.db.deleteFrom('auth.session').where('expires_at', '<=', new Date(this.now())).execute();
  }

  private async read(hash: string): Promise<SignedIn | null> {
    const now = this.now();
    const row = await this.db
      .selectFrom('auth.session')
      .innerJoin('auth.account', 'auth.account.id', 'auth.session.account_id')
      .select(['auth.account.id', 'user_name', 'office', 'roles', 'expires_at'])
      .where('token_hash', '=', hash)
      .where('expires_at', '>', new Date(now))
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    const session: SignedIn = {
      id: row.id,
      user: row.user_name,
      office: row.office,
      // a role that a newer release knows gives nothing here
      roles: row.roles.filter(isRole),
      expiresAt: row.expires_at,
    };
    this.cache.keep(hash, session, now);
    return session;
  }
}
