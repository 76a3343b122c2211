import type { Kysely } from 'kysely';
import type { Actor, SignInBy, SignInRefusal } from '#domain';
import type { AuthTables } from '#postgres';
import { AccountDisabled, TooManyAttempts, WrongCredentials } from './account.js';
import { actorOf } from './accounts.js';
import type { FailedSignIns } from './failures.js';
import { UNKNOWN, type Notes } from './notes.js';
import { hashPassword, isOutdated, passwordMatches } from './passwords.js';
import type { Lasting, OpenedSession, Sessions } from './sessions.js';
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
  /** Failures are counted by it; absent: they are not. */
  readonly address?: string;
}

export interface SignInParts {
  readonly db: Kysely<AuthTables>;
  readonly now: () => number;
  readonly sessions: Sessions;
  readonly failures: FailedSignIns;
  readonly notes: Notes;
  /** A hash of no account's password. */
  readonly decoy: string;
}

const NOBODY: Actor = { id: UNKNOWN, office: UNKNOWN };

/** Proving by a password who one is. An unknown name is treated as a known one in everything that can be seen. */
export class SignIn {
  private readonly turns = new Turns();
  constructor(private readonly parts: SignInParts) {}

  /** @throws WrongCredentials, AccountDisabled, TooManyAttempts */
  withPassword(user: string, password: string, visitor: Visitor): Promise<OpenedSession> {
    // in turn, so that one person's two tabs do not make each other wait
    return this.turns.take(user, async () => {
      const row = await this.check(user, password, visitor);
      const hash = isOutdated(row.password_hash ?? '') ? await hashPassword(password) : undefined;
      const token = await this.parts.notes.transaction((transaction) =>
        this.open(transaction, row, user, 'password', visitor, hash),
      );
      return this.parts.sessions.opened(token);
    });
  }

  /** Whether a signed-in person knows the password: guesses count as at sign-in. @throws as withPassword */
  confirm(user: string, password: string, visitor: Visitor): Promise<Found> {
    return this.turns.take(user, async () => {
      const row = await this.check(user, password, visitor);
      await this.parts.failures.forgetUser(this.parts.db, user);
      return row;
    });
  }

  private async check(user: string, password: string, { address }: Visitor): Promise<Found> {
    const { db, failures, decoy } = this.parts;
    const row = await db
      .selectFrom('auth.account')
      .select(['id', 'office', 'password_hash', 'disabled_at'])
      .where('user_name', '=', user)
      .executeTakeFirst();
    // an address that must wait does not make the user's own tries wait longer
    const ofAddress = address === undefined ? 0 : await failures.waitOfAddress(address);
    const waitMs = ofAddress > 0 ? ofAddress : await failures.tryUser(user);
    if (waitMs > 0) {
      await this.refused(row, 'waiting');
      throw new TooManyAttempts(waitMs);
    }
    const matches = await passwordMatches(row?.password_hash ?? null, password, decoy);
    if (matches && row !== undefined && row.disabled_at === null) return row;
    if (address !== undefined) await failures.addressFailed(address);
    await this.refused(row, reasonOf(row));
    // whoever does not know the password learns nothing of the account
    if (matches && row !== undefined) throw new AccountDisabled();
    throw new WrongCredentials();
  }

  /** Opens the session of somebody who has proved it, within a transaction. @returns its token */
  async open(
    transaction: Kysely<AuthTables>,
    { id, office }: Pick<Found, 'id' | 'office'>,
    user: string,
    by: SignInBy,
    { device }: Visitor,
    hash?: string,
  ): Promise<string> {
    const { failures, notes, now, sessions } = this.parts;
    await failures.forgetUser(transaction, user);
    await transaction
      .updateTable('auth.account')
      .set({ last_sign_in_at: new Date(now()), ...(hash !== undefined && { password_hash: hash }) })
      .where('id', '=', id)
      .execute();
    await notes.add(transaction, id, { type: 'account.signed-in.v1', data: { by } }, { id, office });
    return sessions.insert(transaction, id, OF_PEOPLE, device);
  }

  /** An unknown name is noted without the name: what was typed may be a password. */
  private refused(row: Found | undefined, reason: SignInRefusal): Promise<void> {
    const event = { type: 'account.sign-in-refused.v1', data: { reason, count: 1 } } as const;
    return this.parts.notes.count(row?.id ?? UNKNOWN, event, row === undefined ? NOBODY : actorOf(row));
  }
}

interface Found {
  readonly id: string;
  readonly office: string;
  readonly password_hash: string | null;
  readonly disabled_at: Date | null;
}

function reasonOf(row: Found | undefined): SignInRefusal {
  if (row === undefined) return 'unknown-user';
  if (row.disabled_at !== null) return 'disabled';
  return row.password_hash === null ? 'no-password' : 'wrong-password';
}
