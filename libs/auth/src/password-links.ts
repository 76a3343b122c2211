import type { Kysely } from 'kysely';
import type { PasswordLinkPurpose } from '#domain';
import type { AuthTables } from '#postgres';
import { LinkNotValid } from './account.js';
import { hashToken, looksLikeToken, newToken } from './tokens.js';

export interface PasswordLink {
  /** Given out once; only its hash is kept. */
  readonly token: string;
  readonly purpose: PasswordLinkPurpose;
  readonly expiresAt: Date;
}

/** What a link is for, told to whoever holds it. */
export interface PasswordLinkContent {
  readonly purpose: PasswordLinkPurpose;
  /** Null for the first administrator, who has no account yet. */
  readonly user: string | null;
  readonly name: string | null;
  readonly expiresAt: Date;
}

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

const LASTS_MS: Readonly<Record<PasswordLinkPurpose, number>> = {
  'first-administrator': WEEK_MS,
  invitation: WEEK_MS,
  reset: HOUR_MS,
};

/** One-time links by which a password is chosen. An account has one at most: a newer one replaces it. */
export class PasswordLinks {
  constructor(private readonly now: () => number) {}

  /** @param accountId  null: of the first administrator */
  async make(
    transaction: Kysely<AuthTables>,
    accountId: string | null,
    purpose: PasswordLinkPurpose,
  ): Promise<PasswordLink> {
    await this.endOf(transaction, accountId);
    const token = newToken();
    const expiresAt = new Date(this.now() + LASTS_MS[purpose]);
    await transaction
      .insertInto('auth.password_link')
      .values({
        token_hash: hashToken(token),
        account_id: accountId,
        purpose,
        created_at: new Date(this.now()),
        expires_at: expiresAt,
      })
      .execute();
    return { token, purpose, expiresAt };
  }

  /** @throws LinkNotValid */
  async read(db: Kysely<AuthTables>, token: string): Promise<PasswordLinkContent> {
    const row = await db
      .selectFrom('auth.password_link')
      .leftJoin('auth.account', 'auth.account.id', 'account_id')
      .select(['purpose', 'user_name', 'name', 'expires_at'])
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', new Date(this.now()))
      .where('disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) throw new LinkNotValid();
    return { purpose: purposeOf(row.purpose), user: row.user_name, name: row.name, expiresAt: row.expires_at };
  }

  /**
   * Takes the link away: of two that come at once one is refused. With the transaction it comes back.
   *
   * @throws LinkNotValid
   */
  async take(transaction: Kysely<AuthTables>, token: string) {
    const row = await transaction
      .deleteFrom('auth.password_link')
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', new Date(this.now()))
      .returning(['account_id', 'purpose'])
      .executeTakeFirst();
    if (row === undefined) throw new LinkNotValid();
    return { accountId: row.account_id, purpose: purposeOf(row.purpose) };
  }

  async endOf(db: Kysely<AuthTables>, accountId: string | null): Promise<void> {
    await db.deleteFrom('auth.password_link').where('account_id', 'is not distinct from', accountId).execute();
  }

  /** Whether the account got one just now: a mailbox is not to be flooded by others. */
  async madeSince(db: Kysely<AuthTables>, accountId: string, ms: number): Promise<boolean> {
    const row = await db
      .selectFrom('auth.password_link')
      .select('token_hash')
      .where('account_id', '=', accountId)
      .where('created_at', '>', new Date(this.now() - ms))
      .executeTakeFirst();
    return row !== undefined;
  }

  async deleteExpired(db: Kysely<AuthTables>): Promise<void> {
    await db.deleteFrom('auth.password_link').where('expires_at', '<=', new Date(this.now())).execute();
  }
}

function hashOf(token: string): string {
  return looksLikeToken(token) ? hashToken(token) : '';
}

function purposeOf(text: string): PasswordLinkPurpose {
  if (text === 'first-administrator' || text === 'invitation' || text === 'reset') return text;
  throw new LinkNotValid(`a newer release made this link: ${text}`);
}
