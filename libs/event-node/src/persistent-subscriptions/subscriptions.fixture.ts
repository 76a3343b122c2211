import type { Log } from '../log/log.js';
import { headingOf } from '../log/record.js';
import type { Clock } from './clock.js';
import type { Consumer, Sent } from './consumer.js';
import type { Definition } from './definition.js';
import { SETTINGS } from './group.fixture.js';
import { write, writeMetadata } from './own-streams.js';
import type { OwnMetadata } from './own-streams.js';
import type { Subscription } from './subscription.js';
import { PersistentSubscriptions } from './subscriptions.js';

/** Everything starts then. */
export const NOW = Date.parse('2022-06-20T08:00:00Z');

/** A clock that is moved by hand, second by second. */
export function handClock(): Clock & { readonly pass: (seconds: number) => Promise<void> } {
  let nowMs = NOW;
  const running = new Set<() => void>();
  return {
    nowMs: () => nowMs,
    every: (_, run) => {
      running.add(run);
      return () => running.delete(run);
    },
    pass: async (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        nowMs += 1000;
        running.forEach((run) => run());
        await settled();
      }
    },
  };
}

/** Lets everything run that is due: pages are read and the log is written in turns of the event loop. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function started(log: Log, clock: Clock, told: string[] = []): Promise<PersistentSubscriptions> {
  const subscriptions = new PersistentSubscriptions(log, clock, (sentence) => told.push(sentence));
  subscriptions.start();
  await settled();
  return subscriptions;
}

export function definition(over: Partial<Definition> = {}, settings: Partial<Definition['settings']> = {}): Definition {
  return {
    source: 's',
    group: 'g',
    start: { text: '0', after: -1 },
    ...over,
    settings: { ...SETTINGS, ...settings },
  };
}

/** Appends so many events to a stream. */
export async function append(log: Log, stream: string, count: number, size = 2): Promise<void> {
  const first = log.storage.lastPosition();
  const events = Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(first + index).padStart(12, '0')}`,
    type: 'thing.happened.v1',
    json: true,
    data: Buffer.alloc(size, ' '),
    metadata: Buffer.alloc(0),
  }));
  await write(log, stream, ...events);
  await settled();
}

export async function metadata(log: Log, stream: string, text: OwnMetadata): Promise<void> {
  await writeMetadata(log, stream, text);
  await settled();
}

export interface Taker {
  readonly consumer: Consumer;
  /** Revisions of what came since the last look. */
  readonly look: () => Promise<number[]>;
  /** Acknowledges what was looked at, all of it or these revisions. */
  readonly ack: (...revisions: number[]) => Promise<void>;
  readonly nack: (action: 'park' | 'retry' | 'skip', ...revisions: number[]) => Promise<void>;
  readonly dropped: () => boolean;
}

export async function taker(subscription: Subscription, bufferSize = 100, answer: Sent = 'more'): Promise<Taker> {
  let arrived: number[] = [];
  let dropped = false;
  const ids = new Map<number, string>();
  const consumer = subscription.connect({
    username: 'anonymous',
    connectionName: 'prova',
    from: '',
    bufferSize,
    send: (message) => {
      const content = subscription.take(message);
      const event = content?.event ?? content?.link;
      if (!event) return 'gone';
      const { revision } = headingOf(event.bytes);
      ids.set(revision, message.id);
      arrived.push(revision);
      return answer;
    },
    drop: () => (dropped = true),
  });
  const idsOf = (revisions: readonly number[]): string[] =>
    (revisions.length > 0 ? revisions : [...ids.keys()]).map((revision) => ids.get(revision) ?? '');
  await settled();
  return {
    consumer,
    look: async () => {
      await settled();
      const seen = arrived;
      arrived = [];
      return seen;
    },
    ack: async (...revisions) => {
      subscription.ack(idsOf(revisions));
      await settled();
    },
    nack: async (action, ...revisions) => {
      subscription.nack(idsOf(revisions), action, 'prova');
      await settled();
    },
    dropped: () => dropped,
  };
}
