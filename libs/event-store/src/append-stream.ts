import { randomUUID } from 'node:crypto';
import { openAppendCall, type AppendCall } from './append-call.js';
import { appendFrame } from './append-message.js';
import { lost, settle, type Waiting } from './append-outcome.js';
import { CallFailed, type AppendServer } from './append-server.js';
import type { Appended, ExpectedRevision, NewEvent } from './event-store.js';
import { OutcomeUnknown, StoreUnavailable } from './event-store.js';

export interface AppendStream {
  append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;
  close(): void;
}

/** A call, and the appends that are under way by it. */
interface Open {
  readonly call: AppendCall;
  readonly waiting: Map<string, Waiting>;
}

/**
 * Appends over one long call (docs/adr/0007).
 *
 * Each call has a table of its own and every append exactly one outcome. All that are sent in one turn of the event
 * loop leave in one write, and the server flushes them together.
 *
 * @param deadlineMs  until an append that is not answered has an unknown outcome; as long may a connection take
 */
export function appendStream(server: () => Promise<AppendServer>, deadlineMs: number): AppendStream {
  let current: Open | undefined;
  let opening: Promise<Open> | undefined;
  let closed = false;

  const open = async (): Promise<Open> => {
    const chosen = await server();
    const waiting = new Map<string, Waiting>();
    let gone: CallFailed | undefined;
    const leave = (): void => {
      if (current?.waiting === waiting) current = undefined;
    };
    const call = await openAppendCall(chosen, deadlineMs, {
      answered: (message) => settle(waiting, message),
      leaving: leave,
      lost: (failure) => {
        gone = failure;
        leave();
        for (const { stream, reject } of waiting.values()) reject(lost(stream, failure));
        waiting.clear();
        if (!closed) void chosen.lost(failure);
      },
    }).catch(async (failure: unknown) => {
      if (failure instanceof CallFailed) await chosen.lost(failure);
      throw failure;
    });
    if (closed) call.close();
    if (gone !== undefined) throw gone;
    return (current = { call, waiting });
  };
  const reached = (): Promise<Open> =>
    (opening ??= open().finally(() => {
      opening = undefined;
    }));

  const append: AppendStream['append'] = async (stream, events, expected) => {
    const { call, waiting } = current ?? (await reached().catch(unreached));
    const correlation = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(correlation);
        reject(new OutcomeUnknown(`The event store did not answer an append to ${stream} within ${deadlineMs} ms.`));
      }, deadlineMs);
      waiting.set(correlation, {
        stream,
        expected,
        resolve: (appended) => {
          clearTimeout(timer);
          resolve(appended);
        },
        reject: (reason) => {
          clearTimeout(timer);
          reject(reason);
        },
      });
      call.send(appendFrame({ correlation, stream, events, expected, deadlineMs: Date.now() + deadlineMs }));
    });
  };

  return {
    append,
    close: () => {
      closed = true;
      current?.call.close();
    },
  };
}

function unreached(cause: unknown): never {
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new StoreUnavailable(`The event store cannot be reached: ${why}`, { cause });
}
