import type { EventNode } from '#event-node';
import { startEventNode } from '#event-node';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import monitoring from '@eventstore/db-client/generated/monitoring_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import operations from '@eventstore/db-client/generated/operations_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import type { Calls } from './calls.js';
import { as, callsTo } from './calls.js';

const { UsersService } = usersGrpc;
const { ServerFeaturesService } = featuresGrpc;
const { OperationsService } = operationsGrpc;
const { MonitoringService } = monitoringGrpc;

const empty = () => new shared.Empty();

describe('the Users service', () => {
  let node: EventNode;
  let calls: Calls;
  beforeAll(async () => {
    node = await startEventNode({ inMemory: true });
    calls = callsTo(node);
  });
  afterAll(async () => {
    calls.close();
    await node.stop();
  });

  const named = (login: string) => new users.DisableReq.Options().setLoginName(login);

  async function create(login: string, password = 'di casa', groups: string[] = []): Promise<unknown> {
    const options = new users.CreateReq.Options().setLoginName(login).setPassword(password).setFullName('Rosa Neri');
    const request = new users.CreateReq().setOptions(options.setGroupsList(groups));
    return calls.ask(UsersService.create, request, as('admin'));
  }

  async function details(login: string, metadata = as('admin')) {
    const request = new users.DetailsReq().setOptions(new users.DetailsReq.Options().setLoginName(login));
    const answers = await calls.collect(UsersService.details, request, { metadata });
    return answers.map((answer) => answer.getUserDetails()?.toObject());
  }

  it('given a new node, then admin and ops are there', async () => {
    const all = await details('');
    expect(all.map((user) => [user?.loginName, user?.groupsList, user?.disabled])).toEqual([
      ['admin', ['$admins'], false],
      ['ops', ['$ops'], false],
    ]);
    const ticks = Number(all[0]?.lastUpdated?.ticksSinceEpoch);
    expect(Math.abs(ticks / 10_000 - Date.now())).toBeLessThan(60_000);
  });

  it('when an account is made, then it can be seen, used, changed, disabled, enabled, deleted and made again', async () => {
    await create('rosa', 'di casa', ['segreteria']);
    expect(await details('rosa')).toMatchObject([{ fullName: 'Rosa Neri', groupsList: ['segreteria'] }]);
    expect(await details('rosa', as('rosa', 'di casa'))).toHaveLength(1);

    const update = new users.UpdateReq.Options()
      .setLoginName('rosa')
      .setFullName('Rosa Verdi')
      .setGroupsList(['a', 'b']);
    await calls.ask(UsersService.update, new users.UpdateReq().setOptions(update), as('admin'));
    expect(await details('rosa')).toMatchObject([{ fullName: 'Rosa Verdi', groupsList: ['a', 'b'] }]);

    await calls.ask(UsersService.disable, new users.DisableReq().setOptions(named('rosa')), as('admin'));
    await expect(details('rosa', as('rosa', 'di casa'))).rejects.toMatchObject({ code: 16 });
    await calls.ask(UsersService.enable, new users.EnableReq().setOptions(named('rosa')), as('admin'));
    expect(await details('rosa', as('rosa', 'di casa'))).toMatchObject([{ fullName: 'Rosa Verdi', disabled: false }]);

    await calls.ask(UsersService.delete, new users.DeleteReq().setOptions(named('rosa')), as('admin'));
    await expect(details('rosa')).rejects.toMatchObject({ code: 5 });
    await create('rosa', 'di nuovo');
    expect(await details('rosa', as('rosa', 'di nuovo'))).toHaveLength(1);
    expect((await details('')).map((user) => user?.loginName)).toEqual(['admin', 'ops', 'rosa']);
  });

  it('when a password is changed by its owner or reset by an administrator, then only the new one opens', async () => {
    await create('ugo', 'prima');
    const change = (current: string, next: string) =>
      new users.ChangePasswordReq().setOptions(
        new users.ChangePasswordReq.Options().setLoginName('ugo').setCurrentPassword(current).setNewPassword(next),
      );
    await calls.ask(UsersService.changePassword, change('prima', 'seconda'), as('ugo', 'prima'));
    await expect(details('ugo', as('ugo', 'prima'))).rejects.toMatchObject({ code: 16 });
    await expect(
      calls.ask(UsersService.changePassword, change('prima', 'x'), as('ugo', 'seconda')),
    ).rejects.toMatchObject({ code: 7, details: 'Access Denied' });
    const reset = new users.ResetPasswordReq.Options().setLoginName('ugo').setNewPassword('terza');
    const request = new users.ResetPasswordReq().setOptions(reset);
    await expect(calls.ask(UsersService.resetPassword, request, as('ugo', 'seconda'))).rejects.toMatchObject({
      code: 7,
    });
    await calls.ask(UsersService.resetPassword, request, as('admin'));
    expect(await details('ugo', as('ugo', 'terza'))).toHaveLength(1);
  });

  it('when nobody has the name, somebody has it, or it is none, then the status and its trailers say so', async () => {
    const missing = calls.ask(UsersService.disable, new users.DisableReq().setOptions(named('nessuno')), as('admin'));
    await expect(missing).rejects.toMatchObject({ code: 5 });
    expect(await trailersOf(missing)).toMatchObject({ exception: 'user-not-found', 'login-name': 'nessuno' });
    const taken = create('admin');
    await expect(taken).rejects.toMatchObject({ code: 9 });
    expect(await trailersOf(taken)).toMatchObject({ exception: 'user-conflict', 'login-name': 'admin' });
    await expect(create('')).rejects.toMatchObject({ code: 3 });
    await expect(create('a:b')).rejects.toMatchObject({ code: 3 });
    await expect(create('vuota', '')).rejects.toMatchObject({ code: 3 });
    await expect(calls.ask(UsersService.create, new users.CreateReq(), as('admin'))).rejects.toMatchObject({ code: 3 });
  });

  it('when wrong credentials come, then the call is refused before anything else, in an insecure node too', async () => {
    for (const wrong of [as('admin', 'x'), as('nessuno'), as('')])
      await expect(details('admin', wrong)).rejects.toMatchObject({ code: 16, details: 'Unauthenticated' });
    await expect(details('admin', as('ops'))).rejects.toMatchObject({ code: 7, details: 'Access Denied' });
  });

  it('then no event of the log holds a password', async () => {
    await create('ines', 'non si vede mai');
    const client = EventStoreDBClient.connectionString(node.url);
    const seen: string[] = [];
    for await (const { event } of client.readAll()) seen.push(JSON.stringify(event?.data));
    expect(seen.some((text) => text.includes('ines'))).toBe(true);
    expect(seen.join()).not.toContain('non si vede mai');
    await client.dispose();
  });
});

describe('ServerFeatures', () => {
  it('lists what is served and nothing else, in lower case', async () => {
    const node = await startEventNode({ inMemory: true });
    const calls = callsTo(node);
    const answer = await calls.ask(ServerFeaturesService.getSupportedMethods, empty());
    const methods = answer
      .getMethodsList()
      .map((method) =>
        `${method.getServiceName()}/${method.getMethodName()} ${method.getFeaturesList().join()}`.trim(),
      );
    expect(methods).toEqual(
      expect.arrayContaining([
        'event_store.client.streams.streams/read position,events',
        'event_store.client.streams.streams/batchappend deadline_duration',
        'event_store.client.users.users/resetpassword',
        'event_store.client.server_features.serverfeatures/getsupportedmethods',
      ]),
    );
    expect(methods.join()).not.toContain('cluster');
    expect(answer.getEventStoreServerVersion()).toBe('24.10.0');
    calls.close();
    await node.stop();
  });
});

describe('the Operations and Monitoring services', () => {
  it('when an operator orders what a node alone has no use for, then the answer is well-formed; others are refused', async () => {
    const node = await startEventNode({ inMemory: true });
    const calls = callsTo(node);
    const priority = new operations.SetNodePriorityReq().setPriority(3);
    await calls.ask(OperationsService.mergeIndexes, empty(), as('ops'));
    await calls.ask(OperationsService.resignNode, empty(), as('ops'));
    await calls.ask(OperationsService.setNodePriority, priority, as('admin'));
    const rosa = new users.CreateReq.Options().setLoginName('rosa').setPassword('di casa');
    await calls.ask(UsersService.create, new users.CreateReq().setOptions(rosa), as('admin'));
    const ordered = calls.ask(OperationsService.mergeIndexes, empty(), as('rosa', 'di casa'));
    await expect(ordered).rejects.toMatchObject({ code: 7 });
    calls.close();
    await node.stop();
  });

  it('when an operator orders it to shut down, then it answers and stops', async () => {
    const node = await startEventNode({ inMemory: true });
    const calls = callsTo(node);
    await calls.ask(OperationsService.shutdown, empty(), as('ops'));
    await node.stopped;
    await expect(calls.ask(OperationsService.mergeIndexes, empty())).rejects.toMatchObject({ code: 14 });
    calls.close();
  });

  it('when asked for statistics, then real figures come again and again', async () => {
    const node = await startEventNode({ inMemory: true });
    const client = EventStoreDBClient.connectionString(node.url);
    await client.appendToStream('piano', [jsonEvent({ type: 'a', data: {} }), jsonEvent({ type: 'b', data: {} })]);
    const calls = callsTo(node);
    const request = new monitoring.StatsReq().setRefreshTimePeriodInMs('1');
    const answers = await calls.collect(MonitoringService.stats, request, { most: 3 });
    const [figures] = answers.map((answer) => Object.fromEntries(answer.getStatsMap().entries() as never));
    expect(figures).toMatchObject({ 'es-queue-Writer-length': '0', 'proc-id': String(process.pid) });
    expect(Number(figures?.['es-log-lastPosition'])).toBeGreaterThan(2);
    const titled = await calls.collect(MonitoringService.stats, request.setUseMetadata(true), { most: 1 });
    expect(titled[0]?.getStatsMap().get('proc-id')).toBe(`{"value":"${process.pid}","title":"process id"}`);
    calls.close();
    await client.dispose();
    await node.stop();
  });
});

async function trailersOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return (error as { metadata: { getMap(): Record<string, unknown> } }).metadata.getMap();
}
