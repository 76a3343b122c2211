import pg from 'pg';
import { testDatabase } from './testing.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

describe('testDatabase', () => {
  it('gives each caller an empty database of its own, in UTF-8 and Italian order, to a role without powers', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    await query(one.url, 'create table only_here (word text)');

    expect(await query(two.url, `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
    expect(await query(two.url, `select current_setting('server_encoding') as encoding`)).toEqual([
      { encoding: 'UTF8' },
    ]);
    expect(await query(two.url, `select usesuper from pg_user where usename = current_user`)).toEqual([
      { usesuper: false },
    ]);
    const sorted = await query(
      two.url,
      `select w from unnest(array['Èlite','zeta','città','àncora','elenco']) w order by w`,
    );
    expect(sorted).toEqual(['àncora', 'città', 'elenco', 'Èlite', 'zeta'].map((w) => ({ w })));
    await Promise.all([one.drop(), two.drop()]);
  });

  it('removes a database that somebody is still connected to', async () => {
    const database = await testDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined); // it is told twice: by the server, then by the socket
    const disconnected = new Promise<void>((resolve) => client.once('end', () => resolve()));
    await client.connect();

    await database.drop();

    await disconnected;
    await expect(query(database.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
