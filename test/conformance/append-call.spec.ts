// The long call by which the store appends, against servers that do what a healthy node does not.
import { startEventNode, type EventNode, type EventNodeOptions } from '#event-node';
import {
  AppendRefused,
  eventStoreDb,
  OutcomeUnknown,
  StoreUnavailable,
  type EventStore,
  type NewEvent,
} from '#event-store';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Http2Server, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import { createServer as createSilent, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../support/self-signed.js';

const { BatchAppendReq, BatchAppendResp } = streams;

const event = (n: number): NewEvent => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'thing.happened.v1',
  data: {},
  metadata: {},
});

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close();
});

function storeOf(url: string): EventStore {
  const store = eventStoreDb(url);
  opened.push(() => store.close());
  return store;
}

async function node(secure: Pick<EventNodeOptions, 'certificate' | 'passwords'> = {}): Promise<EventNode> {
  const started = await startEventNode({ inMemory: true, port: 0, ...secure });
  opened.push(() => started.stop());
  return started;
}

/** A server whose calls are taken as the test says. @returns its port, and the connections that came */
async function serverThat(takes: (call: ServerHttp2Stream) => void) {
  const server: Http2Server = createServer();
  const sessions: ServerHttp2Session[] = [];
  server.on('session', (session) => sessions.push(session));
  server.on('stream', (call) => {
    call.on('error', () => undefined);
    takes(call);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(async () => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, sessions };
}

const GRPC = { ':status': 200, 'content-type': 'application/grpc' };

/** The answer to an append that came in one piece: it is written at this revision. */
function writtenAt(revision: number, bytes: Buffer): Buffer {
  const place = new shared.AllStreamPosition().setCommitPosition('7').setPreparePosition('7');
  const success = new BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(place);
  const asked = BatchAppendReq.deserializeBinary(bytes.subarray(5));
  const answer = new BatchAppendResp().setCorrelationId(asked.getCorrelationId()).setSuccess(success);
  const message = Buffer.from(answer.serializeBinary());
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

describe('the call by which appends go', () => {
  it('given a node with a certificate, then it goes there with the credentials of the connection', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'append-call-'));
    opened.push(() => rm(folder, { recursive: true }));
    const [certificateFile, privateKeyFile] = [join(folder, 'node.crt'), join(folder, 'node.key')];
    const { cert, key } = selfSigned({ names: ['localhost', '127.0.0.1'] });
    await writeFile(certificateFile, cert);
    await writeFile(privateKeyFile, key, { mode: 0o600 });
    const { port } = await node({ certificate: { certificateFile, privateKeyFile }, passwords: { admin: 'di casa' } });
    const as = (who: string, more = `&tlsCAFile=${encodeURIComponent(certificateFile)}`) =>
      storeOf(`esdb://${who}127.0.0.1:${port}?tls=true${more}`);

    const own = as('admin:di%20casa@');
    expect(await own.append('s', [event(1)], 'no-stream')).toMatchObject({ revision: 0 });
    const read: string[] = [];
    for await (const { id } of own.read('s')) read.push(id);
    expect(read).toEqual([event(1).id]);
    await expect(as('admin:fuori@').append('s', [event(2)], 'any')).rejects.toBeInstanceOf(AppendRefused);
    await expect(as('').append('s', [event(2)], 'any')).rejects.toBeInstanceOf(AppendRefused);
    // whose certificate nobody has vouched for
    await expect(as('admin:di%20casa@', '').append('s', [event(2)], 'any')).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('given a server that says it leaves, then it answers what it has, and what comes next goes by another connection', async () => {
    const calls: ServerHttp2Stream[] = [];
    let answerFirst: (() => void) | undefined;
    let firstCame = (): void => undefined;
    const hasCome = new Promise<void>((resolve) => (firstCame = resolve));
    const { port, sessions } = await serverThat((call) => {
      const revision = calls.push(call);
      call.respond(GRPC);
      call.on('data', (bytes: Buffer) => {
        const answer = (): void => void call.write(writtenAt(revision, bytes));
        if (answerFirst) return answer();
        answerFirst = answer;
        sessions[0]?.goaway();
        firstCame();
      });
    });
    const store = storeOf(`esdb://127.0.0.1:${port}?tls=false`);
    const first = store.append('s', [event(1)], 'any');
    await hasCome;
    // some may leave before the word has come that the server does
    while ((await store.append('s', [event(2)], 'any')).revision === 1) continue;
    expect(sessions).toHaveLength(2);
    answerFirst?.();
    expect(await first).toMatchObject({ revision: 1 });
  });

  it('given a server that has stopped answering at all, then the outcome is unknown before the append’s own deadline', async () => {
    const sockets: Socket[] = [];
    const silent = createSilent((socket) => sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    opened.push(async () => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    const { port } = silent.address() as AddressInfo;
    const warned = jest.spyOn(console, 'warn').mockReturnValue();
    const store = storeOf(`esdb://127.0.0.1:${port}?tls=false&keepAliveInterval=50&keepAliveTimeout=50`);
    warned.mockRestore();
    await expect(store.append('s', [event(1)], 'any')).rejects.toMatchObject({
      name: 'OutcomeUnknown',
      message: expect.stringContaining('the server does not answer'),
    });
  });

  it('given a follower, which names its leader, then the next append goes to the leader', async () => {
    const leader = await node();
    const follower = await serverThat((call) => {
      call.respond(
        {
          ...GRPC,
          'grpc-status': '5',
          'grpc-message': 'Leader%20info%20available',
          exception: 'not-leader',
          'leader-endpoint-host': '127.0.0.1',
          'leader-endpoint-port': String(leader.port),
        },
        { endStream: true },
      );
    });
    const store = storeOf(`esdb://127.0.0.1:${follower.port}?tls=false`);
    await expect(store.append('s', [event(1)], 'no-stream')).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(await store.append('s', [event(1)], 'no-stream')).toMatchObject({ revision: 0 });
  });

  it.each([
    [
      'something that is no gRPC',
      (call: ServerHttp2Stream) => call.respond({ ':status': 503 }, { endStream: true }),
      'the server answered 503',
    ],
    [
      'a message longer than any may be',
      (call: ServerHttp2Stream) => {
        call.respond(GRPC);
        call.write(Buffer.from([0, 0xff, 0, 0, 0]));
      },
      'a message of 4278190080 bytes',
    ],
  ])(
    'given a server that answers with %s, then the append says so, and its outcome is unknown',
    async (_, takes, said) => {
      const { port } = await serverThat(takes);
      const store = storeOf(`esdb://127.0.0.1:${port}?tls=false`);
      await expect(store.append('s', [event(1)], 'any')).rejects.toMatchObject({
        name: 'OutcomeUnknown',
        message: expect.stringContaining(said),
      });
    },
  );
});
