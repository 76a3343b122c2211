import { sql, type Kysely } from 'kysely';

/** Which of these schemas the database has. */
export async function schemasIn<Tables>(db: Kysely<Tables>, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname = any(${[...names]}::text[]) order by nspname`.execute(db);
  return rows.map(({ name }) => name);
}

/** Drops schemas with all that they hold. */
export async function dropSchemas<Tables>(db: Kysely<Tables>, names: readonly string[]): Promise<void> {
  for (const name of names) await sql`drop schema if exists ${sql.id(name)} cascade`.execute(db);
}
