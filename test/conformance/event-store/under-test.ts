import type { EventStore, NewEvent, RecordedEvent } from '#event-store';
import { createHash } from 'node:crypto';

/** The store that a suite is about, and how it is filled. */
export interface UnderTest {
  /** Another one after a restart. */
  readonly store: EventStore;
  /** A second, independent connection to the same events; `store` itself where there is none. */
  readonly connect: () => EventStore;
  /** One that was never there before. */
  readonly event: (data?: NewEvent['data'], type?: string) => NewEvent;
  /** A name that no other run has. */
  readonly streamNamed: (name: string) => string;
  /** The name of a stream with so many events. */
  readonly filled: (name: string, count: number) => Promise<string>;
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export interface Following {
  /** What came since the last call, up to and with this; checkpoints left out. */
  until(wanted: string): Promise<string[]>;
  readonly checkpoints: bigint[];
  stop(): Promise<void>;
}

export function followed(store: EventStore, options: { prefixes: string[]; after?: bigint }): Following {
  const abort = new AbortController();
  const items = store.follow({ ...options, signal: abort.signal })[Symbol.asyncIterator]();
  const checkpoints: bigint[] = [];
  return {
    checkpoints,
    until: async (wanted) => {
      const seen: string[] = [];
      while (seen.at(-1) !== wanted) {
        const { done, value } = await items.next();
        if (done) throw new Error(`the subscription ended before ${wanted}`);
        if (value.kind === 'checkpoint') checkpoints.push(value.position);
        else seen.push(value.kind === 'event' ? labelOf(value.event) : value.kind);
      }
      return seen;
    },
    stop: async () => {
      const end = items.next();
      abort.abort();
      expect((await end).done).toBe(true);
    },
  };
}

export function labelOf({ stream, revision }: RecordedEvent): string {
  return `${stream} ${revision}`;
}

export function strictlyIncreasing(positions: readonly bigint[]): boolean {
  return positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? position));
}

export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
