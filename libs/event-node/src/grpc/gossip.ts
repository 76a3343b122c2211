import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';

/** Hundreds of nanoseconds. */
const TICKS_PER_MS = 10_000;

/** Gossip.Read: a cluster of one, at the address by which the caller reached it, whatever stands in between. */
export function readGossip() {
  const instance = randomUUID();
  return (call: ServerUnaryCall<unknown, ClusterInfo>, answer: sendUnaryData<ClusterInfo>): void => {
    const { hostname, port } = new URL(`http://${call.getHost()}`);
    const self = new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(instance))
      .setTimeStamp(String(Date.now() * TICKS_PER_MS))
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(hostname).setPort(Number(port) || 80));
    answer(null, new gossip.ClusterInfo().setMembersList([self]));
  };
}
