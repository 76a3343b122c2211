import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { connect, type ClientHttp2Session } from 'node:http2';
import { CallFailed, failureIn, type AppendServer } from './append-server.js';
import { Frames } from './grpc-frames.js';

const { path: BATCH_APPEND } = streamsGrpc.StreamsService.batchAppend;

/** One long call of `Streams.BatchAppend`, on a connection of its own. */
export interface AppendCall {
  /** Sends a message that is already framed, together with all others of this turn of the event loop. */
  send(frame: Buffer): void;
  close(): void;
}

/** What a call tells whoever opened it. */
interface Told {
  readonly answered: (message: Buffer) => void;
  /** The server will take no more, but still answers what it has. */
  readonly leaving: () => void;
  /** The last of it. */
  readonly lost: (failure: CallFailed) => void;
}

/**
 * Opens the call once the connection stands.
 *
 * @param withinMs  for connecting, TLS included
 * @throws CallFailed when nobody can be reached: nothing was sent
 */
export async function openAppendCall(server: AppendServer, withinMs: number, told: Told): Promise<AppendCall> {
  const session = connect(server.authority, { ...server.tls, maxSessionMemory: Number.MAX_SAFE_INTEGER });
  await connected(session, withinMs);
  const call = session.request(
    {
      ...server.headers,
      ':method': 'POST',
      ':path': BATCH_APPEND,
      'content-type': 'application/grpc',
      te: 'trailers',
    },
    { endStream: false },
  );
  const frames = new Frames();
  let failure: CallFailed | undefined;
  let over = false;
  let gathered: Buffer[] = [];

  const lose = (error?: Error): void => {
    if (over) return;
    over = true;
    clearInterval(asking);
    session.destroy();
    told.lost(failure ?? (error instanceof CallFailed ? error : new CallFailed(error?.message ?? 'it was closed')));
  };
  const asking = server.alive && keptAlive(session, server.alive, lose);
  call.on('response', (headers) => (failure = failureIn(headers)));
  call.on('trailers', (trailers) => (failure = failureIn(trailers)));
  call.on('data', (bytes: Buffer) => {
    if (failure) return;
    try {
      for (const message of frames.take(bytes)) told.answered(message);
    } catch (error) {
      lose(new CallFailed(`the server sent ${String(error)}`));
    }
  });
  call.on('end', () => lose(new CallFailed('the server ended the call')));
  call.on('error', lose);
  call.on('close', () => lose());
  session.on('error', lose);
  session.on('close', () => lose());
  session.on('goaway', told.leaving);

  const leave = (): void => {
    const leaving = gathered;
    gathered = [];
    if (over) return;
    call.cork();
    for (const frame of leaving) call.write(frame);
    call.uncork();
  };
  return {
    send: (frame) => {
      // after everything that this turn decides
      if (gathered.push(frame) === 1) process.nextTick(leave);
    },
    close: () => lose(new CallFailed('the store was closed')),
  };
}

function connected(session: ClientHttp2Session, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      clearTimeout(late);
      session.destroy();
      reject(new CallFailed(error.message));
    };
    const late = setTimeout(() => fail(new Error(`no connection within ${withinMs} ms`)), withinMs);
    session.once('error', fail);
    session.once('connect', () => {
      clearTimeout(late);
      session.off('error', fail);
      resolve();
    });
  });
}

/** A server that is gone without a word is noticed by what it does not answer. */
function keptAlive(
  session: ClientHttp2Session,
  { everyMs, withinMs }: { readonly everyMs: number; readonly withinMs: number },
  lose: (error: Error) => void,
): NodeJS.Timeout {
  let askedAt: number | undefined;
  const ask = (): void => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      session.ping(() => (askedAt = undefined));
    } else if (Date.now() - askedAt >= withinMs) lose(new Error('the server does not answer'));
  };
  return setInterval(ask, everyMs).unref();
}
