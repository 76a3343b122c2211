import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { eventStoreDb } from '#event-store';

type ReadCall = ServerWritableStream<unknown, InstanceType<typeof streams.ReadResp>>;

/** A server that says at once that a stream is missing, and ends the call when it is told to. */
async function slowServer() {
  const calls: ReadCall[] = [];
  let broken = 0;
  const server = new Server();
  server.addService(
    { read: streamsGrpc.StreamsService.read },
    {
      read: (call: ReadCall) => {
        calls.push(call);
        call.on('cancelled', () => (broken += 1));
        const stream = new shared.StreamIdentifier().setStreamName(Buffer.from('missing'));
        const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(stream);
        call.write(new streams.ReadResp().setStreamNotFound(missing));
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    calls,
    brokenOff: () => broken,
    stop: () => server.forceShutdown(),
  };
}

describe('a read of a stream that is missing', () => {
  it('given a server that ends the call later, when a second one is answered, then the first was not broken off', async () => {
    const server = await slowServer();
    const store = eventStoreDb(server.url);
    try {
      for (const stream of ['missing', 'missing-too']) {
        const events = [];
        for await (const event of store.read(stream)) events.push(event);
        expect(events).toEqual([]);
      }
      expect(server.calls).toHaveLength(2);
      expect(server.brokenOff()).toBe(0);
      for (const call of server.calls) call.end();
    } finally {
      await store.close();
      server.stop();
    }
  });
});
