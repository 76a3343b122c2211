import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { keepingStatements } from './kept-statements.js';

export type Pool = pg.Pool;

export interface PoolOptions {
  /** Most connections at once; 10 unless said. */
  readonly max?: number;
  /** Schemas that unqualified names are looked up in, for libraries that know no schema (BullMQ). */
  readonly searchPath?: string;
}

/**
 * A pool of connections; a client taken from it may LISTEN. End it with `pool.end()`.
 *
 * Values arrive as `pg` gives them (`bigint` and `numeric` as strings, `timestamptz` as Date) except `date`, which is
 * the string `YYYY-MM-DD`: as a Date it would be midnight in the machine's time zone.
 */
export function openPool(url: string, options: PoolOptions = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    keepAlive: true,
    types: { getTypeParser },
    ...(options.searchPath === undefined ? {} : { options: `-c search_path=${options.searchPath}` }),
  });
  // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // one that breaks while it is lent says so by itself too; whoever holds it hears of it at the next query
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Typed queries over a pool of their own, or over one that is given; `db.destroy()` ends the pool. */
export function openDatabase<Tables>(source: string | Pool, options?: PoolOptions): Kysely<Tables> {
  const pool = typeof source === 'string' ? openPool(source, options) : source;
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepingStatements(pool) }) });
}

/**
 * In a list of what a statement returns: its transaction is over before it is on the disk. For what comes again from the
 * log when the machine loses it; every flush less is one that a command need not wait behind.
 */
export const withoutWaitingForTheDisk = sql`set_config('synchronous_commit', 'off', true)`;

const asText = (value: string): string => value;

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === pg.types.builtins.DATE && format !== 'binary') return asText;
  return pg.types.getTypeParser(oid, format);
}
