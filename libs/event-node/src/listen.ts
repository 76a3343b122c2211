import type { Server } from '@grpc/grpc-js';
import { logVerbosity, ServerCredentials, setLogVerbosity } from '@grpc/grpc-js';
import type { Certificate } from './certificate.js';
import { PortTaken } from './errors.js';

/** What open calls get to end by themselves. */
const STOP_GRACE_MS = 500;

/**
 * @param certificate  encrypts; without, the connection is plain
 * @returns the port
 */
export function listen(server: Server, host: string, port: number, certificate?: Certificate): Promise<number> {
  setLogVerbosity(logVerbosity.NONE); // grpc-js would print a taken port besides reporting it
  const pair = certificate && [{ cert_chain: certificate.cert, private_key: certificate.key }];
  const credentials = pair ? ServerCredentials.createSsl(null, pair) : ServerCredentials.createInsecure();
  const address = host.includes(':') ? `[${host}]` : host;
  return new Promise((resolve, reject) => {
    server.bindAsync(`${address}:${port}`, credentials, (error, bound) => {
      if (error) reject(new PortTaken(host, port, { cause: error }));
      else resolve(bound);
    });
  });
}

export function shutDown(server: Server): Promise<void> {
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
