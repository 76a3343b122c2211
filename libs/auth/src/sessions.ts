import { randomUUID } from 'node:crypto';
import { sql, type DeleteQueryBuilder, type DeleteResult, type Kysely } from 'kysely';
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

/** How a session ends by itself. */
export interface Lasting {
  readonly lastsMs: number;
  /** Without a request; null: it does not matter. */
  readonly idleMs: number | null;
}

/** One of an account's sessions, as a list shows it. */
export interface ListedSession {
  readonly id: string;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly device: string | null;
}

/** How coarse `last_seen_at` is: a query in a minute, not one for each request. */
const SEEN_MS = 60_000;

/** Sessions in the database, with the recent ones in memory. */
export class Sessions {
  private readonly cache = new SessionCache();
  private readonly asking = new Map<string, Promise<SignedIn | null>>();

  constructor(
    private readonly db: Kysely<AuthTables>,
    private readonly now: () => number,
  ) {}

  /** Opens a session within a transaction; `opened` tells of it afterwards. @returns its token */
  async insert(
    transaction: Kysely<AuthTables>,
    accountId: string,
    { lastsMs, idleMs }: Lasting,
    device: string | null,
  ): Promise<string> {
    const token = newToken();
    const now = this.now();
    await transaction
      .insertInto('auth.session')
      .values({
        token_hash: hashToken(token),
        id: randomUUID(),
        account_id: accountId,
        created_at: new Date(now),
        last_seen_at: new Date(now),
        expires_at: new Date(now + lastsMs),
        idle_ms: idleMs,
        device,
      })
      .execute();
    return token;
  }

  async opened(token: string): Promise<OpenedSession> {
    const session = await this.of(token);
    if (session === null) throw new Error('A session was revoked while it was opened.');
    return { token, session };
  }

  /** @returns null when the token is unknown, expired, unused for too long, revoked, or its account disabled */
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

  /** Which of these sessions still are; asking is no use of them. */
  async stillOpen(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (sessionIds.length === 0) return new Set();
    const rows = await this.living().select('auth.session.id').where('auth.session.id', 'in', sessionIds).execute();
    return new Set(rows.map(({ id }) => id));
  }

  async list(accountId: string): Promise<readonly ListedSession[]> {
    const rows = await this.living()
      .select(['auth.session.id', 'auth.session.created_at', 'last_seen_at', 'expires_at', 'device'])
      .where('account_id', '=', accountId)
      .orderBy('auth.session.created_at', 'desc')
      .execute();
    return rows.map(({ id, created_at: createdAt, last_seen_at: seen, expires_at: expiresAt, device }) => {
      return { id, createdAt, lastSeenAt: seen ?? createdAt, expiresAt, device };
    });
  }

  async close(token: string): Promise<void> {
    await this.delete((row) => row.where('token_hash', '=', hashToken(token)));
  }

  /** @returns whether the account had such a session */
  async end(accountId: string, sessionId: string): Promise<boolean> {
    return (await this.delete((row) => row.where('account_id', '=', accountId).where('id', '=', sessionId))) > 0;
  }

  /**
   * @param but  id of a session that goes on
   * @returns how many were ended
   */
  async endAll(accountId: string, but: string | null = null): Promise<number> {
    return this.delete((row) =>
      but === null
        ? row.where('account_id', '=', accountId)
        : row.where('account_id', '=', accountId).where('id', '!=', but),
    );
  }

  /** What was changed about an account counts in its sessions from now on, not only after seconds. */
  forget(accountId: string): void {
    this.cache.forgetAccount(accountId);
  }

  async deleteExpired(): Promise<void> {
    await this.db.deleteFrom('auth.session').where('expires_at', '<=', new Date(this.now())).execute();
  }

  private async delete(which: (rows: SessionDeletion) => SessionDeletion): Promise<number> {
    const gone = await which(this.db.deleteFrom('auth.session')).returning('token_hash').execute();
    for (const { token_hash: hash } of gone) {
      // an answer that was under way when the row went must not bring the session back
      await this.asking.get(hash);
      this.cache.forget(hash);
    }
    return gone.length;
  }

  private living() {
    const now = new Date(this.now());
    return this.db
      .selectFrom('auth.session')
      .innerJoin('auth.account', 'auth.account.id', 'auth.session.account_id')
      .where('expires_at', '>', now)
      .where(
        sql<boolean>`(idle_ms is null or coalesce(last_seen_at, auth.session.created_at) + idle_ms * interval '1 ms' > ${now})`,
      )
      .where('disabled_at', 'is', null);
  }

  private async read(hash: string): Promise<SignedIn | null> {
    const now = this.now();
    const row = await this.living()
      .select(['auth.account.id', 'auth.session.id as session_id', 'user_name', 'name', 'office', 'roles'])
      .select(['expires_at', 'last_seen_at'])
      .where('token_hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.last_seen_at === null || now - row.last_seen_at.getTime() >= SEEN_MS) await this.see(hash, now);
    const session: SignedIn = {
      id: row.id,
      sessionId: row.session_id,
      user: row.user_name,
      name: row.name,
      office: row.office,
      // a role that a newer release knows gives nothing here
      roles: row.roles.filter(isRole),
      expiresAt: row.expires_at,
    };
    this.cache.keep(hash, session, now);
    return session;
  }

  private async see(hash: string, now: number): Promise<void> {
    await this.db
      .updateTable('auth.session')
      .set({ last_seen_at: new Date(now) })
      .where('token_hash', '=', hash)
      .execute();
  }
}

type SessionDeletion = DeleteQueryBuilder<AuthTables, 'auth.session', DeleteResult>;
