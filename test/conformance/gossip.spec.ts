import { startEventNode } from '#event-node';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { ChannelCredentials, Client } from '@grpc/grpc-js';

const { path, requestSerialize, responseDeserialize } = gossipGrpc.GossipService.read;

/** Asks for gossip as somebody who believes to talk to `authority`. */
function asked(port: number, authority: string): Promise<unknown> {
  const client = new Client(`127.0.0.1:${port}`, ChannelCredentials.createInsecure(), {
    'grpc.default_authority': authority,
  });
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, new shared.Empty(), (error, answer) => {
      client.close();
      if (error || !answer) reject(error ?? new Error('no answer'));
      else resolve(answer.getMembersList().map((member) => member.getHttpEndPoint()?.toObject()));
    });
  });
}

describe('gossip', () => {
  it('names the address by which the caller came, whatever stands in between; one that is none is refused', async () => {
    const node = await startEventNode({ inMemory: true });
    expect(await asked(node.port, 'log.example:4000')).toEqual([{ address: 'log.example', port: 4000 }]);
    await expect(asked(node.port, 'log.example:99999')).rejects.toMatchObject({ code: 3 });
    expect(await asked(node.port, `127.0.0.1:${node.port}`)).toEqual([{ address: '127.0.0.1', port: node.port }]);
    await node.stop();
  });
});
