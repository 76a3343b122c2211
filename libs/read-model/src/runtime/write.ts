import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { keptStatement, type ReadTables } from '#postgres';
import { bareType, keyOf, valueOf, type AnyTable, type Cleared } from './table.js';

/** The rows of some streams. */
export async function loadRows(
  db: Kysely<ReadTables>,
  table: AnyTable,
  scopes: readonly string[],
): Promise<readonly object[]> {
  if (table.scope === null || scopes.length === 0) return [];
  const { rows } = await sql<object>`
    select * from ${relation(table)} where ${sql.id(table.scope)} = any(${scopes}::text[])`.execute(db);
  return rows;
}

/** Rows of a table as they shall be. */
export interface TableRows {
  readonly table: AnyTable;
  readonly rows: readonly object[];
}

/**
 * Writes rows of several tables in one statement: each table once, in the order of the tables and of their keys, so that
 * two writers lock alike.
 */
export async function upsertRows(transaction: Transaction<ReadTables>, changed: readonly TableRows[]): Promise<void> {
  const filled = changed.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  const inserts = filled.map((change, index) => sql`${sql.raw(`written_${index}`)} as (${upsertOf(change)})`);
  await sql`${keptStatement} with ${sql.join(inserts)} select 1`.execute(transaction);
}

/** Rare: one statement for each. */
export async function deleteRows(transaction: Transaction<ReadTables>, cleared: readonly Cleared[]): Promise<void> {
  for (const { table, without } of cleared) {
    const wanted = Object.keys(without).map((column) => sql`${sql.id(column)} = ${valueOf(without, column)}`);
    await sql`delete from ${relation(table)} where ${sql.join(wanted, sql` and `)}`.execute(transaction);
  }
}

/** The rows travel as one document: it takes a third of the work of one list for each column. */
function upsertOf({ table, rows }: TableRows): RawBuilder<unknown> {
  const sorted = rows.map((row) => ({ key: keyOf(table, row), row })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const document = JSON.stringify(sorted.map(({ row }) => row));
  const { before, after } = textsOf(table);
  return sql`${before}${document}${after}`;
}

/** The statement around the document: the same for every batch. */
interface Texts {
  readonly before: RawBuilder<unknown>;
  readonly after: RawBuilder<unknown>;
}

const known = new WeakMap<AnyTable, Texts>();

function textsOf(table: AnyTable): Texts {
  const found = known.get(table);
  if (found !== undefined) return found;
  const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
  const columns = Object.entries(table.columns);
  const names = quoted(Object.keys(table.columns));
  const shape = columns.map(([name, column]) => `"${name}" ${bareType(column)}`).join(', ');
  const rest = Object.keys(table.columns).filter((name) => !table.key.includes(name));
  const assignments = rest.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  const onConflict = rest.length === 0 ? 'do nothing' : `do update set ${assignments}`;
  const texts = {
    before: sql.raw(`insert into read."${table.name}" (${names}) select ${names} from jsonb_to_recordset(`),
    after: sql.raw(`::jsonb) as incoming (${shape}) on conflict (${quoted(table.key)}) ${onConflict}`),
  };
  known.set(table, texts);
  return texts;
}

export function relation({ name }: AnyTable) {
  return sql.id('read', name);
}
