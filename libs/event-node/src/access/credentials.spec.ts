import { Log } from '../log/log.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { seedUsers } from '../users/seed.js';
import { Users } from '../users/users.js';
import { Credentials, parseBasic } from './credentials.js';

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
    expect(await credentials.check({ login: 'admin', password: 'changeit' })).toMatchObject({ groups: ['$admins'] });
    expect(await credentials.check({ login: 'ops', password: 'changeit' })).toMatchObject({ groups: ['$ops'] });
    expect(await credentials.check({ login: 'admin', password: 'changeme' })).toBeUndefined();
    expect(await credentials.check({ login: 'nobody', password: 'changeit' })).toBeUndefined();
  });

  it('when a password was right once, then it is known at once, until the account changes', async () => {
    const { credentials, users } = await seeded();
    const login = { login: 'admin', password: 'changeit' };
    await credentials.check(login);
    expect(credentials.check(login)).toMatchObject({ login: 'admin' });
    await users.disable('admin');
    expect(credentials.check(login)).toBeUndefined();
    await users.enable('admin');
    await users.setPassword('admin', 'another');
    expect(await credentials.check(login)).toBeUndefined();
    expect(await credentials.check({ login: 'admin', password: 'another' })).toMatchObject({ login: 'admin' });
  }, 20_000);

  it('when twenty guesses were wrong, then even the right one waits, but not where it was known before', async () => {
    const { credentials, clock } = await seeded();
    await credentials.check({ login: 'ops', password: 'changeit' });
    for (const login of ['admin', 'ops'])
      for (let n = 0; n < 20; n++) await credentials.check({ login, password: `guess ${n}` });
    expect(await credentials.check({ login: 'admin', password: 'changeit' })).toBeUndefined();
    expect(await credentials.check({ login: 'ops', password: 'changeit' })).toMatchObject({ login: 'ops' });
    clock.ms += 2_000;
    expect(await credentials.check({ login: 'admin', password: 'changeit' })).toMatchObject({ login: 'admin' });
  }, 20_000);
});
