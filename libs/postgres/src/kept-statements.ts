import { createHash } from 'node:crypto';
import { sql, type PostgresPool, type PostgresPoolClient } from 'kysely';
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
  const query = (text: string, values: unknown[]) => {
    const name = nameOf(text);
    return name === undefined ? client.query(text, values) : client.query({ name, text, values });
  };
  // the dialect asks for no cursor
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}
