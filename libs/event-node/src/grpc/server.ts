import { Server } from '@grpc/grpc-js';
import { authenticated } from '../access/authenticated.js';
import { append } from './append.js';
import { batchAppend } from './batch-append.js';
import { readGossip } from './gossip.js';
import type { Node } from './node.js';
import { read } from './read.js';
import { getSupportedMethods } from './server-features.js';
import { GossipService, ServerFeaturesService, StreamsService, UsersService } from './stubs.js';
import { usersService } from './users.js';

const MEBIBYTE = 1024 * 1024;

/** Messages may be larger than an append: clients send chunks of up to 3 MiB and one event more. */
const MAX_MESSAGE = 17 * MEBIBYTE;

/** Services and methods that are not named here answer UNIMPLEMENTED by themselves. */
export function serverOf(node: Node): Server {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE,
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
  });
  // open to everybody: clients ask these two before they send credentials
  server.addService(ServerFeaturesService, { getSupportedMethods });
  server.addService(GossipService, { read: readGossip() });
  const streams = { append: append(node), batchAppend: batchAppend(node), read: read(node) };
  server.addService(StreamsService, authenticated(node.access, streams));
  server.addService(UsersService, authenticated(node.access, usersService(node)));
  return server;
}
