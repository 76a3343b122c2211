import { sql } from 'kysely';
import { openDatabase } from './database.js';
import { migrate, type Migration } from './migrate.js';
import { testDatabase } from './testing.js';

const people: Migration = {
  number: 1,
  name: 'people',
  up: async (transaction) => void (await sql`create table person (name text primary key)`.execute(transaction)),
};
const firstPerson: Migration = {
  number: 2,
  name: 'first person',
  up: async (transaction) => void (await sql`insert into person values ('Ada')`.execute(transaction)),
};

describe('migrate', () => {
  it('applies each step once, also when two processes start together', async () => {
    const { url, drop } = await testDatabase();
    const [one, two] = [openDatabase(url), openDatabase(url)];

    const applied = await Promise.all([migrate(one, 'own', [people]), migrate(two, 'own', [people])]);
    expect(applied.flat()).toEqual([1]);
    expect(await migrate(one, 'own', [people, firstPerson])).toEqual([2]);
    expect(await migrate(two, 'own', [people, firstPerson])).toEqual([]);
    expect((await sql`select name from own.person`.execute(one)).rows).toEqual([{ name: 'Ada' }]);

    await Promise.all([one.destroy(), two.destroy()]);
    await drop();
  });

  it('applies nothing when a step fails', async () => {
    const { url, drop } = await testDatabase();
    const db = openDatabase(url);
    const failing: Migration = { number: 2, name: 'failing', up: () => Promise.reject(new Error('no')) };

    await expect(migrate(db, 'own', [people, failing])).rejects.toThrow('no');

    expect((await sql`select to_regnamespace('own') as found`.execute(db)).rows).toEqual([{ found: null }]);
    await db.destroy();
    await drop();
  });

  it('refuses a database of a newer release, a released step that changed, and a gap in the numbers', async () => {
    const { url, drop } = await testDatabase();
    const db = openDatabase(url);
    await migrate(db, 'own', [people, firstPerson]);

    await expect(migrate(db, 'own', [people])).rejects.toMatchObject({ code: 'migration/newer-database' });
    const renamed = { ...firstPerson, name: 'somebody else' };
    await expect(migrate(db, 'own', [people, renamed])).rejects.toMatchObject({ code: 'migration/changed' });
    await expect(migrate(db, 'own', [firstPerson])).rejects.toMatchObject({ code: 'migration/numbering' });
    await db.destroy();
    await drop();
  });
});
