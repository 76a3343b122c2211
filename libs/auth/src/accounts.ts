import { sql, type Kysely, type UpdateObject } from 'kysely';
import { addDays, type AccountEvent, type Actor, type LocalDate } from '#domain';
import type { AuthTables, OfficeBefore } from '#postgres';
import { AccountExists, AccountRefused, OPERATOR_USER } from './account.js';
import type { Account, AccountDetails, NewAccount } from './account.js';
import type { FailedSignIns } from './failures.js';
import type { Notes } from './notes.js';
import type { PasswordLinks } from './password-links.js';
import { hashPassword } from './passwords.js';
import { isRole } from './permissions.js';
import type { Sessions } from './sessions.js';

export interface AccountsParts {
  readonly db: Kysely<AuthTables>;
  readonly now: () => number;
  /** By the body's clock. */
  readonly today: () => LocalDate;
  readonly newId: (user: string) => string;
  readonly notes: Notes;
  readonly failures: FailedSignIns;
  readonly links: PasswordLinks;
  readonly sessions: Sessions;
}

/** Local accounts: who there is, in which office, with which roles. */
export class Accounts {
  constructor(private readonly parts: AccountsParts) {}

  async create(account: NewAccount, by: Actor): Promise<Account> {
    const hash = account.password === null ? null : await hashPassword(account.password);
    const row = await this.parts.notes.transaction((transaction) => this.insert(transaction, account, hash, by));
    return this.shown(row);
  }

  /** @throws AccountExists */
  async insert(transaction: Kysely<AuthTables>, account: NewAccount, hash: string | null, by: Actor | null) {
    const { user, office, roles, name = null, email = null, officeFrom = null } = account;
    const row = await transaction
      .insertInto('auth.account')
      .values({
        id: this.parts.newId(user),
        user_name: user,
        name,
        email,
        password_hash: hash,
        office,
        office_from: officeFrom,
        office_since: this.parts.today(),
        roles: [...roles],
        created_at: new Date(this.parts.now()),
      })
      .onConflict((conflict) => conflict.column('user_name').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) throw new AccountExists(user);
    const from = officeFrom !== null && { from: officeFrom };
    const created = { type: 'account.created.v1', data: { office, roles, ...from } } as const;
    await this.parts.notes.add(transaction, row.id, created, by ?? actorOf(row));
    return row;
  }

  async list(): Promise<readonly Account[]> {
    return this.shownAll(await this.parts.db.selectFrom('auth.account').selectAll().orderBy('user_name').execute());
  }

  async of(user: string): Promise<Account | null> {
    const row = await this.parts.db
      .selectFrom('auth.account')
      .selectAll()
      .where('user_name', '=', user)
      .executeTakeFirst();
    return row === undefined ? null : this.shown(row);
  }

  change(id: string, { name = null, email = null, office, roles }: AccountDetails, by: Actor): Promise<Account> {
    const changed = { type: 'account.changed.v1', data: { office, roles } } as const;
    // another office is held from now on, whatever was said of the one before
    const officeFrom = sql<string | null>`case when office = ${office} then office_from end`;
    const officeSince = sql<
      string | null
    >`case when office = ${office} then office_since else ${this.parts.today()}::date end`;
    const given = { office, office_from: officeFrom, office_since: officeSince, roles: [...roles] };
    const change = (row: AccountRow) => ({
      name,
      email,
      ...given,
      ...(row.office !== office && heldUntil(row, row.disabled_on ?? this.parts.today())),
    });
    return this.update(id, change, changed, by);
  }

  async disable(id: string, by: Actor): Promise<Account> {
    const disabled = { type: 'account.disabled.v1', data: {} } as const;
    const account = await this.update(
      id,
      { disabled_at: new Date(this.parts.now()), disabled_on: this.parts.today() },
      disabled,
      by,
    );
    await this.parts.sessions.endAll(id);
    return account;
  }

  enable(id: string, by: Actor): Promise<Account> {
    // the time between is nobody's
    const change = (row: AccountRow) => ({
      disabled_at: null,
      disabled_on: null,
      ...(row.disabled_on !== null && { ...heldUntil(row, row.disabled_on), office_since: this.parts.today() }),
    });
    return this.update(id, change, { type: 'account.enabled.v1', data: {} }, by);
  }

  /** @throws AccountRefused when there is none, or it is the system's own */
  async require(db: Kysely<AuthTables>, id: string): Promise<AccountRow> {
    const row = await db.selectFrom('auth.account').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new AccountRefused('account/not-found');
    if (row.user_name === OPERATOR_USER) throw new AccountRefused('account/of-the-system');
    return row;
  }

  async hasAdministrator(db: Kysely<AuthTables>): Promise<boolean> {
    return (await this.administrators(db)).length > 0;
  }

  async shown(row: AccountRow): Promise<Account> {
    const locked = await this.parts.failures.lockedUntil([row.user_name]);
    return accountFrom(row, locked.get(row.user_name) ?? null);
  }

  async shownAll(rows: readonly AccountRow[]): Promise<readonly Account[]> {
    const locked = await this.parts.failures.lockedUntil(rows.map((row) => row.user_name));
    return rows.map((row) => accountFrom(row, locked.get(row.user_name) ?? null));
  }

  private async update(
    id: string,
    change: Change | ((row: AccountRow) => Change),
    event: AccountEvent,
    by: Actor,
  ): Promise<Account> {
    const row = await this.parts.notes.transaction(async (transaction) => {
      const before = await this.administrators(transaction);
      // of two changes at once the second finds what the first has left
      await transaction.selectFrom('auth.account').select('id').where('id', '=', id).forUpdate().execute();
      const standing = await this.require(transaction, id);
      const { email } = standing;
      const changed = await transaction
        .updateTable('auth.account')
        .set(typeof change === 'function' ? change(standing) : change)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
      if (before.length > 0 && !(await this.hasAdministrator(transaction))) {
        throw new AccountRefused('account/last-administrator');
      }
      // a link that went to a wrong address, or to somebody who is to come in no more, is over
      if (changed.disabled_at !== null || (email !== null && email !== changed.email)) {
        await this.parts.links.endOf(transaction, id);
      }
      await this.parts.notes.add(transaction, id, event, by);
      return changed;
    });
    this.parts.sessions.forget(id);
    return this.shown(row);
  }

  /** Those who can get in. Locked: of two that disable each other one waits, and is refused. */
  private administrators(db: Kysely<AuthTables>) {
    return db
      .selectFrom('auth.account')
      .select('id')
      .where('disabled_at', 'is', null)
      .where('password_hash', 'is not', null)
      .where(sql<boolean>`'amministratore' = any (roles)`)
      .orderBy('id')
      .forUpdate()
      .execute();
  }
}

type Change = UpdateObject<AuthTables, 'auth.account'>;

/** The office of an account as one that it gave until the day before; none where it never came to it. */
function heldUntil(
  { office, roles, office_from, office_since, held }: AccountRow,
  day: LocalDate,
): Pick<Change, 'held'> {
  const from = office_from ?? office_since;
  const to = addDays(day, -1);
  if (from !== null && from > to) return {};
  return { held: sql`${JSON.stringify([...held, { office, roles, from, to }])}::jsonb` };
}

export interface AccountRow {
  readonly id: string;
  readonly user_name: string;
  readonly password_hash: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly office: string;
  readonly office_from: string | null;
  readonly office_since: string | null;
  readonly roles: string[];
  readonly held: readonly OfficeBefore[];
  readonly created_at: Date;
  readonly disabled_at: Date | null;
  readonly disabled_on: string | null;
  readonly last_sign_in_at: Date | null;
}

export function actorOf({ id, office }: Pick<AccountRow, 'id' | 'office'>): Actor {
  return { id, office };
}

function accountFrom(row: AccountRow, lockedUntil: Date | null): Account {
  return {
    id: row.id,
    user: row.user_name,
    name: row.name,
    email: row.email,
    office: row.office,
    officeFrom: row.office_from,
    officeSince: row.office_since,
    roles: row.roles.filter(isRole),
    held: row.held,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    disabledOn: row.disabled_on,
    lastSignInAt: row.last_sign_in_at,
    lockedUntil,
    hasPassword: row.password_hash !== null,
  };
}
