import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A line between the browser and a stack that can fail as lines do. */
export interface Line {
  /** Open the page here. */
  readonly address: string;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  /** Every answer, and every further piece of a long one, takes this much longer. */
  slow(ms: number): void;
  /** Whole and fast again. */
  mend(): void;
  close(): Promise<void>;
}

/** @param to  address of the stack */
export async function layLine(to: string): Promise<Line> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let isCut = false;
  let delayMs = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  const server = createServer((near) => {
    keep(near);
    if (isCut) return void near.resetAndDestroy();
    const far = keep(connect(Number(port), hostname));
    const wait = new Transform({
      transform: (chunk, _encoding, pass) => {
        if (delayMs === 0) pass(null, chunk);
        else setTimeout(() => pass(null, chunk), delayMs).unref();
      },
    });
    near.pipe(far).pipe(wait).pipe(near);
    near.once('close', () => far.destroy());
    far.once('error', () => near.resetAndDestroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      drop();
    },
    slow: (ms) => (delayMs = ms),
    mend: () => {
      isCut = false;
      delayMs = 0;
    },
    close: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
