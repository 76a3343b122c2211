import { eventStoreDb, StoreUnavailable } from '#event-store';
import type { StreamSubscription } from '@eventstore/db-client';
import { EventStoreDBClient } from '@eventstore/db-client';

/** Follows the log with a prefix, and goes on after the last position seen whenever its node was lost. */
export class LogFollower {
  readonly seen: { readonly id: string; readonly position: bigint }[] = [];

  constructor(readonly prefix: string) {}

  async followUntilLost(url: string): Promise<void> {
    await this.follow(url, false).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
    });
  }

  /** Reads on to the end of what is there. */
  catchUp(url: string): Promise<void> {
    return this.follow(url, true);
  }

  private async follow(url: string, untilCaughtUp: boolean): Promise<void> {
    const store = eventStoreDb(url);
    try {
      for await (const item of store.follow({ prefixes: [this.prefix], after: this.seen.at(-1)?.position })) {
        if (item.kind === 'event') this.seen.push({ id: item.event.id, position: item.event.position });
        else if (item.kind === 'caught-up' && untilCaughtUp) return;
      }
    } finally {
      await store.close();
    }
  }
}

/** Follows one stream by the official client, and goes on after the last revision seen. */
export class StreamFollower {
  readonly seen: { readonly id: string; readonly revision: bigint }[] = [];

  constructor(readonly stream: string) {}

  followUntilLost(url: string): Promise<void> {
    return this.follow(url, (subscription, end) => subscription.on('error', end).on('end', end));
  }

  /** Reads on to the end of what is there. */
  catchUp(url: string): Promise<void> {
    return this.follow(url, (subscription, end) => subscription.on('caughtUp', end));
  }

  private async follow(url: string, ending: (subscription: StreamSubscription, end: () => void) => void) {
    const client = EventStoreDBClient.connectionString(url);
    const subscription = client.subscribeToStream(this.stream, { fromRevision: this.seen.at(-1)?.revision ?? 'start' });
    subscription.on('data', ({ event }) => {
      if (event) this.seen.push({ id: event.id, revision: event.revision });
    });
    await new Promise<void>((resolve) => ending(subscription, resolve));
    await subscription.unsubscribe();
    await client.dispose();
  }
}
