import { logVerbosity, Server, ServerCredentials, setLogVerbosity } from '@grpc/grpc-js';
import { setMaxListeners } from 'node:events';
import { PortTaken } from './errors.js';
import { append } from './grpc/append.js';
import { batchAppend } from './grpc/batch-append.js';
import { readGossip } from './grpc/gossip.js';
import type { Node } from './grpc/node.js';
import { read } from './grpc/read.js';
import { getSupportedMethods } from './grpc/server-features.js';
import { GossipService, ServerFeaturesService, StreamsService } from './grpc/stubs.js';
import { lmdbStorage } from './lmdb/lmdb-storage.js';
import { Log } from './log/log.js';
import { memoryStorage } from './memory/memory-storage.js';

const MEBIBYTE = 1024 * 1024;

/** Messages may be larger than an append: clients send chunks of up to 3 MiB and one event more. */
const MAX_MESSAGE = 17 * MEBIBYTE;

/** What open calls get to end by themselves. */
const STOP_GRACE_MS = 500;

interface Listening {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host?: string;
  /** Most bytes of one append; 1 MiB unless told. */
  readonly maxAppendSize?: number;
}

export type EventNodeOptions =
  (Listening & { readonly data: string; readonly inMemory?: false }) | (Listening & { readonly inMemory: true });

export interface EventNode {
  readonly port: number;
  /** Connection string for the official clients. */
  readonly url: string;
  /** Answers what it has accepted, ends open reads as cancelled, closes the log. */
  stop(): Promise<void>;
}

/**
 * Serves an event log over EventStoreDB's gRPC protocol, unencrypted, on the loopback interface unless told.
 *
 * @param options  `data` is the folder the log lives in, made when absent; `inMemory` keeps nothing
 * @throws DataFolderInUse | DataFolderUnusable | PortTaken
 */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  const { port, host = '127.0.0.1', maxAppendSize = MEBIBYTE } = options;
  const storage = options.inMemory ? memoryStorage() : lmdbStorage(options.data);
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // every open call listens
  const node: Node = { log: new Log(storage, Date.now), maxAppendSize, stopping: stopping.signal };
  const server = serverOf(node);
  let bound: number;
  try {
    bound = await listen(server, host, port);
  } catch (error) {
    await storage.close();
    throw error;
  }

  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    await node.log.stop();
    stopping.abort();
    await shutDown(server);
    await storage.close();
  }
  return {
    port: bound,
    url: `esdb://${host}:${bound}?tls=false`,
    stop: () => (stopped ??= stop()),
  };
}

/** Services and methods that are not named here answer UNIMPLEMENTED by themselves. */
function serverOf(node: Node): Server {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE,
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
  });
  server.addService(ServerFeaturesService, { getSupportedMethods });
  server.addService(GossipService, { read: readGossip() });
  server.addService(StreamsService, { append: append(node), batchAppend: batchAppend(node), read: read(node) });
  return server;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  setLogVerbosity(logVerbosity.NONE); // grpc-js would print a taken port besides reporting it
  return new Promise((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(new PortTaken(host, port, { cause: error }));
      else resolve(bound);
    });
  });
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, STOP_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
}
