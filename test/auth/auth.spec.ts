import { randomUUID } from 'node:crypto';
import { AccountExists, openAuth, TooManyAttempts, WrongCredentials, type Auth, type NewAccount } from '#auth';
import { openDatabase, type AuthTables } from '#postgres';
import { testDatabase } from '#postgres/testing';
import type { TestDatabase } from '#postgres/testing';

const anna: NewAccount = { user: 'anna', password: 'una frase lunga', office: 'finanziaria', roles: ['responsabile'] };

describe('local accounts and sessions', () => {
  let database: TestDatabase;
  let db: ReturnType<typeof openDatabase<AuthTables>>;
  let time = Date.parse('2022-05-16T08:00:00.000Z');
  let auth: Auth;
  const open = () =>
    openAuth({ db, now: () => time, at: () => new Date(time).toISOString(), newId: () => randomUUID() });

  beforeAll(async () => {
    database = await testDatabase();
    db = openDatabase<AuthTables>(database.url);
    auth = await open();
    await auth.createAccount(anna);
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('given an account, when its user signs in, then the session names the account, the office and the roles', async () => {
    const { token, session } = await auth.signIn('anna', 'una frase lunga');
    expect(session).toMatchObject({ user: 'anna', office: 'finanziaria', roles: ['responsabile'] });
    expect(await auth.sessionOf(token)).toEqual(session);
  });

  it('given a password, then the database holds only its argon2id hash, and of a token only its SHA-256', async () => {
    const { token } = await auth.signIn('anna', 'una frase lunga');
    const accounts = await db.selectFrom('auth.account').select('password_hash').execute();
    const sessions = await db.selectFrom('auth.session').selectAll().execute();
    expect(accounts[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(sessions)).not.toContain(token);
  });

  it('given a user name that is taken, when another account is created, then it is refused', async () => {
    await expect(auth.createAccount({ ...anna, office: 'altro' })).rejects.toBeInstanceOf(AccountExists);
  });

  it('given an account without a password, when someone signs in to it, then the credentials are wrong', async () => {
    await auth.createAccount({ user: 'sistema', password: null, office: 'sistema', roles: [] });
    await expect(auth.signIn('sistema', '')).rejects.toBeInstanceOf(WrongCredentials);
  });

  it('given an unknown user, when signing in, then nothing tells it from a wrong password', async () => {
    await expect(auth.signIn('nessuno', 'una frase lunga')).rejects.toBeInstanceOf(WrongCredentials);
    await expect(auth.signIn('anna', 'sbagliata')).rejects.toBeInstanceOf(WrongCredentials);
  });

  it('given ten guesses at once, then all but the first three wait', async () => {
    const guesses = Array.from({ length: 10 }, (_, n) => auth.signIn('bersaglio', `tentativo ${n}`));
    const outcomes = (await Promise.allSettled(guesses)).map((guess) => guess.status === 'rejected' && guess.reason);
    expect(outcomes.filter((reason) => reason instanceof WrongCredentials)).toHaveLength(3);
    expect(outcomes.filter((reason) => reason instanceof TooManyAttempts)).toHaveLength(7);
  });

  it('given a session, when its user signs out, then it is over at once', async () => {
    const { token, session } = await auth.signIn('anna', 'una frase lunga');
    await auth.signOut(session);
    expect(await auth.sessionOf(token)).toBeNull();
  });

  it('given a session ended by another process, then it is over within seconds', async () => {
    const other = await open();
    const { token, session } = await auth.signIn('anna', 'una frase lunga');
    await other.signOut(session);
    time += 5000;
    expect(await auth.sessionOf(token)).toBeNull();
  });

  it('given a restart, then sessions are still open', async () => {
    const { token, session } = await auth.signIn('anna', 'una frase lunga');
    expect(await (await open()).sessionOf(token)).toEqual(session);
  });

  it('given twelve hours, then a session is over', async () => {
    const { token } = await auth.signIn('anna', 'una frase lunga');
    time += 12 * 3_600_000;
    expect(await auth.sessionOf(token)).toBeNull();
  });

  it('given two hours without a request, then a session is over; used within them it goes on', async () => {
    const used = await auth.signIn('anna', 'una frase lunga');
    const idle = await auth.signIn('anna', 'una frase lunga');
    for (let n = 0; n < 3; n++) {
      time += 3_600_000;
      expect(await auth.sessionOf(used.token)).not.toBeNull();
    }
    expect(await auth.sessionOf(idle.token)).toBeNull();
  });

  it('given a session of the system itself, then it may rest', async () => {
    const account = await auth.accountOf('sistema');
    const { token } = await auth.openSession(account?.id ?? '', 24 * 3_600_000);
    time += 23 * 3_600_000;
    expect(await auth.sessionOf(token)).not.toBeNull();
  });

  it('given text that is no token, then there is no session', async () => {
    expect(await auth.sessionOf('x')).toBeNull();
    expect(await auth.sessionOf('a'.repeat(43))).toBeNull();
  });
});
