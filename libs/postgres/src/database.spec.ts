import { once } from 'node:events';
import { sql } from 'kysely';
import { openDatabase, openPool } from './database.js';
import { testDatabase } from './testing.js';

describe('openDatabase', () => {
  it('gives a date as the day it names, wherever the machine is', async () => {
    const { url, drop } = await testDatabase();
    const db = openDatabase(url);

    expect((await sql`select date '2022-06-30' as day`.execute(db)).rows).toEqual([{ day: '2022-06-30' }]);

    await db.destroy();
    await drop();
  });
});

describe('openPool', () => {
  it('lets a client listen while others write', async () => {
    const { url, drop } = await testDatabase();
    const pool = openPool(url);
    const listener = await pool.connect();
    await listener.query('listen news');
    const heard = once(listener, 'notification');

    await pool.query(`select pg_notify('news', 'hello')`);

    expect(await heard).toMatchObject([{ channel: 'news', payload: 'hello' }]);
    listener.release();
    await pool.end();
    await drop();
  });

  it('survives the loss of its idle connections and looks names up in the given schema', async () => {
    const { url, drop } = await testDatabase();
    const [pool, other] = [openPool(url, { searchPath: 'elsewhere' }), openPool(url)];
    await pool.query('create schema elsewhere');
    await pool.query('create table thing (id integer)');
    const lost = once(pool, 'error');

    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    );
    await lost;

    expect((await pool.query(`select to_regclass('elsewhere.thing') is not null as found`)).rows).toEqual([
      { found: true },
    ]);
    await Promise.all([pool.end(), other.end()]);
    await drop();
  });

  it('given a connection that breaks while it is lent, then its holder hears of it at the next query, and nothing else ends', async () => {
    const { url, drop } = await testDatabase();
    const [pool, other] = [openPool(url), openPool(url)];
    const lent = await pool.connect();
    const ended = new Promise<void>((resolve) => lent.on('end', () => resolve())); // `once` would answer the error before it

    await other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
    );
    await ended;

    await expect(lent.query('select 1')).rejects.toThrow(/connection/i);
    lent.release(true);
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await Promise.all([pool.end(), other.end()]);
    await drop();
  });
});
