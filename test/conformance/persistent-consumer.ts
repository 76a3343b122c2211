import type {
  EventStoreDBClient,
  PersistentSubscriptionToAll,
  PersistentSubscriptionToStream,
  ResolvedEvent,
} from '@eventstore/db-client';
import { once } from 'node:events';

type Subscription = PersistentSubscriptionToStream | PersistentSubscriptionToAll;

/** A consumer that takes events as the test asks for them. */
export interface Taking {
  readonly subscription: PersistentSubscriptionToStream;
  readonly confirmed: Promise<unknown>;
  /** Rejects with the error that ends it. */
  readonly ended: Promise<void>;
  events(count: number): Promise<ResolvedEvent[]>;
  revisions(count: number): Promise<number[]>;
  /** Takes and acknowledges so many. @returns their revisions */
  ackAll(count: number): Promise<number[]>;
  end(): Promise<void>;
}

export function consume(client: EventStoreDBClient, stream: string, group: string, bufferSize = 10): Taking {
  return taking(client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize }));
}

export function consumeAll(client: EventStoreDBClient, group: string, bufferSize = 10): Taking {
  return taking(client.subscribeToPersistentSubscriptionToAll(group, { bufferSize }));
}

function taking(subscribed: Subscription): Taking {
  const subscription = subscribed as PersistentSubscriptionToStream;
  const ended = new Promise<void>((resolve, reject) => {
    subscription.on('error', reject);
    subscription.on('end', resolve);
  });
  ended.catch(() => undefined);
  const confirmed = once(subscription, 'confirmation');
  confirmed.catch(() => undefined);
  const arrived: ResolvedEvent[] = [];
  let wake = (): void => undefined;
  subscription.on('data', (event: ResolvedEvent) => {
    arrived.push(event);
    wake();
  });

  async function events(count: number): Promise<ResolvedEvent[]> {
    while (arrived.length < count)
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), failed(ended)]);
    return arrived.splice(0, count);
  }

  return {
    subscription,
    confirmed,
    ended,
    events,
    revisions: async (count) => (await events(count)).map(revisionOf),
    ackAll: async (count) => {
      const revisions: number[] = [];
      while (revisions.length < count) {
        const [event] = (await events(1)) as [ResolvedEvent];
        revisions.push(revisionOf(event));
        await subscription.ack(event);
      }
      return revisions;
    },
    end: () => subscription.unsubscribe(),
  };
}

async function failed(ended: Promise<void>): Promise<void> {
  await ended;
  throw new Error('The subscription ended.');
}

function revisionOf({ event }: ResolvedEvent): number {
  return Number(event?.revision ?? -1n);
}
