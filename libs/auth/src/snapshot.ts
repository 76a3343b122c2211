import { sql, type Kysely, type Transaction } from 'kysely';
import { migrate, type AuthTables } from '#postgres';
import { migrations } from './migrations.js';

/** Accounts and what belongs to them, as they stood at one moment. */
export interface AuthSnapshot {
  /** How many migrations the tables had seen. */
  readonly migrations: number;
  /** By table: each row as JSON of PostgreSQL's own making. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/**
 * Whoever holds a backup must not be able to sign in with it; counters of failures and keys of requests are soon
 * over.
 */
const LEFT_OUT: readonly string[] = ['migration', 'session', 'password_link', 'failure', 'creation'];

/** Events about accounts that are still to be written into the log. */
const OUTBOX = 'note';

/** Reads everything in one snapshot; with no schema `auth`, nothing. */
export async function readAuth(db: Kysely<AuthTables>): Promise<AuthSnapshot> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const names = (await tablesOf(transaction)).filter((name) => !LEFT_OUT.includes(name));
      const tables: Record<string, readonly string[]> = {};
      for (const name of names) tables[name] = await rowsOf(transaction, name);
      return { migrations: await countOf(transaction), tables };
    });
}

/** What was still to be written into the log at the earlier moment, or is at the later one. */
export function withOutboxOf(earlier: AuthSnapshot, later: AuthSnapshot): AuthSnapshot {
  const rows = [...(earlier.tables[OUTBOX] ?? []), ...(later.tables[OUTBOX] ?? [])];
  if (rows.length === 0) return later;
  return { ...later, tables: { ...later.tables, [OUTBOX]: [...new Set(rows)] } };
}

/**
 * Makes the schema `auth` of a snapshot, all or nothing, and brings it to this release's last version.
 *
 * @throws Error when there is such a schema already, or the snapshot is of a newer release
 */
export async function writeAuth(db: Kysely<AuthTables>, { migrations: seen, tables }: AuthSnapshot): Promise<void> {
  if (seen > migrations.length) throw new Error(`The accounts are of a newer release (${seen} migrations).`);
  if ((await tablesOf(db)).length > 0) throw new Error('The database already holds accounts.');
  await migrate(db, 'auth', migrations.slice(0, seen));
  await db.transaction().execute(async (transaction) => {
    for (const [name, rows] of inOrder(Object.entries(tables)))
      for (const row of rows)
        await sql`insert into ${sql.id('auth', name)} overriding system value
          select * from jsonb_populate_record(null::${sql.id('auth', name)}, ${row}::jsonb)`.execute(transaction);
    if (tables[OUTBOX] !== undefined)
      await sql`select setval(pg_get_serial_sequence('auth.note', 'seq'), greatest(1000000000, max(seq)))
        from auth.note`.execute(transaction);
  });
  await migrate(db, 'auth', migrations);
}

type Queries = Kysely<AuthTables> | Transaction<AuthTables>;

async function tablesOf(db: Queries): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'auth' and table_type = 'BASE TABLE' order by table_name`.execute(db);
  return rows.map(({ name }) => name);
}

async function rowsOf(db: Queries, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(kept)::text as row from ${sql.id('auth', table)} as kept order by 1`.execute(db);
  return rows.map(({ row }) => row);
}

async function countOf(db: Queries): Promise<number> {
  if (!(await tablesOf(db)).includes('migration')) return 0;
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from auth.migration`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Others refer to accounts. */
function inOrder<Entry extends readonly [string, unknown]>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([a], [b]) => Number(b === 'account') - Number(a === 'account'));
}
