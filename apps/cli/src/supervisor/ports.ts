import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { StartFailure } from './start-failure.js';

const HOST = '127.0.0.1';

/**
 * What a 0 is served from: below the ports that systems take for connections (from 32768 on Linux). Out of those a
 * stranger's connection could have it before a part listens, or the part's own clients, calling in vain while it is
 * between two processes.
 */
const [LOWEST, HIGHEST] = [20_000, 32_767];
/** Ports are held only until all are found, parts listen later: each process looks among its own first, lest two choose one. */
const OWN = 8;
const TRIES = 100;

let asked = 0;

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
      ports.push(await (request.port === 0 ? listenAnywhere(server, request) : listen(server, request)));
    }
    return ports;
  } finally {
    await Promise.all(held.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  }
}

async function listenAnywhere(server: Server, request: PortRequest): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = tries <= OWN ? nextOwn() : randomInt(LOWEST, HIGHEST + 1);
    try {
      return await listen(server, { ...request, port });
    } catch (error) {
      const isTaken = error instanceof StartFailure && error.code === 'stack/port-taken';
      if (!isTaken || tries === TRIES) throw error;
    }
  }
}

/** Of two processes that live at once the numbers are others, but for one in a thousand and more. */
function nextOwn(): number {
  const sets = Math.floor((HIGHEST + 1 - LOWEST) / OWN);
  return LOWEST + (process.pid % sets) * OWN + (asked++ % OWN);
}

function listen(server: Server, request: PortRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => reject(refusal(error, request));
    server.once('error', refuse);
    server.listen(request.port, request.host ?? HOST, () => {
      server.off('error', refuse);
      resolve(request.port);
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
