import { sql } from 'kysely';
import { openDatabase } from './database.js';
import { keptStatement } from './kept-statements.js';
import { testDatabase } from './testing.js';

describe('a statement that is marked', () => {
  let db: ReturnType<typeof openDatabase>;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const database = await testDatabase();
    db = openDatabase(database.url, { max: 1 });
    drop = database.drop;
  });
  afterEach(async () => {
    await db.destroy();
    await drop();
  });

  async function kept(): Promise<readonly string[]> {
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
    return rows.map(({ statement }) => statement);
  }

  it('is kept by its connection and takes other values each time, one that is not marked is not kept', async () => {
    for (const number of [1, 2, 3]) {
      const twice = await sql<{ twice: number }>`${keptStatement} select 2 * ${number}::integer as twice`.execute(db);
      expect(twice.rows).toEqual([{ twice: 2 * number }]);
      await sql`select 3 * ${number}::integer`.execute(db);
    }

    expect(await kept()).toEqual([expect.stringContaining('select 2 * $1::integer as twice')]);
  });

  it('after sixty-four others is carried out without being kept', async () => {
    for (let number = 1; number <= 66; number += 1) {
      const { rows } = await sql<{
        sum: number;
      }>`${keptStatement} select ${number}::integer + ${sql.lit(number)} as sum`.execute(db);
      expect(rows).toEqual([{ sum: 2 * number }]);
    }

    expect(await kept()).toHaveLength(64);
  });
});
