import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { openAuth, WrongCredentials, type Auth } from '#auth';
import { openDatabase, type AuthTables } from '#postgres';
import { testDatabase, type TestDatabase } from '#postgres/testing';

const PASSWORD = 'una frase lunga';
const MINUTE = 60_000;

describe('what is noted of accounts', () => {
  let database: TestDatabase;
  let db: ReturnType<typeof openDatabase<AuthTables>>;
  let time = Date.parse('2022-05-16T08:00:00.000Z');
  let auth: Auth;
  let wakes = 0;

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase<AuthTables>(database.url);
    auth = await openAuth({
      db,
      now: () => time,
      at: () => new Date(time).toISOString(),
      newId: () => randomUUID(),
      onNoted: () => wakes++,
    });
    await auth.createAccount({ user: 'anna', password: PASSWORD, office: 'finanziaria', roles: ['responsabile'] });
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** What is to be written, each once. */
  async function taken(): Promise<readonly [string, unknown][]> {
    const notes = await auth.notes.pending(100);
    for (const note of notes) await auth.notes.done(note);
    return notes.map(({ event }) => [event.type, event.data]);
  }

  it('given a note, then somebody is told, it waits until it is done, and its id stays', async () => {
    expect(wakes).toBeGreaterThan(0);
    const [first] = await auth.notes.pending(1);
    expect((await auth.notes.pending(1))[0]).toEqual(first);
    expect(first).toMatchObject({ at: '2022-05-16T08:00:00.000Z', by: { id: 'system' } });
    expect(await taken()).toEqual([['account.created.v1', { office: 'finanziaria', roles: ['responsabile'] }]]);
    expect(await auth.notes.pending(1)).toEqual([]);
  });

  it('given a flood of refusals, then the first is noted at once, and the others together', async () => {
    const guess = () => expect(auth.signIn(randomUUID(), 'x')).rejects.toBeInstanceOf(WrongCredentials);
    for (let n = 0; n < 5; n++) await guess();
    const refusal = (count: number) => ['account.sign-in-refused.v1', { reason: 'unknown-user', count }];
    expect(await taken()).toEqual([refusal(1)]);
    time += 11 * MINUTE;
    await guess();
    expect(await taken()).toEqual([refusal(5)]);
    await guess();
    time += 11 * MINUTE;
    await auth.notes.closeCounts();
    await auth.notes.closeCounts();
    expect(await taken()).toEqual([refusal(1)]);
  });

  it('given a hash of another cost, when its user signs in, then it is made anew', async () => {
    const old = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await db.updateTable('auth.account').set({ password_hash: old }).where('user_name', '=', 'anna').execute();
    await auth.signIn('anna', PASSWORD);
    const row = await db.selectFrom('auth.account').select('password_hash').executeTakeFirstOrThrow();
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await auth.signIn('anna', PASSWORD)).session.user).toBe('anna');
  });
});
