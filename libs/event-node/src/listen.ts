import type { Server } from '@grpc/grpc-js';
import { ServerCredentials } from '@grpc/grpc-js';
import type { Certificate } from './certificate.js';
import { AddressUnusable, PortTaken } from './errors.js';
import type { Answering } from './grpc/answering.js';
import type { Node } from './grpc/node.js';
import type { OnePort } from './http/one-port.js';
import { listenOnOnePort } from './http/one-port.js';
import { ownNames } from './http/own-names.js';
import { web } from './http/web.js';

/** What open calls get to end by themselves. */
const STOP_GRACE_MS = 500;

/** Those of them that have much to send to who does not read; the rest is for clients to hear that they are cancelled. */
const UNREAD_GRACE_MS = 100;

/** @param certificate  encrypts; without, the connection is plain */
export async function listen(
  server: Server,
  node: Node,
  host: string,
  port: number,
  certificate?: Certificate,
): Promise<OnePort> {
  const plain = server.createConnectionInjector(ServerCredentials.createInsecure()); // encryption ends at the port
  const speakGrpc = plain.injectConnection.bind(plain);
  try {
    const address = { host, port, certificate };
    return await listenOnOnePort(address, speakGrpc, web(node, ownNames(address)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new PortTaken(host, port, { cause: error });
    throw new AddressUnusable(host, port, code ?? String(error), { cause: error });
  }
}

export async function shutDown(server: Server, answering: Answering, port: OnePort): Promise<void> {
  const closed = port.close();
  server.tryShutdown(() => undefined); // says goodbye to each connection, which ends with its last call
  const end = (): void => {
    server.forceShutdown();
    setImmediate(() => port.drop()); // once that is on its way
  };
  // one after the other: both due at once, on a machine that was busy, would cut the connection before it is said why
  let next = setTimeout(() => {
    answering.cancel();
    next = setTimeout(end, STOP_GRACE_MS - UNREAD_GRACE_MS);
  }, UNREAD_GRACE_MS);
  await closed;
  clearTimeout(next);
}
