import type { Kysely } from 'kysely';
import type { Actor } from '#domain';
import type { AuthTables } from '#postgres';
import { AccountRefused, LinkNotValid, WrongCredentials } from './account.js';
import { actorOf, type Accounts, type AccountRow } from './accounts.js';
import type { Notes } from './notes.js';
import type { PasswordLink, PasswordLinks } from './password-links.js';
import { requireGoodPassword } from './password-rules.js';
import { hashPassword, passwordMatches } from './passwords.js';
import type { OpenedSession, Sessions } from './sessions.js';
import type { SignIn, Visitor } from './sign-in.js';
import type { SignedIn } from './signed-in.js';

/** What whoever holds a link sends. */
export interface Choice {
  readonly password: string;
  /** Of the first administrator: nobody else chooses a name here. */
  readonly user?: string;
  readonly name?: string | null;
}

export interface ChoosingParts {
  readonly db: Kysely<AuthTables>;
  readonly accounts: Accounts;
  readonly links: PasswordLinks;
  readonly notes: Notes;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  /** Words that no password may consist of: the body's, the product's. */
  readonly context: readonly string[];
}

/** A mailbox gets one link in so long. */
const RESET_PAUSE_MS = 5 * 60_000;
const FIRST_OFFICE = 'amministratore';
const FIRST_USER = 'admin';

/** How a password comes to be: chosen by its user, once who that is has been proved. */
export class ChoosePassword {
  constructor(private readonly parts: ChoosingParts) {}

  /** @throws PasswordRefused */
  requireGood(password: string, user: string, name: string | null = null): Promise<void> {
    return requireGoodPassword(password, [user, ...(name === null ? [] : [name]), ...this.parts.context]);
  }

  /** Ends every other session and every link. @throws WrongCredentials, TooManyAttempts, PasswordRefused */
  async change({ id, user, name, office, sessionId }: SignedIn, current: string, password: string, visitor: Visitor) {
    const { notes, signIn, sessions } = this.parts;
    try {
      await signIn.confirm(user, current, visitor);
    } catch (refusal) {
      // asked again because the answer was lost: it is done
      if (refusal instanceof WrongCredentials && (await this.isPassword(id, password))) return;
      throw refusal;
    }
    await this.requireGood(password, user, name);
    const hash = await hashPassword(password);
    await notes.transaction(async (transaction) => {
      await this.set(transaction, id, hash);
      await notes.add(transaction, id, changedBy('current-password'), { id, office });
    });
    await sessions.endAll(id, sessionId);
  }

  /** A link for an account, to be handed over by whoever asks. @throws AccountRefused */
  makeLink(accountId: string, by: Actor): Promise<PasswordLink> {
    const { accounts, notes } = this.parts;
    return notes.transaction(async (transaction) => {
      const row = await accounts.require(transaction, accountId);
      return this.linkFor(transaction, row, by);
    });
  }

  linkFor(transaction: Kysely<AuthTables>, row: AccountRow, by: Actor): Promise<PasswordLink> {
    return this.noted(transaction, row.id, row.password_hash === null ? 'invitation' : 'reset', row.id, by);
  }

  /** @param by  whose stream tells of it: there is no account yet. @throws AccountRefused once there is one */
  makeFirstLink(by: Actor): Promise<PasswordLink> {
    const { accounts, notes } = this.parts;
    return notes.transaction(async (transaction) => {
      if (await accounts.hasAdministrator(transaction)) throw new AccountRefused('account/administrator-exists');
      return this.noted(transaction, null, 'first-administrator', by.id, by);
    });
  }

  /** @returns null where no message can or may go out */
  requestReset(user: string): Promise<{ readonly link: PasswordLink; readonly email: string } | null> {
    const { notes, links } = this.parts;
    return notes.transaction(async (transaction) => {
      const row = await transaction
        .selectFrom('auth.account')
        .selectAll()
        .where('user_name', '=', user)
        // of two requests at once one waits, and finds the other's link
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined || row.disabled_at !== null || row.email === null) return null;
      if (await links.madeSince(transaction, row.id, RESET_PAUSE_MS)) return null;
      return { link: await this.linkFor(transaction, row, actorOf(row)), email: row.email };
    });
  }

  /** Chooses by a link, and signs in. @throws LinkNotValid, PasswordRefused, AccountExists */
  async byLink(token: string, choice: Choice, visitor: Visitor): Promise<OpenedSession> {
    const { db, links, notes, sessions, signIn } = this.parts;
    const content = await links.read(db, token);
    const name = content.purpose === 'first-administrator' ? (choice.name ?? null) : content.name;
    const user = content.user ?? choice.user ?? FIRST_USER;
    await this.requireGood(choice.password, user, name);
    const hash = await hashPassword(choice.password);
    const { accountId, session } = await notes.transaction(async (transaction) => {
      const taken = await links.take(transaction, token);
      const row =
        taken.accountId === null
          ? await this.first(transaction, user, name, hash)
          : await this.parts.accounts.require(transaction, taken.accountId);
      if (row.disabled_at !== null) throw new LinkNotValid();
      const by = actorOf(row);
      await notes.add(transaction, row.id, { type: 'account.link-used.v1', data: { purpose: taken.purpose } }, by);
      await this.set(transaction, row.id, hash);
      await notes.add(transaction, row.id, changedBy('link'), by);
      return { accountId: row.id, session: await signIn.open(transaction, row, user, 'link', visitor) };
    });
    const opened = await sessions.opened(session);
    await sessions.endAll(accountId, opened.session.sessionId);
    return opened;
  }

  private async isPassword(accountId: string, password: string): Promise<boolean> {
    const { password_hash: hash } = await this.parts.accounts.require(this.parts.db, accountId);
    return hash !== null && passwordMatches(hash, password, hash);
  }

  private async first(transaction: Kysely<AuthTables>, user: string, name: string | null, hash: string) {
    const { accounts } = this.parts;
    if (await accounts.hasAdministrator(transaction)) throw new LinkNotValid();
    const account = { user, name, password: null, office: FIRST_OFFICE, roles: ['amministratore'] } as const;
    return accounts.insert(transaction, account, hash, null);
  }

  private async set(transaction: Kysely<AuthTables>, accountId: string, hash: string): Promise<void> {
    await transaction.updateTable('auth.account').set({ password_hash: hash }).where('id', '=', accountId).execute();
    await this.parts.links.endOf(transaction, accountId);
  }

  private async noted(
    transaction: Kysely<AuthTables>,
    accountId: string | null,
    purpose: PasswordLink['purpose'],
    stream: string,
    by: Actor,
  ): Promise<PasswordLink> {
    const link = await this.parts.links.make(transaction, accountId, purpose);
    await this.parts.notes.add(transaction, stream, { type: 'account.link-made.v1', data: { purpose } }, by);
    return link;
  }
}

function changedBy(by: 'current-password' | 'link') {
  return { type: 'account.password-changed.v1', data: { by } } as const;
}
