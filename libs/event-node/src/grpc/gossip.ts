import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { invalidArgument } from './status.js';
import { TICKS_PER_MS } from './ticks.js';
import { unary } from './unary.js';

/** Gossip.Read: a cluster of one, at the address by which the caller reached it, whatever stands in between. */
export function readGossip() {
  const instance = randomUUID();
  return unary((call: ServerUnaryCall<unknown, ClusterInfo>) => {
    const address = `http://${call.getHost()}`;
    if (!URL.canParse(address)) throw invalidArgument('The call does not say at which address it reached the node.');
    const { hostname, port } = new URL(address);
    const self = new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(instance))
      .setTimeStamp(String(Date.now() * TICKS_PER_MS))
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(hostname).setPort(Number(port) || 80));
    return new gossip.ClusterInfo().setMembersList([self]);
  });
}
