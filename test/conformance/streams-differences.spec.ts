import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { status } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import type { Server } from './servers.js';
import { SERVERS } from './servers.js';
import { filtered, allFrom, at } from './wire/spoilt-requests.js';
import { appendMessage, appendOptions, chunk, identifier, readOptions, streamsCalls } from './wire/streams-calls.js';

const { Options } = streams.ReadReq;
const nothing = () => new shared.Empty();

/** Where the event node is stricter, or kinder, than the server: docs/event-node.md. */
describe('the event node, where it differs on purpose', () => {
  let server: Server;
  let calls: ReturnType<typeof streamsCalls>;

  beforeAll(async () => {
    server = await (SERVERS[0]?.[1]() as Promise<Server>);
    calls = streamsCalls(server.url);
    await calls.append(appendOptions('s'), appendMessage(), appendMessage());
  });
  afterAll(async () => {
    calls.close();
    await server.close();
  });

  const revisionsOf = (got: readonly ReadResp[]) => got.map((read) => read.getEvent()?.getEvent()?.getStreamRevision());

  it('a read of no events is an invalid argument', async () => {
    expect((await calls.read(readOptions('s', '0'))).ended.code).toBe(status.INVALID_ARGUMENT);
  });

  it('a stream read forwards from its end shows its last event', async () => {
    const end = new Options.StreamOptions().setStreamIdentifier(identifier('s')).setEnd(nothing());
    expect(revisionsOf((await calls.read(readOptions('s').setStream(end))).got)).toEqual(['1']);
  });

  it('a position between two events is taken as the next', async () => {
    const first = (await calls.read(readOptions('s', '1'))).got[0]?.getEvent()?.getCommitPosition() ?? '';
    const { got, ended } = await calls.read(allFrom(first, '0'));
    expect(ended.code).toBe(status.OK);
    expect(revisionsOf(got).slice(0, 2)).toEqual(['0', '1']);
  });

  it('a pattern that would never end elsewhere is answered', async () => {
    const stream = `${'a'.repeat(2000)}!`;
    await calls.append(appendOptions(stream), appendMessage());
    const { got } = await calls.read(filtered(readOptions(undefined), '^(a+)+$|!$'));
    expect(got).toHaveLength(1);
    expect((await calls.read(filtered(readOptions(undefined), '^(?!a)'))).ended.code).toBe(status.INVALID_ARGUMENT);
  });

  it('an append without a correlation id ends the whole call', async () => {
    const { write, failed } = calls.batch();
    write(new streams.BatchAppendReq().setIsFinal(true));
    expect((await failed()).code).toBe(status.INVALID_ARGUMENT);
  });

  it('appends that are begun and never ended are dropped at their deadline', async () => {
    const { write, answers, end } = calls.batch();
    const id = randomUUID();
    write(at(Date.now() + 50)(chunk(id, 's', { final: false })) as never);
    const [answer] = await answers(1);
    expect(answer?.getError()?.getMessage()).toBe('Timeout');
    write(chunk(id, undefined), chunk(randomUUID(), 's'));
    const [next] = await answers(1);
    expect(next?.getSuccess()?.getCurrentRevision()).toBe('2');
    end();
  });

  it('too many appends that are begun and not ended end the whole call', async () => {
    const { write, failed } = calls.batch();
    const ended = failed();
    for (let n = 0; n <= 4096; n += 1) write(chunk(randomUUID(), 's', { final: false }));
    expect((await ended).code).toBe(status.RESOURCE_EXHAUSTED);
  });

  it('the bookkeeping of persistent subscriptions to the whole log is not shown in it', async () => {
    const hidden = '$persistentsubscription-$all::gruppo-checkpoint';
    await calls.append(appendOptions(hidden), appendMessage());
    const { got } = await calls.read(readOptions(undefined, '1000'));
    const names = got.map((read) =>
      Buffer.from(read.getEvent()?.getEvent()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    );
    expect(names).not.toContain(hidden);
    expect(revisionsOf((await calls.read(readOptions(hidden))).got)).toEqual(['0']);
  });
});
