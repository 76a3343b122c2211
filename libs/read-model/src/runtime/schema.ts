import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReadTables } from '#postgres';
import type { Projection } from './projection.js';
import { definitionOf, shapeOf } from './table.js';
import { relation } from './write.js';

/** What belongs to no projection. Without `parked` nobody knows which streams stand still, so all is built again. */
const RUNTIME_TABLES = [
  `create table if not exists read.checkpoint (
     projection text primary key, version integer not null, shape text not null,
     position bigint not null, updated_at timestamptz not null default now())`,
  `create table if not exists read.parked (
     projection text not null, position bigint not null, stream text not null, revision integer not null,
     error text, parked_at timestamptz not null default now(), primary key (projection, position))`,
  `create table if not exists read.progress (
     body text primary key, reacted_position bigint not null default -1,
     planned_position bigint not null default -1, planned_now text)`,
  `create table if not exists read.refused (
     body text not null, cause text not null, cause_type text not null, cause_stream text not null, stream text not null,
     code text not null, refused_at timestamptz not null default now(), primary key (cause, stream))`,
];

/**
 * Creates what is missing of schema `read`. A projection of another version or shape, or with a table missing, loses
 * all its tables and begins again at the log's first event. Two processes may do it at once: one waits.
 *
 * @returns the projections that will be built from the beginning
 */
export async function ensureSchema(
  db: Kysely<ReadTables>,
  projections: readonly Projection[],
): Promise<readonly string[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('schema read', 0))`.execute(transaction);
    await sql`create schema if not exists read`.execute(transaction);
    const parkedIsKept = await exist(transaction, ['parked']);
    for (const statement of RUNTIME_TABLES) await sql.raw(statement).execute(transaction);

    // one that exists no more would hold back all who wait for the slowest
    const names = projections.map(({ name }) => name);
    await transaction.deleteFrom('read.checkpoint').where('projection', 'not in', names).execute();

    const rebuilt: string[] = [];
    for (const projection of projections) {
      if (parkedIsKept && (await stands(transaction, projection))) continue;
      await createAgain(transaction, projection);
      rebuilt.push(projection.name);
    }
    return rebuilt;
  });
}

async function stands(transaction: Transaction<ReadTables>, { name, version, tables }: Projection): Promise<boolean> {
  const kept = await transaction
    .selectFrom('read.checkpoint')
    .select(['version', 'shape'])
    .where('projection', '=', name)
    .executeTakeFirst();
  if (kept?.version !== version || kept.shape !== shapeOf(tables)) return false;
  return exist(
    transaction,
    tables.map((table) => table.name),
  );
}

async function exist(transaction: Transaction<ReadTables>, tables: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ all: boolean }>`
    select coalesce(bool_and(to_regclass('read.' || quote_ident(name)) is not null), true) as "all"
    from unnest(${tables}::text[]) as wanted (name)`.execute(transaction);
  return rows[0]?.all ?? false;
}

async function createAgain(transaction: Transaction<ReadTables>, { name, version, tables }: Projection): Promise<void> {
  // a projector takes this row before any table; taken in the same order, the two never wait for each other
  await sql`
    insert into read.checkpoint (projection, version, shape, position)
    values (${name}, ${version}, ${shapeOf(tables)}, -1)
    on conflict (projection) do update
    set version = excluded.version, shape = excluded.shape, position = excluded.position, updated_at = now()
  `.execute(transaction);
  await transaction.deleteFrom('read.parked').where('projection', '=', name).execute();
  for (const table of tables) {
    await sql`drop table if exists ${relation(table)} cascade`.execute(transaction);
    for (const statement of definitionOf(table)) await sql.raw(statement).execute(transaction);
  }
}
