import type { Kysely } from 'kysely';
import { migrate, type AuthTables } from '#postgres';
import { AccountExists, TooManyAttempts, WrongCredentials, type Account, type NewAccount } from './account.js';
import { BackOff } from './back-off.js';
import { migrations } from './migrations.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { isRole } from './permissions.js';
import { Sessions, type Lasting, type ListedSession, type OpenedSession } from './sessions.js';
import type { SignedIn } from './signed-in.js';
import { newToken } from './tokens.js';
import { Turns } from './turns.js';

/**
 * A working day and a bit: nobody signs in twice a day, nobody stays signed in over the weekend. Two hours outlast a
 * meeting; NIST SP 800-63B-4 recommends a limit of both kinds and leaves their length to the risk (ADR 8).
 */
const OF_PEOPLE: Lasting = { lastsMs: 12 * 3_600_000, idleMs: 2 * 3_600_000 };

/** Where a sign-in comes from. */
export interface Visitor {
  /** What lists of sessions call it: "Firefox, Windows". */
  readonly device: string | null;
}

export interface AuthOptions {
  readonly db: Kysely<AuthTables>;
  /** Wall-clock milliseconds, also where the plan's time is simulated: sessions guard real access. */
  readonly now: () => number;
  /** Makes the UUID of a new account. */
  readonly newId: (user: string) => string;
}

/** Local accounts and their sessions. */
export interface Auth {
  /** @throws AccountExists */
  createAccount(account: NewAccount): Promise<Account>;
  accounts(): Promise<readonly Account[]>;
  accountOf(user: string): Promise<Account | null>;
  /**
   * Takes as long for an unknown user as for a wrong password.
   *
   * @throws WrongCredentials, TooManyAttempts
   */
  signIn(user: string, password: string, visitor?: Visitor): Promise<OpenedSession>;
  signOut(token: string): Promise<void>;
  /** Opens a session without a password, for accounts of the system itself. */
  openSession(accountId: string, lastsMs: number): Promise<OpenedSession>;
  /** Null when the token is of no valid session; costs no query when it was asked seconds ago. */
  sessionOf(token: string): Promise<SignedIn | null>;
  /** Which of these sessions have not ended. */
  openSessions(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those that are open, the newest first. */
  sessionsOf(accountId: string): Promise<readonly ListedSession[]>;
  /** @returns whether the account had such a session */
  endSession(accountId: string, sessionId: string): Promise<boolean>;
  endSessions(accountId: string): Promise<void>;
}

/** Brings the schema `auth` to its last version and opens it. */
export async function openAuth({ db, now, newId }: AuthOptions): Promise<Auth> {
  await migrate(db, 'auth', migrations);
  const sessions = new Sessions(db, now);
  const backOff = new BackOff();
  const turns = new Turns();
  const decoy = await hashPassword(newToken());
  await sessions.deleteExpired();

  return {
    async createAccount({ user, password, office, roles }) {
      const row = await db
        .insertInto('auth.account')
        .values({
          id: newId(user),
          user_name: user,
          password_hash: password === null ? null : await hashPassword(password),
          office,
          roles: [...roles],
          created_at: new Date(now()),
        })
        .onConflict((conflict) => conflict.column('user_name').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) throw new AccountExists(user);
      return accountFrom(row);
    },

    async accounts() {
      return (await db.selectFrom('auth.account').selectAll().orderBy('user_name').execute()).map(accountFrom);
    },

    async accountOf(user) {
      const row = await db.selectFrom('auth.account').selectAll().where('user_name', '=', user).executeTakeFirst();
      return row === undefined ? null : accountFrom(row);
    },

    signIn: (user, password, { device } = { device: null }) =>
      // in turn, so that many guesses at once do not slip past the back-off together
      turns.take(user, async () => {
        const waitMs = backOff.waitMs(user, now());
        if (waitMs > 0) throw new TooManyAttempts(waitMs);
        const row = await db
          .selectFrom('auth.account')
          .select(['id', 'password_hash', 'disabled_at'])
          .where('user_name', '=', user)
          .executeTakeFirst();
        const matches = await passwordMatches(row?.password_hash ?? null, password, decoy);
        if (!matches || row === undefined || row.disabled_at !== null) {
          backOff.failed(user, now());
          throw new WrongCredentials();
        }
        backOff.succeeded(user);
        return sessions.open(row.id, OF_PEOPLE, device);
      }),

    signOut: (token) => sessions.close(token),
    openSession: (accountId, lastsMs) => sessions.open(accountId, { lastsMs, idleMs: null }),
    sessionOf: (token) => sessions.of(token),
    openSessions: (sessionIds) => sessions.stillOpen(sessionIds),
    sessionsOf: (accountId) => sessions.list(accountId),
    endSession: (accountId, sessionId) => sessions.end(accountId, sessionId),
    async endSessions(accountId) {
      await sessions.endAll(accountId);
    },
  };
}

interface AccountRow {
  readonly id: string;
  readonly user_name: string;
  readonly office: string;
  readonly roles: readonly string[];
  readonly created_at: Date;
  readonly disabled_at: Date | null;
}

function accountFrom(row: AccountRow): Account {
  return {
    id: row.id,
    user: row.user_name,
    office: row.office,
    roles: row.roles.filter(isRole),
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  };
}
