import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadTables } from '#postgres';
import { bareType, keyOf, type AnyTable } from './table.js';

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

/**
 * Writes all rows of a table in one statement, in the order of their keys, so that two writers lock alike. They travel as
 * one document: it takes a third of the work of one list for each column.
 */
export async function upsertRows(
  transaction: Transaction<ReadTables>,
  table: AnyTable,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = rows.map((row) => ({ key: keyOf(table, row), row })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const document = JSON.stringify(sorted.map(({ row }) => row));
  const columns = Object.entries(table.columns);
  const names = sql.join(columns.map(([name]) => sql.id(name)));
  const shape = sql.join(columns.map(([name, column]) => sql`${sql.id(name)} ${sql.raw(bareType(column))}`));
  const rest = columns.filter(([name]) => !table.key.includes(name));
  const assignments = rest.map(([name]) => sql`${sql.id(name)} = excluded.${sql.id(name)}`);
  const onConflict = rest.length === 0 ? sql`do nothing` : sql`do update set ${sql.join(assignments)}`;
  await sql`
    insert into ${relation(table)} (${names})
    select ${names} from jsonb_to_recordset(${document}::jsonb) as incoming (${shape})
    on conflict (${sql.join(table.key.map((name) => sql.id(name)))}) ${onConflict}`.execute(transaction);
}

export function relation({ name }: AnyTable) {
  return sql.id('read', name);
}
