import { createHash } from 'node:crypto';
import { sql, type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import type pg from 'pg';

const MARK = '/* kept */';

/** Before a statement that comes again and again: PostgreSQL keeps it parsed and planned, for each connection. */
export const keptStatement = sql.raw(MARK);

/** A connection holds on to each: of more than these the rest is sent as ever. */
const MOST = 64;

/** A pool whose connections name the statements that are marked, since Kysely has no place for a name. */
export function keepingStatements(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();

  function nameOf(text: string): string | undefined {
    if (!text.startsWith(MARK)) return undefined;
    const name = names.get(text);
    if (name !== undefined || names.size === MOST) return name;
    const created = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, created);
    return created;
  }

  return {
    async connect() {
      const client = await pool.connect();
      const kept = known.get(client) ?? keeping(client, nameOf);
      known.set(client, kept);
      return kept;
    },
    end: () => pool.end(),
  };
}

function keeping(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(asked: string | PostgresCursor<unknown>, values: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') throw new Error('No cursors: the dialect is given none.');
    const name = nameOf(asked);
    return name === undefined
      ? client.query(asked, [...values])
      : client.query({ name, text: asked, values: [...values] });
  }
  return { query, release: () => client.release() };
}
