import type { Kysely } from 'kysely';
import { romeDayOf, type Actor, type Instant } from '#domain';
import { migrate, type AuthTables } from '#postgres';
import type { Account, AccountDetails, NewAccount } from './account.js';
import { Accounts } from './accounts.js';
import { ChoosePassword, type Choice } from './choose-password.js';
import { CreateAccounts, type Created } from './create-accounts.js';
import { Creations, type Attempt } from './creations.js';
import { FailedSignIns } from './failures.js';
import { migrations } from './migrations.js';
import { Notes } from './notes.js';
import { PasswordLinks, type PasswordLink, type PasswordLinkContent } from './password-links.js';
import { hashPassword } from './passwords.js';
import { Sessions, type ListedSession, type OpenedSession } from './sessions.js';
import { SignIn, type Visitor } from './sign-in.js';
import type { SignedIn } from './signed-in.js';
import { newToken } from './tokens.js';

export interface AuthOptions {
  readonly db: Kysely<AuthTables>;
  /** Wall-clock milliseconds, also where the plan's time is simulated: sessions guard real access. */
  readonly now: () => number;
  /** The instant that the log is told. */
  readonly at: () => Instant;
  /** Makes the UUID of a new account. */
  readonly newId: (user: string) => string;
  /** Words that no password may consist of. */
  readonly context?: readonly string[];
  /** Something was noted: there is work for whoever writes the log. */
  readonly onNoted?: () => void;
}

/** Local accounts, their sessions, and the notes of what befell them. */
export interface Auth {
  /** As programs do, without a link. @throws AccountExists, PasswordRefused */
  createAccount(account: NewAccount, by?: Actor): Promise<Account>;
  /**
   * All or none, each with a link where there is no password yet. The same attempt makes them once and answers the same,
   * with new links in place of the lost ones.
   *
   * @throws AccountExists, PasswordRefused, RequestKeyReused
   */
  createAccounts(people: readonly NewAccount[], by: Actor, attempt?: Attempt): Promise<readonly Created[]>;
  accounts(): Promise<readonly Account[]>;
  accountOf(user: string): Promise<Account | null>;
  /** @throws AccountRefused, as all that follow */
  changeAccount(accountId: string, details: AccountDetails, by: Actor): Promise<Account>;
  /** Ends its sessions. */
  disableAccount(accountId: string, by: Actor): Promise<Account>;
  enableAccount(accountId: string, by: Actor): Promise<Account>;
  endAccountSessions(accountId: string, by: Actor): Promise<void>;
  makePasswordLink(accountId: string, by: Actor): Promise<PasswordLink>;
  /** New links for those of them who have not chosen a password. */
  renewInvitations(accountIds: readonly string[], by: Actor): Promise<readonly Created[]>;
  makeFirstAdministratorLink(by: Actor): Promise<PasswordLink>;

  /** Null where no message can or may go out. */
  requestPasswordReset(user: string): Promise<{ readonly link: PasswordLink; readonly email: string } | null>;
  /** @throws LinkNotValid */
  readPasswordLink(token: string): Promise<PasswordLinkContent>;
  /** Signs in. @throws LinkNotValid, PasswordRefused, AccountExists */
  usePasswordLink(token: string, choice: Choice, visitor?: Visitor): Promise<OpenedSession>;
  /** Ends the other sessions. @throws WrongCredentials, TooManyAttempts, PasswordRefused */
  changePassword(session: SignedIn, current: string, password: string, visitor?: Visitor): Promise<void>;

  /**
   * Takes as long for an unknown user as for a wrong password.
   *
   * @throws WrongCredentials, TooManyAttempts
   */
  signIn(user: string, password: string, visitor?: Visitor): Promise<OpenedSession>;
  signOut(session: SignedIn): Promise<void>;
  /** Opens a session without a password, for accounts of the system itself. */
  openSession(accountId: string, lastsMs: number): Promise<OpenedSession>;
  /** Null when the token is of no valid session; costs no query when it was asked seconds ago. */
  sessionOf(token: string): Promise<SignedIn | null>;
  /** Which of these sessions have not ended. */
  openSessions(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those that are open, the newest first. */
  sessionsOf(accountId: string): Promise<readonly ListedSession[]>;
  /** @returns whether the account had such a session */
  endSession(session: SignedIn, sessionId: string): Promise<boolean>;
  endSessions(session: SignedIn): Promise<void>;

  /** What the roles did not allow. */
  noteRefusal(session: SignedIn, action: string): Promise<void>;
  readonly notes: Pick<Notes, 'pending' | 'done' | 'closeCounts'>;
  /** Deletes what is over. */
  tidy(): Promise<void>;
}

const SYSTEM: Actor = { id: 'system', office: 'system' };
const NO_VISITOR: Visitor = { device: null };

/** Brings the schema `auth` to its last version and opens it. */
export async function openAuth(options: AuthOptions): Promise<Auth> {
  const { db, now, at, newId, context = [], onNoted = () => undefined } = options;
  await migrate(db, 'auth', migrations);
  const sessions = new Sessions(db, now);
  const failures = new FailedSignIns(db, now);
  const notes = new Notes(db, at, onNoted);
  const links = new PasswordLinks(now);
  const accounts = new Accounts({ db, now, today: () => romeDayOf(at()), newId, notes, failures, links, sessions });
  const decoy = await hashPassword(newToken());
  const signIn = new SignIn({ db, now, sessions, failures, notes, decoy });
  const choosing = new ChoosePassword({ db, accounts, links, notes, sessions, signIn, context });
  const creations = new Creations(now);
  const creating = new CreateAccounts({ accounts, choosing, creations, notes });
  const noteEnd = ({ id, office }: Actor, which: 'current' | 'one' | 'all', by: Actor = { id, office }) =>
    notes.transaction((transaction) =>
      notes.add(transaction, id, { type: 'account.signed-out.v1', data: { sessions: which } }, by),
    );
  const tidy = async () => {
    await sessions.deleteExpired();
    await links.deleteExpired(db);
    await failures.deleteOld();
    await creations.deleteOld(db);
  };
  await tidy();

  return {
    async createAccount(account, by = SYSTEM) {
      if (account.password !== null) await choosing.requireGood(account.password, account.user, account.name);
      return accounts.create(account, by);
    },
    createAccounts: (people, by, attempt) => creating.create(people, by, attempt),
    accounts: () => accounts.list(),
    accountOf: (user) => accounts.of(user),
    changeAccount: (id, details, by) => accounts.change(id, details, by),
    disableAccount: (id, by) => accounts.disable(id, by),
    enableAccount: (id, by) => accounts.enable(id, by),
    async endAccountSessions(id, by) {
      const { office } = await accounts.require(db, id);
      await sessions.endAll(id);
      await noteEnd({ id, office }, 'all', by);
    },
    makePasswordLink: (id, by) => choosing.makeLink(id, by),
    renewInvitations: (ids, by) => creating.inviteAgain(ids, by),
    makeFirstAdministratorLink: (by) => choosing.makeFirstLink(by),

    requestPasswordReset: (user) => choosing.requestReset(user),
    readPasswordLink: (token) => links.read(db, token),
    usePasswordLink: (token, choice, visitor = NO_VISITOR) => choosing.byLink(token, choice, visitor),
    changePassword: (session, current, password, visitor = NO_VISITOR) =>
      choosing.change(session, current, password, visitor),

    signIn: (user, password, visitor = NO_VISITOR) => signIn.withPassword(user, password, visitor),
    async signOut(session) {
      await sessions.end(session.id, session.sessionId);
      await noteEnd(session, 'current');
    },
    async openSession(accountId, lastsMs) {
      return sessions.opened(await sessions.insert(db, accountId, { lastsMs, idleMs: null }, null));
    },
    sessionOf: (token) => sessions.of(token),
    openSessions: (sessionIds) => sessions.stillOpen(sessionIds),
    sessionsOf: (accountId) => sessions.list(accountId),
    async endSession(session, sessionId) {
      const ended = await sessions.end(session.id, sessionId);
      if (ended) await noteEnd(session, sessionId === session.sessionId ? 'current' : 'one');
      return ended;
    },
    async endSessions(session) {
      await sessions.endAll(session.id);
      await noteEnd(session, 'all');
    },

    noteRefusal: ({ id, office }, action) =>
      notes.count(id, { type: 'account.action-refused.v1', data: { action, count: 1 } }, { id, office }),
    notes,
    tidy,
  };
}
