import { sql, type Kysely, type Transaction } from 'kysely';

/** One step forward of a schema; numbers start at 1 and follow each other, and a released step never changes. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Runs in one transaction with the others; unqualified names are of the schema. */
  up(transaction: Transaction<unknown>): Promise<void>;
}

/** The schema and the program do not belong together. */
export class MigrationFailure extends Error {
  constructor(
    readonly code: 'migration/newer-database' | 'migration/changed' | 'migration/numbering',
    message: string,
  ) {
    super(message);
    this.name = 'MigrationFailure';
  }
}

/**
 * Brings a schema of our own to its last version, all steps or none. Two processes may do it at once: one waits.
 *
 * @param schema  an identifier in lower case, created when missing
 * @returns the numbers that were applied now
 * @throws MigrationFailure
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  schema: string,
  migrations: readonly Migration[],
): Promise<number[]> {
  checkNumbers(schema, migrations);
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`migrate ${schema}`}, 0))`.execute(transaction);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
    await sql`set local search_path to ${sql.id(schema)}`.execute(transaction);
    await sql`create table if not exists migration
      (number integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(
      transaction,
    );
    const { rows } = await sql<{ number: number; name: string }>`select number, name from migration`.execute(
      transaction,
    );
    checkApplied(schema, migrations, rows);

    const pending = migrations.slice(rows.length);
    for (const step of pending) {
      await step.up(transaction as Transaction<unknown>);
      await sql`insert into migration (number, name) values (${step.number}, ${step.name})`.execute(transaction);
    }
    return pending.map(({ number }) => number);
  });
}

function checkNumbers(schema: string, migrations: readonly Migration[]): void {
  const wrong = migrations.findIndex(({ number }, index) => number !== index + 1);
  if (wrong < 0) return;
  throw new MigrationFailure(
    'migration/numbering',
    `Step ${wrong + 1} of schema ${schema} is not numbered ${wrong + 1}.`,
  );
}

function checkApplied(
  schema: string,
  migrations: readonly Migration[],
  applied: readonly { number: number; name: string }[],
) {
  for (const { number, name } of applied) {
    const known = migrations[number - 1];
    if (known === undefined) {
      const message = `Schema ${schema} is at step ${number} and this release knows ${migrations.length}: run the newer release.`;
      throw new MigrationFailure('migration/newer-database', message);
    }
    if (known.name !== name) {
      const message = `Step ${number} of schema ${schema} was "${name}" when it was applied and is "${known.name}" now.`;
      throw new MigrationFailure('migration/changed', message);
    }
  }
}
