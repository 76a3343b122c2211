import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { Server } from '@grpc/grpc-js';
import { authenticated } from '../access/authenticated.js';
import { Answering } from './answering.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { deleteStream, tombstone } from './delete.js';
import { readGossip } from './gossip.js';
import { stats } from './monitoring.js';
import { Intakes } from './intake.js';
import type { Node } from './node.js';
import { operationsService } from './operations.js';
import { persistentSubscriptionsService } from './persistent-subscriptions.js';
import { pipelined } from './pipelined.js';
import { projectionsService } from './projections.js';
import { read } from './read.js';
import { getSupportedMethods } from './server-features.js';
import {
  GossipService,
  MonitoringService,
  OperationsService,
  PersistentSubscriptionsService,
  ProjectionsService,
  ServerFeaturesService,
  StreamsService,
  UsersService,
} from './stubs.js';
import { onlyUncompressed } from './uncompressed.js';
import { usersService } from './users.js';

const MEBIBYTE = 1024 * 1024;

/** Messages may be larger than an append: clients send chunks of up to 3 MiB and one event more. */
const MAX_MESSAGE = 17 * MEBIBYTE;

/** Of one connection, each of about ten kilobytes: ten thousand subscriptions may share one. */
const MOST_CALLS = 20_000;

/** Ten thousand subscriptions may also end at once, and again. Node.js 20 knows no such option: 1,000 there, then 33 a second. */
const RESETS = { streamResetBurst: MOST_CALLS, streamResetRate: 1000 };

/** Services and methods that are not named here answer UNIMPLEMENTED by themselves. */
export function serverOf(node: Node): { readonly server: Server; readonly answering: Answering } {
  const { access, inbound, log } = node;
  const answering = new Answering();
  const intakes = new Intakes(inbound, log);
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE,
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
    'grpc.max_concurrent_streams': MOST_CALLS,
    'grpc.enable_channelz': 0, // nobody asks for its counts
    interceptors: [intakes.interceptor, answering.interceptor, pipelined, onlyUncompressed],
  });
  Object.assign(server['commonServerOptions'], RESETS); // grpc-js hands on no options of this kind
  const streams = {
    append: append(node),
    batchAppend: batchAppend(node, intakes),
    delete: deleteStream(node),
    read: read(node),
    tombstone: tombstone(node),
  };
  const served: [ServiceDefinition, UntypedServiceImplementation][] = [
    [GossipService, { read: readGossip() }], // open to everybody: clients ask before they send credentials
    [StreamsService, authenticated(access, streams)],
    [PersistentSubscriptionsService, authenticated(access, persistentSubscriptionsService(node))],
    [ProjectionsService, authenticated(access, projectionsService(node))],
    [UsersService, authenticated(access, usersService(node))],
    [OperationsService, authenticated(access, operationsService(node))],
    [MonitoringService, authenticated(access, { stats: stats(node) })],
  ];
  for (const [service, handlers] of served) server.addService(service, handlers);
  const paths = served.flatMap(([service, handlers]) =>
    Object.keys(handlers).flatMap((name) => service[name]?.path ?? []),
  );
  const { getSupportedMethods: asked } = ServerFeaturesService;
  server.addService(ServerFeaturesService, { getSupportedMethods: getSupportedMethods([...paths, asked.path]) });
  return { server, answering };
}
