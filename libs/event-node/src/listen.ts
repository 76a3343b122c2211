import type { Server } from '@grpc/grpc-js';
import { ServerCredentials } from '@grpc/grpc-js';
import type { Certificate } from './certificate.js';
import { AddressUnusable, PortTaken } from './errors.js';
import type { Node } from './grpc/node.js';
import type { OnePort } from './http/one-port.js';
import { listenOnOnePort } from './http/one-port.js';
import { ownNames } from './http/own-names.js';
import { web } from './http/web.js';

/** What open calls get to end by themselves. */
const STOP_GRACE_MS = 500;

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

export async function shutDown(server: Server, port: OnePort): Promise<void> {
  const closed = port.close();
  await new Promise<void>((resolve) => {
    const force = setTimeout(() => {
      server.forceShutdown();
      resolve();
    }, STOP_GRACE_MS);
    server.tryShutdown(() => {
      clearTimeout(force);
      resolve();
    });
  });
  await closed;
}
