import { Metadata } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { Log } from '../log/log.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { WELL_KNOWN_HASH } from '../users/password.js';
import { seedUsers } from '../users/seed.js';
import { Users } from '../users/users.js';
import type { AccessOptions, Caller } from './access.js';
import { Access } from './access.js';
import type { Action } from './acl.js';

const NOW = Date.parse('2022-06-20T08:00:00Z');
const SECURE: AccessOptions = { insecure: false, anonymousStreams: false };

const admin: Caller = { login: 'admin', groups: ['$admins'] };
const ops: Caller = { login: 'ops', groups: ['$ops'] };
const rosa: Caller = { login: 'rosa', groups: ['segreteria'] };

async function opened(options: AccessOptions = SECURE) {
  const log = new Log(memoryStorage(), () => NOW);
  const users = new Users(log);
  await seedUsers(users, {});
  for (const [login, groups] of [
    ['rosa', ['segreteria']],
    ['$ops', []],
  ] as const)
    await users.keep({ login, fullName: '', groups, disabled: false, password: WELL_KNOWN_HASH });
  const set = async (stream: string, type: string, json: object): Promise<void> => {
    const event = {
      id: randomUUID(),
      type,
      json: true,
      data: Buffer.from(JSON.stringify(json)),
      metadata: Buffer.of(),
    };
    await log.append({ stream, expected: 'any', events: [event], deadlineMs: Infinity });
  };
  const access = new Access(log, users, options, () => NOW);
  const may = (caller: Caller, action: Action, stream: string): true | string => {
    try {
      access.require(caller, action, stream);
      return true;
    } catch (error) {
      return (error as Error).message;
    }
  };
  return { access, set, may, users };
}

const DENIED = 'Access Denied';
const UNKNOWN = 'Unauthenticated';

describe('what a caller may do with a stream', () => {
  it.each<[Caller, Action, string, true | string]>([
    [rosa, 'read', 'piano', true],
    [rosa, 'write', 'piano', true],
    [rosa, 'delete', 'piano', true],
    [rosa, 'write', '$$piano', true],
    [rosa, 'delete', '$$piano', DENIED],
    [admin, 'delete', '$$piano', DENIED],
    [rosa, 'read', '$all', DENIED],
    [ops, 'read', '$all', DENIED],
    [admin, 'read', '$all', true],
    [rosa, 'read', '$users', DENIED],
    [rosa, 'read', '$$$users', DENIED],
    ['anonymous', 'read', 'piano', UNKNOWN],
  ])('given no list, when %j wants to %s %s, then the answer is %j', async (caller, action, stream, answer) => {
    expect((await opened()).may(caller, action, stream)).toBe(answer);
  });

  it('given lists of the stream, then each says who may, by name, by group or everybody', async () => {
    const { may, set } = await opened();
    await set('$$piano', '$metadata', { $acl: { $r: '$all', $w: ['rosa', 'giunta'], $d: [], $mr: 'segreteria' } });
    expect(may(ops, 'read', 'piano')).toBe(true);
    expect(may(rosa, 'write', 'piano')).toBe(true);
    expect(may(ops, 'write', 'piano')).toBe(DENIED);
    expect(may(rosa, 'delete', 'piano')).toBe(DENIED);
    expect(may(admin, 'delete', 'piano')).toBe(true);
    expect(may(rosa, 'read', '$$piano')).toBe(true);
    expect(may(ops, 'read', '$$piano')).toBe(DENIED);
    expect(may(ops, 'write', '$$piano')).toBe(true); // no list of its own for this
  });

  it('given lists in $settings, then they serve where the stream has none, key by key', async () => {
    const { may, set } = await opened();
    await set('$settings', 'update-default-acl', {
      $userStreamAcl: { $r: 'segreteria', $w: 'rosa' },
      $systemStreamAcl: { $r: ['$all'] },
    });
    await set('$$aperto', '$metadata', { $acl: { $w: '$all' } });
    expect(may(rosa, 'read', 'aperto')).toBe(true);
    expect(may(ops, 'read', 'aperto')).toBe(DENIED);
    expect(may(ops, 'write', 'aperto')).toBe(true);
    expect(may(ops, 'write', 'piano')).toBe(DENIED);
    expect(may(ops, 'delete', 'piano')).toBe(true);
    expect(may(ops, 'read', '$all')).toBe(true);
    expect(may(ops, 'write', '$users')).toBe(DENIED);
  });

  it('given an account named like a group, then it has no right of that group', async () => {
    const { may, set } = await opened();
    await set('$$piano', '$metadata', { $acl: { $r: ['$ops'] } });
    expect(may(ops, 'read', 'piano')).toBe(true);
    expect(may({ login: '$ops', groups: [] }, 'read', 'piano')).toBe(DENIED);
  });

  it('given an account that lost its groups, or is no more, then what was found of it before does not count', async () => {
    const { may, set, users } = await opened();
    await set('$$piano', '$metadata', { $acl: { $w: ['segreteria'] } });
    expect(may(rosa, 'write', 'piano')).toBe(true);
    await users.update('rosa', 'Rosa', ['protocollo']);
    expect(may(rosa, 'write', 'piano')).toBe(DENIED);
    await users.update('ops', 'Ops', ['$admins']);
    expect(may(ops, 'read', '$all')).toBe(true);
    await users.disable('ops');
    expect(may(ops, 'read', '$all')).toBe(UNKNOWN);
    await users.delete('admin');
    expect(may(admin, 'read', '$all')).toBe(UNKNOWN);
  });

  it('given an insecure node, then strangers may do everything, and who presents himself is held to it', async () => {
    const { may, access } = await opened({ insecure: true, anonymousStreams: false });
    expect(may('anonymous', 'read', '$all')).toBe(true);
    expect(may(rosa, 'read', '$all')).toBe(DENIED);
    expect(() => access.requireOperator('anonymous')).not.toThrow();
    expect(() => access.requireOperator(rosa)).toThrow(DENIED);
    expect(() => access.requireOperator(ops)).not.toThrow();
    expect(() => access.requireAdministrator(ops)).toThrow(DENIED);
  });

  it('given streams open to strangers, then they read what everybody may', async () => {
    const { may, set } = await opened({ insecure: false, anonymousStreams: true });
    await set('$$chiuso', '$metadata', { $acl: { $r: 'rosa' } });
    expect(may('anonymous', 'read', 'piano')).toBe(true);
    expect(may('anonymous', 'read', 'chiuso')).toBe(DENIED);
    expect(may('anonymous', 'read', '$all')).toBe(DENIED);
  });
});

describe('who calls', () => {
  const getPeer = () => '127.0.0.1:50000';
  it('when no credentials come, then nobody; when they are no credentials, then the call is refused', async () => {
    const { access } = await opened();
    expect(access.authenticate({ metadata: new Metadata(), getPeer })).toBe('anonymous');
    const metadata = new Metadata();
    metadata.set('authorization', 'Bearer abc');
    expect(() => access.authenticate({ metadata, getPeer })).toThrow(UNKNOWN);
  });
});
