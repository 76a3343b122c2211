import type { Kysely } from 'kysely';
import type { Actor } from '#domain';
import type { AuthTables } from '#postgres';
import type { Account, NewAccount } from './account.js';
import type { AccountRow, Accounts } from './accounts.js';
import type { ChoosePassword } from './choose-password.js';
import type { Attempt, Creations } from './creations.js';
import type { Notes } from './notes.js';
import type { PasswordLink } from './password-links.js';
import { hashPassword } from './passwords.js';

/** Somebody who has an account, and the link by which they choose a password; null where there is nothing to choose. */
export interface Created {
  readonly account: Account;
  readonly link: PasswordLink | null;
}

export interface CreatingParts {
  readonly accounts: Accounts;
  readonly choosing: ChoosePassword;
  readonly creations: Creations;
  readonly notes: Notes;
}

/** Accounts as people ask for them: with a link by which to choose a password, and made once however often asked. */
export class CreateAccounts {
  constructor(private readonly parts: CreatingParts) {}

  /** All of them or none. @throws AccountExists, PasswordRefused, RequestKeyReused */
  async create(people: readonly NewAccount[], by: Actor, attempt?: Attempt): Promise<readonly Created[]> {
    const { accounts, choosing, creations, notes } = this.parts;
    for (const { password, user, name } of people)
      if (password !== null) await choosing.requireGood(password, user, name);
    const made = await notes.transaction(async (transaction) => {
      const before = attempt === undefined ? null : await creations.begin(transaction, attempt);
      if (before !== null) return this.withLinks(transaction, before, by);
      const rows: AccountRow[] = [];
      for (const person of people) {
        const hash = person.password === null ? null : await hashPassword(person.password);
        rows.push(await accounts.insert(transaction, person, hash, by));
      }
      const ids = rows.map(({ id }) => id);
      if (attempt !== undefined) await creations.finish(transaction, attempt, ids);
      return this.withLinks(transaction, ids, by);
    });
    return this.shown(made);
  }

  /** New links in place of those given out; whoever has a password or is disabled gets none. @throws AccountRefused */
  async inviteAgain(ids: readonly string[], by: Actor): Promise<readonly Created[]> {
    return this.shown(await this.parts.notes.transaction((transaction) => this.withLinks(transaction, ids, by)));
  }

  private async withLinks(transaction: Kysely<AuthTables>, ids: readonly string[], by: Actor): Promise<Linked[]> {
    const linked: Linked[] = [];
    for (const id of ids) {
      const row = await this.parts.accounts.require(transaction, id);
      const chooses = row.password_hash === null && row.disabled_at === null;
      linked.push({ row, link: chooses ? await this.parts.choosing.linkFor(transaction, row, by) : null });
    }
    return linked;
  }

  private async shown(linked: readonly Linked[]): Promise<readonly Created[]> {
    const accounts = await this.parts.accounts.shownAll(linked.map(({ row }) => row));
    return accounts.map((account, index) => ({ account, link: linked[index]?.link ?? null }));
  }
}

interface Linked {
  readonly row: AccountRow;
  readonly link: PasswordLink | null;
}
