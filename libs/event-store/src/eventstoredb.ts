import type {
  AllStreamResolvedEvent,
  Position as ClientPosition,
  ReadPosition,
  RecordedEvent as ClientEvent,
} from '@eventstore/db-client';
import { EventStoreDBClient, STREAM_NAME, StreamNotFoundError } from '@eventstore/db-client';
import { appendServer } from './append-server.js';
import { appendStream } from './append-stream.js';
import type {
  EventStore,
  Followed,
  FollowOptions,
  JsonObject,
  Position,
  ReadAllOptions,
  ReadOptions,
  RecordedEvent,
} from './event-store.js';
import { StoreUnavailable } from './event-store.js';

const APPEND_DEADLINE_MS = 5000;

/** A checkpoint comes after this many times 32 events looked at. */
const CHECKPOINT_EVERY = 32;

/** Fewer wanted than this, and $all is read by pages of this size. */
const PAGE = 32;

/** System streams start with a dollar. */
const NOT_SYSTEM = '^[^$]';

/**
 * The log over EventStoreDB's protocol: the event node, or an EventStoreDB or KurrentDB server.
 *
 * Nothing is sent before the first call. A lost connection is opened again by the next call.
 *
 * @param connectionString  `esdb://…`; credentials in it serve the whole connection
 */
export function eventStoreDb(connectionString: string): EventStore {
  const client = EventStoreDBClient.connectionString(connectionString);
  const appends = appendStream(appendServer(client, connectionString), APPEND_DEADLINE_MS);
  let open = true;

  function assertOpen(): void {
    if (!open) throw new StoreUnavailable('The store is closed: open a new one.');
  }

  async function* read(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    assertOpen();
    const { direction = 'forwards', from, limit } = options;
    if (limit === 0) return;
    const events = client.readStream(stream, {
      direction,
      fromRevision: from === undefined ? (direction === 'forwards' ? 'start' : 'end') : BigInt(from),
      maxCount: limit,
    });
    for await (const { event } of reading(events)) if (event) yield recorded(event);
  }

  async function* readAll(options: ReadAllOptions = {}): AsyncGenerator<RecordedEvent> {
    assertOpen();
    const { limit = Infinity, prefixes } = options;
    let count = 0;
    if (limit === 0) return;
    // the client sends no filter with a read of $all
    for await (const { event } of resolvedAll(options)) {
      if (!event || !wanted(event.streamId, prefixes)) continue;
      yield recorded(event);
      if (++count >= limit) return;
    }
  }

  /** All of $all, by pages where only a few are wanted: the server sends a whole window before it hears of a cancel. */
  async function* resolvedAll({ direction = 'forwards', from, limit = Infinity }: ReadAllOptions) {
    const maxCount = limit < PAGE ? PAGE : undefined;
    let position: ReadPosition = from === undefined ? (direction === 'forwards' ? 'start' : 'end') : at(from);
    for (let known: string | undefined; ;) {
      let arrived = 0;
      for await (const resolved of reading(client.readAll({ direction, fromPosition: position, maxCount }))) {
        arrived += 1;
        const { id, position: here } = resolved.event ?? {};
        if (here !== undefined) position = here;
        if (id === known) continue; // forwards a page begins with the last event of the one before
        known = id;
        yield resolved;
      }
      if (maxCount === undefined || arrived < maxCount) return;
    }
  }

  async function* follow({ after, prefixes, signal }: FollowOptions = {}): AsyncGenerator<Followed> {
    assertOpen();
    if (signal?.aborted) return;
    const subscription = client.subscribeToAll({
      fromPosition: after === undefined ? 'start' : at(after),
      filter: {
        filterOn: STREAM_NAME,
        ...(prefixes?.length ? { prefixes: [...prefixes] } : { regex: NOT_SYSTEM }),
        checkpointInterval: CHECKPOINT_EVERY,
        // marks travel in the same buffer as events: told at once, they would overtake events not yet taken out
        checkpointReached: (_, { commit }) => void subscription.push({ kind: 'checkpoint', position: commit }),
      },
    });
    subscription.on('caughtUp', () => subscription.push({ kind: 'caught-up' }));
    // anything that arrives wakes the loop, which then sees that it is over
    const stop = (): void => void subscription.push({ kind: 'caught-up' });
    signal?.addEventListener('abort', stop);
    try {
      const items = untilLost<AllStreamResolvedEvent | Mark>(subscription);
      for await (const item of items) {
        if (signal?.aborted) return;
        if ('kind' in item) yield item;
        else if (item.event && wanted(item.event.streamId, prefixes)) {
          yield { kind: 'event', event: recorded(item.event) };
        }
      }
    } catch (error) {
      if (signal?.aborted) return;
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      await letGo(subscription, subscription.unsubscribe());
    }
    throw new StoreUnavailable('The event store ended the subscription: follow again after the last position seen.');
  }

  return {
    append: async (stream, events, expected) => {
      assertOpen();
      return appends.append(stream, events, expected);
    },
    read,
    readAll,
    follow,
    close: async () => {
      open = false;
      appends.close();
      await client.dispose();
    },
  };
}

type Mark = Exclude<Followed, { kind: 'event' }>;

interface Arriving<Item> {
  on(event: 'error', listener: (error: Error) => void): unknown;
  iterator(options: { destroyOnReturn: boolean }): AsyncIterable<Item>;
  resume(): unknown;
}

/**
 * A read of the client as it came, broken off on the wire when its reader stops early. Only then: a server ends the
 * connection of who breaks off a thousand calls at once, as if it were attacked.
 */
async function* reading<Resolved>(stream: Arriving<Resolved> & { cancel(): Promise<void> }) {
  let ended = false;
  try {
    yield* untilLost(stream);
    ended = true;
  } catch (error) {
    ended = error instanceof StoreUnavailable && error.cause instanceof StreamNotFoundError;
    if (!ended) throw error;
  } finally {
    if (!ended) await letGo(stream, stream.cancel());
  }
}

/** Ends a call whose reader has left: what has arrived must flow off, or the call never ends and keeps the client open. */
async function letGo(stream: Arriving<unknown>, cancelled: Promise<void>): Promise<void> {
  stream.resume();
  await Promise.allSettled([cancelled]);
}

async function* untilLost<Item>(stream: Arriving<Item>): AsyncGenerator<Item> {
  let failure: unknown;
  // the client may report the end of a connection after the last item was taken; unheard, that would end the process
  stream.on('error', (error) => (failure = error));
  try {
    yield* stream.iterator({ destroyOnReturn: false });
  } catch (cause) {
    throw new StoreUnavailable(`The connection to the event store was lost: ${String(failure ?? cause)}`, { cause });
  }
}

function at(position: Position): ClientPosition {
  return { commit: position, prepare: position };
}

function wanted(stream: string, prefixes: readonly string[] | undefined): boolean {
  if (stream.startsWith('$')) return false;
  return prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix));
}

function recorded(event: ClientEvent): RecordedEvent {
  return {
    id: event.id,
    stream: event.streamId,
    revision: Number(event.revision),
    position: event.position?.commit ?? 0n,
    type: event.type,
    data: jsonObject(event, event.data),
    metadata: jsonObject(event, event.metadata ?? {}),
    createdAt: event.created.toISOString(),
  };
}

function jsonObject({ streamId, revision }: { streamId: string; revision: bigint }, value: unknown): JsonObject {
  if (isJsonObject(value)) return value;
  throw new Error(
    `Event ${revision} of ${streamId} is not a JSON object: another product wrote it; narrow the prefixes.`,
  );
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
