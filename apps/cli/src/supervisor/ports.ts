import { createServer, type Server } from 'node:net';
import { StartFailure } from './start-failure.js';

const HOST = '127.0.0.1';

export interface PortRequest {
  /** For the sentence: `the API`. */
  readonly part: string;
  /** The environment variable that changes it. */
  readonly variable: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where it listens, if not on this machine alone. */
  readonly host?: string;
}

/**
 * Finds out, before anything starts, whether every port can be had, and picks one for each 0.
 *
 * @returns the ports in the order of the requests
 * @throws StartFailure `stack/port-taken`
 */
export async function reservePorts(requests: readonly PortRequest[]): Promise<number[]> {
  const held: Server[] = [];
  try {
    const ports: number[] = [];
    // All are held until the last one is: two zeros must not become the same port.
    for (const request of requests) {
      const server = createServer();
      held.push(server);
      ports.push(await listen(server, request));
    }
    return ports;
  } finally {
    await Promise.all(held.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  }
}

function listen(server: Server, request: PortRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error, request)));
    server.listen(request.port, request.host ?? HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : request.port);
    });
  });
}

function refusal(error: NodeJS.ErrnoException, { part, variable, port, host }: PortRequest): Error {
  if (error.code === 'EADDRINUSE') return portTaken(part, variable, port);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    const message = `HOST=${host} is no address of this machine: give one that it has, or 0.0.0.0 for all of them.`;
    return new StartFailure('stack/host-unknown', message, { cause: error });
  }
  if (error.code !== 'EACCES') return error;
  const message = `This user may not open port ${port} for ${part}: choose one above 1023 with ${variable}.`;
  return new StartFailure('stack/no-permission', message, { cause: error });
}

export function portTaken(part: string, variable: string, port: number): StartFailure {
  const message = `Port ${port}, for ${part}, is taken by another program: stop it, or choose another with ${variable}=… (0: any free one).`;
  return new StartFailure('stack/port-taken', message);
}
