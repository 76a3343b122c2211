import { setMaxListeners } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Access } from './access/access.js';
import type { Certificate } from './certificate.js';
import { loadCertificate } from './certificate.js';
import type { EventNodeOptions } from './event-node-options.js';
import { requireSensible } from './event-node-options.js';
import type { Exposure } from './exposure.js';
import { requireMeant, requireOwnPasswords } from './exposure.js';
import { Inbound } from './grpc/inbound.js';
import type { Node } from './grpc/node.js';
import { serverOf } from './grpc/server.js';
import type { OnePort } from './http/one-port.js';
import { followCertificate } from './follow-certificate.js';
import { listen, shutDown } from './listen.js';
import { lmdbStorage } from './lmdb/lmdb-storage.js';
import { FILE } from './lmdb/whole-file.js';
import { Log } from './log/log.js';
import { memoryStorage } from './memory/memory-storage.js';
import { systemClock } from './persistent-subscriptions/clock.js';
import { PersistentSubscriptions } from './persistent-subscriptions/subscriptions.js';
import { Projections } from './projections/projections.js';
import { figuresOf } from './statistics.js';
import { Scavenger } from './scavenge/scavenger.js';
import { seedUsers } from './users/seed.js';
import { Users } from './users/users.js';

const MEBIBYTE = 1024 * 1024;

/** How often the files of the certificate are looked at. */
const LOOK_EVERY_MS = 10_000;

export interface EventNode {
  readonly host: string;
  readonly port: number;
  /** Connection string for the official clients; without credentials. */
  readonly url: string;
  /** Settles when it has stopped, by whose order ever. */
  readonly stopped: Promise<void>;
  /** Answers what it has accepted, ends open reads as cancelled, closes the log. */
  stop(): Promise<void>;
}

/**
 * Serves an event log over EventStoreDB's gRPC protocol: unencrypted, without credentials and on the loopback interface
 * unless told.
 *
 * @param options  `data` is the folder the log lives in, made when absent; `inMemory` keeps nothing
 * @throws OptionInvalid | DataFolderInUse | DataFolderUnusable | PortTaken | AddressUnusable | CertificateUnusable |
 * ExposureRefused
 */
export async function startEventNode(options: EventNodeOptions): Promise<EventNode> {
  requireSensible(options);
  const { port = 0, host = '127.0.0.1', maxAppendSize = MEBIBYTE, anonymousStreams = false } = options;
  const { warn = (sentence: string) => process.emitWarning(sentence) } = options;
  const certificate = options.certificate && loadCertificate(options.certificate);
  const exposure: Exposure = { host, encrypted: certificate !== undefined, insecure: options.insecure ?? false };
  requireMeant(exposure);

  const storage = options.inMemory ? memoryStorage() : lmdbStorage(options.data, options);
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal); // every open call listens
  const log = new Log(storage, Date.now);
  const users = new Users(log);
  const insecure = certificate === undefined || exposure.insecure;
  const access = new Access(log, users, { insecure, anonymousStreams }, Date.now);
  const persistentSubscriptions = new PersistentSubscriptions(log, systemClock, warn);
  const projections = new Projections(log);
  const scavenger = new Scavenger(storage, Date.now);
  const node: Node = {
    log,
    inbound: new Inbound(),
    users,
    access,
    projections,
    scavenger,
    persistentSubscriptions,
    figures: () => figuresOf(log, options.inMemory ? 0 : sizeOf(options.data)),
    shutDown: () => void stop(),
    maxAppendSize,
    stopping: stopping.signal,
  };
  const { server, answering } = serverOf(node);
  let bound: OnePort;
  try {
    await seedUsers(users, options.passwords ?? {});
    persistentSubscriptions.start();
    if (!insecure) await requireOwnPasswords(exposure, users);
    await projections.start(options.projections ?? false);
    bound = await listen(server, node, host, port, certificate);
  } catch (error) {
    await persistentSubscriptions.stop();
    await projections.stop();
    await log.stop();
    await storage.close();
    throw error;
  }

  const take = (renewed: Certificate): void => bound.encryptWith(renewed);
  const files = options.certificate;
  const look = files && certificate && followCertificate({ files, first: certificate, take, warn });
  const unfollow = look && systemClock.every(LOOK_EVERY_MS, look);

  let settle: () => void;
  const stopped = new Promise<void>((resolve) => (settle = resolve));
  async function stopAll(): Promise<void> {
    unfollow?.();
    await scavenger.close();
    await persistentSubscriptions.stop();
    await projections.stop();
    await log.stop();
    stopping.abort();
    await shutDown(server, answering, bound);
    await storage.close();
    settle();
  }
  let ending: Promise<void> | undefined;
  const stop = () => (ending ??= stopAll());
  const url = `esdb://${host}:${bound.port}?tls=${certificate !== undefined}`;
  return { host, port: bound.port, url, stopped, stop };
}

function sizeOf(folder: string): number {
  return statSync(join(folder, FILE), { throwIfNoEntry: false })?.size ?? 0;
}
