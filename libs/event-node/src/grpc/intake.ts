import type { Metadata, ServerInterceptingCall, ServerInterceptor } from '@grpc/grpc-js';
import type { ServerHttp2Stream } from 'node:http2';
import { constants } from 'node:http2';
import type { Log } from '../log/log.js';
import { Framing } from './framing.js';
import type { Inbound } from './inbound.js';

/** Lets the messages of a call come, or wait at the other end: one may be on its way when it pauses. */
export interface Intake {
  pause(): void;
  resume(): void;
}

type Call = Parameters<ServerInterceptor>[1];

/**
 * How messages come in. What has come of one counts against the node's bound until its call takes it, and calls that
 * send many take none while more waits to be written than the log should hold.
 */
export class Intakes {
  private readonly byMetadata = new WeakMap<Metadata, Intake>();

  constructor(
    private readonly inbound: Inbound,
    private readonly log: Log,
  ) {}

  of({ metadata }: { readonly metadata: Metadata }): Intake | undefined {
    return this.byMetadata.get(metadata);
  }

  readonly interceptor: ServerInterceptor = ({ requestStream }, call): ServerInterceptingCall => {
    const took = counted(call, this.inbound);
    const intake = requestStream ? paced(call, this.log) : undefined;
    const start = call.start.bind(call);
    call.start = (listener) => {
      start({
        onReceiveMetadata: (metadata) => {
          if (intake) this.byMetadata.set(metadata, intake);
          listener.onReceiveMetadata(metadata);
        },
        onReceiveMessage: (message) => {
          took();
          listener.onReceiveMessage(message);
        },
        onReceiveHalfClose: () => listener.onReceiveHalfClose(),
        onCancel: () => listener.onCancel(),
      });
    };
    // the type says more than grpc-js asks of what it hands on; a wrapper would cost every message of every call
    return call as ServerInterceptingCall;
  };
}

/** @returns to be called when a message is taken */
function counted(call: Call, inbound: Inbound): () => void {
  // grpc-js tells nobody but itself what has come of a message; without that there is nothing to count
  if (!('stream' in call)) return () => undefined;
  const stream = call.stream as ServerHttp2Stream;
  const framing = new Framing();
  const holding = inbound.begin((error) => call.sendStatus(error));
  const sendStatus = call.sendStatus.bind(call);
  const count = (bytes: Uint8Array): void => holding.holds(framing.came(bytes));
  stream.on('data', count);
  stream.on('close', () => holding.holds(0));
  call.sendStatus = (status) => {
    const unread = framing.held > 0;
    const { headersSent, writableEnded } = stream;
    stream.off('data', count);
    holding.holds(0);
    sendStatus(status);
    if (!unread || writableEnded) return;
    // or what has come of a message stays for as long as the client leaves its half open
    const close = (): void => stream.close(constants.NGHTTP2_NO_ERROR);
    // after an answer the status is in trailers, which a stream that is closed does not send
    if (headersSent) stream.once('wantTrailers', () => setImmediate(close));
    else close();
  };
  return () => holding.holds(framing.took());
}

/** Reads on when nobody has paused it and the log has room. */
function paced(call: Call, log: Log): Intake {
  const startRead = call.startRead.bind(call);
  let paused = false;
  let asked = false;
  const read = (): void => {
    if (paused || !asked) return;
    const room = log.room();
    if (room) void room.then(read);
    else {
      asked = false;
      startRead();
    }
  };
  call.startRead = () => {
    asked = true;
    read();
  };
  return {
    pause: () => void (paused = true),
    resume: () => {
      paused = false;
      read();
    },
  };
}
