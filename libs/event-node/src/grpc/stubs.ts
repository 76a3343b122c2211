import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import monitoringGrpc from '@eventstore/db-client/generated/monitoring_grpc_pb.js';
import operationsGrpc from '@eventstore/db-client/generated/operations_grpc_pb.js';
import persistentGrpc from '@eventstore/db-client/generated/persistent_grpc_pb.js';
import type { ReadResp as PersistentReadResp } from '@eventstore/db-client/generated/persistent_pb.js';
import projectionsGrpc from '@eventstore/db-client/generated/projections_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import usersGrpc from '@eventstore/db-client/generated/users_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { chunkIn } from './batch-chunk.js';
import './strict-messages.js';

// The official client's stubs are plain service definitions of grpc-js.
export const GossipService = gossipGrpc.GossipService;
export const MonitoringService = monitoringGrpc.MonitoringService;
export const OperationsService = operationsGrpc.OperationsService;
export const ProjectionsService = projectionsGrpc.ProjectionsService;
export const UsersService = usersGrpc.UsersService;
export const ServerFeaturesService = featuresGrpc.ServerFeaturesService;

/** What a read sends: a message, or the bytes of one as the log keeps them. */
export type Sent = ReadResp | Buffer;

export const StreamsService = {
  ...streamsGrpc.StreamsService,
  batchAppend: { ...streamsGrpc.StreamsService.batchAppend, requestDeserialize: chunkIn, responseSerialize: bytesOf },
  read: {
    ...streamsGrpc.StreamsService.read,
    responseSerialize: bytesOf,
  },
};

export const PersistentSubscriptionsService = {
  ...persistentGrpc.PersistentSubscriptionsService,
  read: { ...persistentGrpc.PersistentSubscriptionsService.read, responseSerialize: bytesOf },
};

function bytesOf(sent: Sent | PersistentReadResp): Buffer {
  return Buffer.isBuffer(sent) ? sent : Buffer.from(sent.serializeBinary());
}
