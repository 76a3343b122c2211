import { Log } from '../log/log.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { isPassword } from './password.js';
import { UserConflict, Users } from './users.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');

async function opened(): Promise<Users> {
  const users = new Users(new Log(memoryStorage(), () => NOW));
  await users.create('ugo', 'Ugo', [], 'trapelata');
  return users;
}

it('given a password that was proved before an administrator gave another, then it no longer serves to choose one', async () => {
  const users = await opened();
  const proved = users.revisionOf('ugo');
  await users.setPassword('ugo', 'di nuovo sicura');
  await expect(users.setPassword('ugo', 'dell’intruso', proved)).rejects.toBeInstanceOf(UserConflict);
  expect(await isPassword('di nuovo sicura', users.find('ugo')!.password)).toBe(true);
});

it('given an account that is changed in the moment it is deleted, then it stays deleted', async () => {
  const users = await opened();
  const outcomes = await Promise.allSettled([users.delete('ugo'), users.disable('ugo'), users.setPassword('ugo', 'x')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(users.find('ugo')).toBeUndefined();
  await users.create('ugo', 'Un altro Ugo', [], 'nuova');
  expect(users.find('ugo')).toMatchObject({ fullName: 'Un altro Ugo' });
});

it('given two accounts of one name made at the same moment, then one of them is refused', async () => {
  const users = await opened();
  const made = await Promise.allSettled(['Ada', 'Ida'].map((name) => users.create('ada', name, [], name)));
  // whose password is hashed first
  const kept = made[0]?.status === 'fulfilled' ? 'Ada' : 'Ida';
  expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect([...users.all()].map(({ user }) => user.fullName)).toEqual(['Ugo', kept]);
});

it('given two changes of one account at the same moment, then one of them is refused', async () => {
  const users = await opened();
  const changes = await Promise.allSettled([users.setPassword('ugo', 'una'), users.setPassword('ugo', 'altra')]);
  expect(changes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
