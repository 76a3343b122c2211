import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadTables } from '#postgres';
import { bareType, keyOf, valueOf, type AnyTable, type ColumnType } from './table.js';

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

/** Writes all rows of a table in one statement, in the order of their keys, so that two writers lock alike. */
export async function upsertRows(
  transaction: Transaction<ReadTables>,
  table: AnyTable,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const sorted = rows.map((row) => ({ key: keyOf(table, row), row })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const columns = Object.entries(table.columns).map(([name, column]) => ({ name, type: bareType(column) }));
  const names = sql.join(columns.map(({ name }) => sql.id(name)));
  // a list of lists would be one flat list to unnest, so documents travel as text
  const lists = columns.map(({ name, type }) => {
    const list = sorted.map(({ row }) => onTheWire(valueOf(row, name), type));
    return sql`${list}::${sql.raw(type === 'jsonb' ? 'text' : type)}[]`;
  });
  const values = columns.map(({ name, type }) => (type === 'jsonb' ? sql`${sql.id(name)}::jsonb` : sql.id(name)));
  const rest = columns.filter(({ name }) => !table.key.includes(name));
  const assignments = rest.map(({ name }) => sql`${sql.id(name)} = excluded.${sql.id(name)}`);
  const onConflict = rest.length === 0 ? sql`do nothing` : sql`do update set ${sql.join(assignments)}`;
  await sql`
    insert into ${relation(table)} (${names})
    select ${sql.join(values)} from unnest(${sql.join(lists)}) as incoming (${names})
    on conflict (${sql.join(table.key.map((name) => sql.id(name)))}) ${onConflict}`.execute(transaction);
}

export function relation({ name }: AnyTable) {
  return sql.id('read', name);
}

function onTheWire(value: unknown, type: ColumnType): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value); // no value for its column: PostgreSQL refuses it and the stream is parked
}
