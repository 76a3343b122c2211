import { status } from '@grpc/grpc-js';
import { Log } from '../log/log.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { seedUsers } from '../users/seed.js';
import { Users } from '../users/users.js';
import { Credentials, parseBasic } from './credentials.js';

const HERE = '127.0.0.1';
const NOW = Date.parse('2022-06-20T08:00:00Z');

async function seeded() {
  const clock = { ms: NOW };
  const users = new Users(new Log(memoryStorage(), () => clock.ms));
  await seedUsers(users, {});
  return { users, clock, credentials: new Credentials(users, () => clock.ms) };
}

function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

describe('credentials in a header', () => {
  it.each([
    [basic('admin:changeit'), { login: 'admin', password: 'changeit' }],
    [basic('città:a:b'), { login: 'città', password: 'a:b' }],
    [basic('admin:'), { login: 'admin', password: '' }],
    [basic(':x'), undefined],
    [basic('admin'), undefined],
    [basic(`admin:${'x'.repeat(2000)}`), undefined],
    ['Bearer abc', undefined],
    ['Basic %%%', undefined],
    ['', undefined],
  ])('when it is %j, then they are %j', (header, login) => {
    expect(parseBasic(header)).toEqual(login);
  });
});

describe('checking credentials', () => {
  it('given the accounts of a new log, then only their password opens them', async () => {
    const { credentials } = await seeded();
    expect(await credentials.check({ login: 'admin', password: 'changeit' }, HERE)).toMatchObject({
      groups: ['$admins'],
    });
    expect(await credentials.check({ login: 'ops', password: 'changeit' }, HERE)).toMatchObject({ groups: ['$ops'] });
    expect(await credentials.check({ login: 'admin', password: 'changeme' }, HERE)).toBeUndefined();
    expect(await credentials.check({ login: 'nobody', password: 'changeit' }, HERE)).toBeUndefined();
  });

  it('when a password was right once, then it is known at once, until the account changes', async () => {
    const { credentials, users } = await seeded();
    const login = { login: 'admin', password: 'changeit' };
    await credentials.check(login, HERE);
    expect(credentials.check(login, HERE)).toMatchObject({ login: 'admin' });
    await users.disable('admin');
    expect(credentials.check(login, HERE)).toBeUndefined();
    await users.enable('admin');
    await users.setPassword('admin', 'another');
    expect(await credentials.check(login, HERE)).toBeUndefined();
    expect(await credentials.check({ login: 'admin', password: 'another' }, HERE)).toMatchObject({ login: 'admin' });
  });

  it('when twenty guesses were wrong, then even the right one waits there, but not elsewhere, nor where it was known before', async () => {
    const { credentials, clock } = await seeded();
    await credentials.check({ login: 'ops', password: 'changeit' }, HERE);
    for (const login of ['admin', 'ops'])
      for (let n = 0; n < 20; n++) await credentials.check({ login, password: `guess ${n}` }, HERE);
    expect(await credentials.check({ login: 'admin', password: 'changeit' }, HERE)).toBeUndefined();
    expect(await credentials.check({ login: 'ops', password: 'changeit' }, HERE)).toMatchObject({ login: 'ops' });
    clock.ms += 2_000;
    expect(await credentials.check({ login: 'admin', password: 'changeit' }, HERE)).toMatchObject({ login: 'admin' });
  });

  it('when somebody guesses the password of an account, then its owner elsewhere comes in', async () => {
    const { credentials } = await seeded();
    for (let n = 0; n < 20; n++) await credentials.check({ login: 'admin', password: `guess ${n}` }, '10.0.0.66');
    expect(await credentials.check({ login: 'admin', password: 'changeit' }, '10.0.0.66')).toBeUndefined();
    expect(await credentials.check({ login: 'admin', password: 'changeit' }, HERE)).toMatchObject({ login: 'admin' });
  });

  it('when a program comes with a hundred calls at once, then its password is guessed once', async () => {
    const { credentials } = await seeded();
    const login = { login: 'admin', password: 'changeit' };
    const calls = Array.from({ length: 100 }, async () => credentials.check(login, HERE));
    expect((await Promise.all(calls)).every((user) => user?.login === 'admin')).toBe(true);
  });

  it('when passwords of a hundred names come at once, then only some wait to be looked at, and others are not kept out', async () => {
    const { credentials } = await seeded();
    const asked = (from: string) => async (n: number) =>
      credentials.check({ login: `nobody ${n}`, password: 'x' }, from);
    const names = Array.from({ length: 100 }, (_, n) => n);
    const outcomes = Promise.allSettled(names.map(asked('10.0.0.66')));
    const owner = credentials.check({ login: 'admin', password: 'changeit' }, HERE);
    const refused = (await outcomes).filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(84);
    expect(refused[0]).toMatchObject({ reason: { code: status.RESOURCE_EXHAUSTED } });
    expect(await owner).toMatchObject({ login: 'admin' });
    expect(await asked('10.0.0.66')(100)).toBeUndefined();
  });
});
