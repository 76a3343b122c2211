import type { EventNode } from '#event-node';
import { startEventNode } from '#event-node';
import {
  AccessDeniedError,
  EventStoreDBClient,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
  jsonEvent,
  streamNameFilter,
  type StreamMetadata,
} from '@eventstore/db-client';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../support/self-signed.js';
import { as, callsTo } from './calls.js';

const ADMIN = 'la parola di admin';
const thing = () => jsonEvent({ type: 'fatto.v1', data: { n: 1 } });

let folder: string;
let cert: string;
let node: EventNode;
const clients: EventStoreDBClient[] = [];

function clientOf(login?: string, password = 'di casa'): EventStoreDBClient {
  const who = login === undefined ? '' : `${login}:${encodeURIComponent(password)}@`;
  const file = encodeURIComponent(join(folder, 'node.crt'));
  const url = `esdb://${who}127.0.0.1:${node.port}?tls=true&tlsCAFile=${file}`;
  const client = EventStoreDBClient.connectionString(url);
  clients.push(client);
  return client;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'event-node-'));
  const pair = selfSigned({ names: ['localhost', '127.0.0.1'] });
  cert = pair.cert;
  await writeFile(join(folder, 'node.crt'), pair.cert);
  await writeFile(join(folder, 'node.key'), pair.key, { mode: 0o600 });
  const certificate = { certificateFile: join(folder, 'node.crt'), privateKeyFile: join(folder, 'node.key') };
  node = await startEventNode({ inMemory: true, certificate, passwords: { admin: ADMIN } });
  const calls = callsTo(node, cert);
  for (const login of ['rosa', 'ugo']) {
    const options = new users.CreateReq.Options().setLoginName(login).setPassword('di casa').setGroupsList(['ufficio']);
    await calls.ask(usersGrpc.UsersService.create, new users.CreateReq().setOptions(options), as('admin', ADMIN));
  }
  calls.close();
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.dispose()));
  await node.stop();
  await rm(folder, { recursive: true });
});

async function drain(events: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of events) count += 1;
  return count;
}

async function withAcl(stream: string, acl: NonNullable<StreamMetadata['acl']>): Promise<void> {
  await clientOf('admin', ADMIN).setStreamMetadata(stream, { acl });
}

describe('a node with a certificate, by the official client', () => {
  it('when nobody says who they are, then streams are closed and gossip is open', async () => {
    const stranger = clientOf();
    await expect(stranger.appendToStream('piano', thing())).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(stranger.readStream('piano'))).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(stranger.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(stranger.deleteStream('piano')).rejects.toBeInstanceOf(AccessDeniedError);
    const calls = callsTo(node, cert);
    expect((await calls.ask(gossipGrpc.GossipService.read, new shared.Empty())).getMembersList()).toHaveLength(1);
    await expect(calls.ask(operationsGrpc.OperationsService.shutdown, new shared.Empty())).rejects.toMatchObject({
      code: 16,
    });
    calls.close();
  });

  it('when the password is wrong, or ops was given none, then the call is refused', async () => {
    await expect(clientOf('rosa', 'fuori casa').appendToStream('piano', thing())).rejects.toBeInstanceOf(
      AccessDeniedError,
    );
    await expect(clientOf('ops', 'changeit').appendToStream('piano', thing())).rejects.toBeInstanceOf(
      AccessDeniedError,
    );
    await expect(clientOf('admin', 'changeit').appendToStream('piano', thing())).rejects.toBeInstanceOf(
      AccessDeniedError,
    );
  });

  it('when somebody with an account writes and reads, by either append, then it is done; $all is for admins', async () => {
    const rosa = clientOf('rosa');
    await rosa.appendToStream('libero', thing());
    await rosa.appendToStream('libero', thing(), { credentials: { username: 'ugo', password: 'di casa' } });
    expect(await drain(rosa.readStream('libero'))).toBe(2);
    await expect(drain(rosa.readAll())).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(rosa.readStream('$users'))).rejects.toBeInstanceOf(AccessDeniedError);
    expect(await drain(clientOf('admin', ADMIN).readAll())).toBeGreaterThan(2);
    await rosa.deleteStream('libero');
  });

  it('given lists of a stream, then each call asks them', async () => {
    await withAcl('di-rosa', {
      readRoles: ['rosa'],
      writeRoles: ['rosa'],
      deleteRoles: ['$admins'],
      metaReadRoles: ['ufficio'],
      metaWriteRoles: ['$admins'],
    });
    const [rosa, ugo] = [clientOf('rosa'), clientOf('ugo')];
    await rosa.appendToStream('di-rosa', thing());
    expect(await drain(rosa.readStream('di-rosa'))).toBe(1);
    await expect(ugo.appendToStream('di-rosa', thing())).rejects.toBeInstanceOf(AccessDeniedError);
    const classic = { credentials: { username: 'ugo', password: 'di casa' } };
    await expect(ugo.appendToStream('di-rosa', thing(), classic)).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(ugo.readStream('di-rosa'))).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(ugo.subscribeToStream('di-rosa'))).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(rosa.deleteStream('di-rosa')).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(rosa.tombstoneStream('di-rosa')).rejects.toBeInstanceOf(AccessDeniedError);
    expect((await ugo.getStreamMetadata('di-rosa')).metadata).toHaveProperty('acl');
    await expect(ugo.setStreamMetadata('di-rosa', {})).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('given a client that appends on one long call, when its account loses the group, then the next append is refused', async () => {
    const calls = callsTo(node, cert);
    const admin = as('admin', ADMIN);
    const options = new users.CreateReq.Options().setLoginName('lino').setPassword('di casa').setGroupsList(['cassa']);
    await calls.ask(usersGrpc.UsersService.create, new users.CreateReq().setOptions(options), admin);
    await withAcl('di-cassa', { writeRoles: ['cassa'] });
    const lino = clientOf('lino');
    await lino.appendToStream('di-cassa', thing());
    const update = new users.UpdateReq.Options().setLoginName('lino').setGroupsList(['altro']);
    await calls.ask(usersGrpc.UsersService.update, new users.UpdateReq().setOptions(update), admin);
    await expect(lino.appendToStream('di-cassa', thing())).rejects.toBeInstanceOf(AccessDeniedError);
    expect(await drain(lino.readStream('di-cassa'))).toBe(1);
    calls.close();
  });

  it('given a link into a stream that the reader may not read, then it stays a link', async () => {
    await withAcl('nascosto', { readRoles: ['ugo'] });
    await clientOf('ugo').appendToStream('nascosto', thing());
    const link = { id: '00000000-0000-4000-8000-000000000001', type: '$>', data: Buffer.from('0@nascosto') };
    await clientOf('ugo').appendToStream('raccolta', { ...link, contentType: 'application/octet-stream' } as never);
    const seen = async (login: string) => {
      const types: unknown[] = [];
      const links = clientOf(login).readStream('raccolta', { resolveLinkTos: true });
      for await (const { event } of links) types.push(event?.type);
      return types;
    };
    expect(await seen('ugo')).toEqual(['fatto.v1']);
    expect(await seen('rosa')).toEqual([undefined]);
  });

  it('given a persistent subscription that follows links, then one into a stream that its consumer may not read stays a link', async () => {
    await withAcl('coperto', { readRoles: ['ugo'] });
    await clientOf('ugo').appendToStream('coperto', thing());
    const links = ['0@coperto', '0@aperto'].map((to, index) => ({
      id: `00000000-0000-4000-8000-00000000001${index}`,
      type: '$>',
      data: Buffer.from(to),
      contentType: 'application/octet-stream',
    }));
    await clientOf('ugo').appendToStream('aperto', thing());
    await clientOf('ugo').appendToStream('rinvii', links as never);
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, resolveLinkTos: true });
    await clientOf('admin', ADMIN).createPersistentSubscriptionToStream('rinvii', 'gruppo', settings);
    const seen: unknown[] = [];
    for await (const { event, link } of clientOf('rosa').subscribeToPersistentSubscriptionToStream(
      'rinvii',
      'gruppo',
    )) {
      seen.push([event?.streamId, link?.revision]);
      if (seen.length === 2) break;
    }
    expect(seen).toEqual([
      [undefined, 0n],
      ['aperto', 1n],
    ]);
  });

  it('when a list changes under a live subscriber of the metadata, then its subscription ends as well', async () => {
    await withAcl('descritto', { metaReadRoles: ['rosa', 'ugo'] });
    const following = clientOf('rosa').subscribeToStream('$$descritto');
    const ended = drain(following);
    await new Promise((resolve) => following.once('caughtUp', resolve));
    await withAcl('descritto', { metaReadRoles: ['ugo'] });
    await expect(ended).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('when a list changes under a live subscriber, then the subscription ends as access denied', async () => {
    await clientOf('admin', ADMIN).appendToStream('seguito', thing());
    const following = clientOf('rosa').subscribeToStream('seguito');
    const ended = drain(following);
    await new Promise((resolve) => following.once('caughtUp', resolve));
    await withAcl('seguito', { readRoles: ['rosa', 'ugo'] }); // this one keeps the right
    await withAcl('seguito', { readRoles: ['ugo'] });
    await expect(ended).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it.each(['disable', 'delete'] as const)(
    'when an account ends (%s) under a live subscriber, then the subscription does',
    async (end) => {
      const calls = callsTo(node, cert);
      const login = `breve-${end}`;
      const options = new users.CreateReq.Options().setLoginName(login).setPassword('di casa');
      const admin = as('admin', ADMIN);
      await calls.ask(usersGrpc.UsersService.create, new users.CreateReq().setOptions(options), admin);
      const following = clientOf(login).subscribeToStream('seguito-altro');
      const ended = drain(following);
      await new Promise((resolve) => following.once('caughtUp', resolve));
      const { disable, delete: remove } = usersGrpc.UsersService;
      const disabled = new users.DisableReq.Options().setLoginName(login);
      const deleted = new users.DeleteReq.Options().setLoginName(login);
      if (end === 'disable') await calls.ask(disable, new users.DisableReq().setOptions(disabled), admin);
      else await calls.ask(remove, new users.DeleteReq().setOptions(deleted), admin);
      await expect(ended).rejects.toBeInstanceOf(AccessDeniedError);
      calls.close();
    },
  );

  it('given a persistent subscription, then operators make it, readers of its stream take from it, until they may not', async () => {
    const [admin, rosa] = [clientOf('admin', ADMIN), clientOf('rosa')];
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });
    const made = rosa.createPersistentSubscriptionToStream('consumato', 'gruppo', settings);
    await expect(made).rejects.toBeInstanceOf(AccessDeniedError);
    await admin.createPersistentSubscriptionToStream('consumato', 'gruppo', settings);
    await expect(rosa.deletePersistentSubscriptionToStream('consumato', 'gruppo')).rejects.toBeInstanceOf(
      AccessDeniedError,
    );
    await rosa.appendToStream('consumato', thing());
    const taking = rosa.subscribeToPersistentSubscriptionToStream('consumato', 'gruppo');
    const ended = drain(taking);
    await new Promise((resolve) => taking.once('data', resolve));
    await withAcl('consumato', { readRoles: ['ugo'] });
    await expect(ended).rejects.toBeInstanceOf(AccessDeniedError);
    const again = drain(rosa.subscribeToPersistentSubscriptionToStream('consumato', 'gruppo'));
    await expect(again).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('given $settings that open $all to an office, then its people may follow it, filtered too', async () => {
    const settings = jsonEvent({
      type: 'update-default-acl',
      data: { $systemStreamAcl: { $r: ['ufficio', '$admins'] } },
    });
    await clientOf('admin', ADMIN).appendToStream('$settings', settings);
    const following = clientOf('rosa').subscribeToAll({ filter: streamNameFilter({ prefixes: ['di-rosa'] }) });
    const ended = drain(following);
    await new Promise((resolve) => following.once('caughtUp', resolve));
    await clientOf('admin', ADMIN).appendToStream(
      '$settings',
      jsonEvent({ type: 'update-default-acl', data: { $systemStreamAcl: { $r: '$admins' } } }),
    );
    await expect(ended).rejects.toBeInstanceOf(AccessDeniedError);
  });
});

describe('a node that others could reach', () => {
  it('given no certificate, then it does not listen beyond loopback unless it is said to be insecure', async () => {
    await expect(startEventNode({ inMemory: true, host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'event-node/exposed',
    });
    const open = await startEventNode({ inMemory: true, host: '0.0.0.0', insecure: true });
    await open.stop();
  });

  it('given an address that is none of this machine, then one sentence says so', async () => {
    await expect(startEventNode({ inMemory: true, host: '192.0.2.1', insecure: true })).rejects.toThrow(
      'cannot listen on 192.0.2.1:0 (EADDRNOTAVAIL)',
    );
  });

  it('given a certificate, then it does not listen there with the password that everybody knows', async () => {
    const certificate = { certificateFile: join(folder, 'node.crt'), privateKeyFile: join(folder, 'node.key') };
    const options = { inMemory: true, host: '0.0.0.0', certificate } as const;
    const refused = startEventNode(options);
    await expect(refused).rejects.toThrow('The account admin still has the password that everybody knows');
    const known = startEventNode({ ...options, passwords: { admin: ADMIN, ops: 'changeit' } });
    await expect(known).rejects.toThrow('The account ops');
    const own = await startEventNode({ ...options, passwords: { admin: ADMIN } });
    await own.stop();
  });

  it('given a certificate that is none, or another’s key, then one sentence says so', async () => {
    const other = join(folder, 'other.key');
    await writeFile(other, selfSigned({ names: ['localhost'] }).key);
    const [certificateFile, privateKeyFile] = [join(folder, 'node.crt'), join(folder, 'node.key')];
    const start = (certificate: { certificateFile: string; privateKeyFile: string }) =>
      startEventNode({ inMemory: true, certificate });
    await expect(start({ certificateFile, privateKeyFile: other })).rejects.toThrow('it is not the key of');
    await expect(start({ certificateFile: join(folder, 'no'), privateKeyFile })).rejects.toThrow('(ENOENT)');
    await expect(start({ certificateFile: privateKeyFile, privateKeyFile })).rejects.toThrow('holds no certificate');
  });
});
