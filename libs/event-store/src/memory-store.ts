import type {
  Appended,
  EventStore,
  ExpectedRevision,
  Followed,
  FollowOptions,
  NewEvent,
  ReadAllOptions,
  ReadOptions,
  RecordedEvent,
} from './event-store.js';
import { StoreUnavailable, WrongRevision } from './event-store.js';

/** What a memory store takes from outside, so that tests are repeatable. */
export interface MemoryStoreOptions {
  readonly now?: () => Date;
}

/** The whole interface in memory, for tests of rules: same behaviour, nothing kept. */
export function memoryStore({ now = () => new Date() }: MemoryStoreOptions = {}): EventStore {
  const log: RecordedEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const waiting = new Set<() => void>();
  let open = true;

  function wake(): void {
    for (const resume of waiting) resume();
  }

  function assertOpen(): void {
    if (!open) throw new StoreUnavailable('The store is closed: open a new one.');
  }

  function append(stream: string, sent: readonly NewEvent[], expected: ExpectedRevision): Appended {
    assertOpen();
    const events = sent.map(plain);
    const existing = streams.get(stream) ?? [];
    const already = alreadyAppended(existing, events, expected);
    if (already) return { revision: already.revision, position: already.position };
    if (!holds(existing.length - 1, expected) || beginsWithKnown(existing, events, expected)) {
      throw new WrongRevision(stream, expected, existing.at(-1)?.revision ?? 'no-stream');
    }
    const createdAt = now().toISOString();
    const recorded = events.map((event, index) => ({
      ...event,
      stream,
      revision: existing.length + index,
      position: BigInt(log.length + index + 1),
      createdAt,
    }));
    log.push(...recorded);
    streams.set(stream, [...existing, ...recorded]);
    wake();
    return { revision: existing.length + events.length - 1, position: BigInt(log.length) };
  }

  async function* read(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    assertOpen();
    const { direction = 'forwards', from, limit = Infinity } = options;
    const events = streams.get(stream) ?? [];
    const selected =
      direction === 'forwards'
        ? events.slice(from ?? 0)
        : events.slice(0, from === undefined ? undefined : from + 1).reverse();
    yield* selected.slice(0, limit);
  }

  async function* readAll(options: ReadAllOptions = {}): AsyncGenerator<RecordedEvent> {
    assertOpen();
    const { direction = 'forwards', from, limit = Infinity, prefixes } = options;
    const selected = log.filter(({ stream }) => wanted(stream, prefixes));
    const ordered =
      direction === 'forwards'
        ? selected.filter(({ position }) => from === undefined || position >= from)
        : selected.filter(({ position }) => from === undefined || position < from).reverse();
    yield* ordered.slice(0, limit);
  }

  async function* follow({ after = 0n, prefixes, signal }: FollowOptions = {}): AsyncGenerator<Followed> {
    let next = Number(after);
    let live = false;
    signal?.addEventListener('abort', wake);
    try {
      while (!signal?.aborted) {
        if (!open) throw new StoreUnavailable('The store was closed while it was followed.');
        const event = log[next];
        if (event) {
          next += 1;
          if (wanted(event.stream, prefixes)) yield { kind: 'event', event };
          else if (live) yield { kind: 'checkpoint', position: event.position };
        } else if (live) {
          await change(waiting);
        } else {
          live = true;
          yield { kind: 'checkpoint', position: BigInt(next) };
          yield { kind: 'caught-up' };
        }
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
  }

  return {
    append: async (stream, events, expected) => append(stream, events, expected),
    read,
    readAll,
    follow,
    close: async () => {
      open = false;
      wake();
    },
  };
}

/** The stored event that a repeated append ended at, as EventStoreDB finds it. */
function alreadyAppended(
  existing: readonly RecordedEvent[],
  events: readonly NewEvent[],
  expected: ExpectedRevision,
): RecordedEvent | undefined {
  if (events.length === 0) return undefined;
  if (expected === 'any' || expected === 'stream-exists') {
    const found = events.map(({ id }) => existing.findLast((event) => event.id === id));
    return found.every((event) => event !== undefined) ? found.at(-1) : undefined;
  }
  const first = expected === 'no-stream' ? 0 : expected + 1;
  const found = existing.slice(first, first + events.length);
  return found.length === events.length && found.every((event, index) => event.id === events[index]?.id)
    ? found.at(-1)
    : undefined;
}

/** Where no revision is expected, a known first event says that an append was sent before, and then as something else. */
function beginsWithKnown(
  existing: readonly RecordedEvent[],
  [first]: readonly NewEvent[],
  expected: ExpectedRevision,
): boolean {
  return (expected === 'any' || expected === 'stream-exists') && existing.some(({ id }) => id === first?.id);
}

function holds(current: number, expected: ExpectedRevision): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return current >= 0;
  return current === (expected === 'no-stream' ? -1 : expected);
}

function wanted(stream: string, prefixes: readonly string[] | undefined): boolean {
  if (stream.startsWith('$')) return false;
  return prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix));
}

/** A copy as it would come back from a wire, so that nobody can change history through a shared object. */
function plain(event: NewEvent): NewEvent {
  return {
    id: event.id.toLowerCase(),
    type: event.type,
    data: JSON.parse(JSON.stringify(event.data)),
    metadata: JSON.parse(JSON.stringify(event.metadata)),
  };
}

function change(waiting: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const resume = (): void => {
      waiting.delete(resume);
      resolve();
    };
    waiting.add(resume);
  });
}
