import type { ServerDuplexStream } from '@grpc/grpc-js';
import { status } from '@grpc/grpc-js';
import { LogStopped } from '../log/log.js';
import { accessDeniedAnswer, expiredAnswer, failureAnswer, outcomeAnswer } from './batch-answer.js';
import type { Chunk } from './batch-chunk.js';
import type { Arriving } from './batch-request.js';
import { add, begin } from './batch-request.js';
import type { Intakes } from './intake.js';
import type { Node } from './node.js';
import { CallFailed, invalidArgument, stopping } from './status.js';

/** A call is read no further while it has so many unanswered. */
const MOST_UNANSWERED = 4096;

/** A call may have begun this much without ending it. */
const MOST_ARRIVING = 4096;
const MOST_ARRIVING_BYTES = 64 * 1024 * 1024;

/** What `setTimeout` can wait; longer is for ever. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Call = ServerDuplexStream<Chunk, Buffer>;

/** An append whose chunks are still to come, and what ends it when they do not. */
interface Waiting {
  readonly append: Arriving;
  readonly timer: NodeJS.Timeout | undefined;
}

/** Streams.BatchAppend: one long call on which a client sends all its appends, each answered once, in any order. */
export function batchAppend({ access, inbound, log, maxAppendSize, stopping: stop }: Node, intakes: Intakes) {
  return (call: Call): void => {
    const arriving = new Map<string, Waiting>();
    const intake = intakes.of(call);
    const holding = inbound.begin(fail);
    let arrivingBytes = 0;
    let unanswered = 0;
    let unread = false; // answers wait for the client to take them
    let halfClosed = false;

    function pace(): void {
      if (unread || unanswered >= MOST_UNANSWERED) intake?.pause();
      else intake?.resume();
    }

    function answer(response: Buffer): void {
      if (call.write(response) || unread) return;
      unread = true;
      call.once('drain', () => {
        unread = false;
        pace();
      });
    }

    function submit(append: Arriving): void {
      unanswered += 1;
      log
        .append(append)
        .then((outcome) => answer(outcomeAnswer(append, outcome)))
        // a stopping node ends the whole call instead: the client then knows that the outcome is unknown
        .catch((error: unknown) => error instanceof LogStopped || answer(failureAnswer(append, error)))
        .finally(() => {
          unanswered -= 1;
          if (halfClosed && unanswered === 0) call.end();
          else pace();
        });
    }

    function hold(key: string, append: Arriving): void {
      const leftMs = append.deadlineMs - Date.now();
      const expire = (): void => {
        if (drop(key)) answer(expiredAnswer(append));
      };
      const timer = leftMs < LONGEST_TIMER_MS ? setTimeout(expire, Math.max(leftMs, 0)) : undefined;
      arriving.set(key, { append, timer });
    }

    function drop(key: string): boolean {
      const waiting = arriving.get(key);
      clearTimeout(waiting?.timer);
      arrivingBytes -= waiting?.append.size ?? 0;
      holding.holds(arrivingBytes);
      return arriving.delete(key);
    }

    function dropAll(): void {
      for (const key of arriving.keys()) drop(key);
    }

    function fail(error: CallFailed): void {
      dropAll();
      call.removeAllListeners('data').resume();
      intake?.resume();
      call.emit('error', error);
    }

    call.on('data', (chunk: Chunk) => {
      const { correlationId, options } = chunk;
      if (!correlationId) return fail(invalidArgument('An append has no correlation id.'));
      const key = correlationId.toString('latin1');
      const known = arriving.get(key)?.append;
      // a chunk of what was refused, or answered as too late: there is nothing more to say about it
      const append = known ?? (options && begin(correlationId, options, Date.now()));
      if (!append) return;
      if (!('events' in append)) return answer(append);
      if (!known && !access.may(access.callerOf(call), 'write', append.stream))
        return answer(accessDeniedAnswer(append));
      const before = append.size;
      const refusal = add(append, chunk, maxAppendSize);
      if (known) arrivingBytes += append.size - before;
      if (refusal || chunk.isFinal) {
        drop(key);
        if (refusal) answer(refusal);
        else submit(append);
      } else if (!known) {
        arrivingBytes += append.size;
        hold(key, append);
      }
      if (arriving.size > MOST_ARRIVING || arrivingBytes > MOST_ARRIVING_BYTES)
        return fail(new CallFailed(status.RESOURCE_EXHAUSTED, 'Too many appends were begun and not ended.'));
      holding.holds(arrivingBytes);
      pace();
    });
    call.on('end', () => {
      halfClosed = true;
      dropAll();
      if (unanswered === 0) call.end();
    });
    // the client is gone: what was accepted is written all the same
    call.on('error', dropAll);
    const cancel = (): void => void call.emit('error', stopping());
    stop.addEventListener('abort', cancel);
    for (const gone of ['close', 'cancelled']) {
      call.on(gone, () => {
        dropAll();
        stop.removeEventListener('abort', cancel);
      });
    }
  };
}
