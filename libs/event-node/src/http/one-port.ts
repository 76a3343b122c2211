import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import type { Certificate } from '../certificate.js';

/** How an HTTP/2 connection, and therefore every gRPC call, begins. No HTTP/1.1 method does. */
const PREFACE = Buffer.from('PRI');

/** How long a connection may keep silent before it has said what it speaks. */
const FIRST_BYTES_MS = 10_000;

/**
 * About twenty kilobytes each. HTTP/2 keeps one that broke the protocol until its keep-alive is not answered, twenty
 * seconds: whoever makes them without end must not take all memory meanwhile.
 */
const MOST_CONNECTIONS = 12_000;

/** How long a connection that was ended here waits for the other side: it is sent no keep-alives any more. */
const HANG_UP_MS = 20_000;

export interface Address {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Encrypts; without, the connection is plain. */
  readonly certificate?: Certificate;
  /** Beyond, new ones are closed at once. */
  readonly mostConnections?: number;
  /** How long one that was ended here waits for the other side. */
  readonly hangUpMs?: number;
}

export interface OnePort {
  readonly port: number;
  /** From the next connection on. */
  encryptWith(renewed: Certificate): void;
  /** Takes no new connection and ends those that do not speak gRPC; resolves when the last one is gone. */
  close(): Promise<void>;
  /** Ends all that are left, also of those who never hang up. */
  drop(): void;
}

/**
 * Listens on one port for gRPC and HTTP/1.1: the first bytes of a connection say which it is.
 *
 * @param speakGrpc  is handed the sockets that begin as HTTP/2 does
 */
export async function listenOnOnePort(
  { host, port, certificate, mostConnections = MOST_CONNECTIONS, hangUpMs = HANG_UP_MS }: Address,
  speakGrpc: (socket: Socket) => void,
  answer: RequestListener,
): Promise<OnePort> {
  const secure = certificate && createSecureServer({ ...certificate, ALPNCallback: agreedProtocol }, answer);
  const server: Server = secure ?? createServer(answer);
  server.maxConnections = mostConnections;
  const connected = certificate ? 'secureConnection' : 'connection';
  const speakHttp = server.listeners(connected);
  const open = new Set<Socket>();
  const undecided = new Set<Socket>();
  server.removeAllListeners(connected);
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('finish', () => hangUpLater(socket, hangUpMs));
  });
  server.on(connected, (socket: Socket) => {
    undecided.add(socket);
    socket.on('close', () => undecided.delete(socket));
    listenTo(socket, (grpc) => {
      undecided.delete(socket);
      // the HTTP/1.1 server keeps the other half open, and HTTP/2 would not notice that its peer is gone
      socket.allowHalfOpen = !grpc;
      if (grpc) speakGrpc(socket);
      else for (const speak of speakHttp) speak.call(server, socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    encryptWith: (renewed) => secure?.setSecureContext({ ...renewed }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of undecided) socket.destroy();
      }),
    drop: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

function hangUpLater(socket: Socket, afterMs: number): void {
  const timer = setTimeout(() => socket.destroy(), afterMs);
  socket.on('close', () => clearTimeout(timer));
}

/** Callers of gRPC offer HTTP/2 alone; a probe or a browser offers both, and is understood over HTTP/1.1 only. */
function agreedProtocol({ protocols }: { protocols: string[] }): string | undefined {
  return ['http/1.1', 'h2'].find((protocol) => protocols.includes(protocol));
}

/** Looks at the first bytes and puts them back. */
function listenTo(socket: Socket, decided: (grpc: boolean) => void): void {
  const drop = (): unknown => socket.destroy();
  socket.setTimeout(FIRST_BYTES_MS, drop);
  socket.on('error', drop).on('end', drop);
  const look = (): void => {
    const head = socket.read(PREFACE.length) as Buffer | null;
    if (head === null) return;
    socket.setTimeout(0);
    socket.off('timeout', drop).off('error', drop).off('end', drop).off('readable', look);
    socket.unshift(head);
    decided(head.equals(PREFACE));
  };
  socket.on('readable', look);
}
