import type { EventStore, Followed, FollowOptions, Position } from '#event-store';

/** How far one may fall behind the others before it goes on by itself: nobody waits for the slowest. */
const MOST_WAITING = 1000;

/** A place at a subscription that several listen to. */
interface Seat {
  /** What came since it was taken; undefined once the seat is lost or the signal came, and all was given. */
  next(): Promise<Followed | undefined>;
  give(item: Followed): void;
  /** @param error  thrown to who sits here when all that came before is taken; absent: the seat is lost */
  end(error?: unknown): void;
}

interface Shared {
  readonly seats: Set<Seat>;
  readonly over: AbortController;
  /** What was given to all has come up to here. */
  reached: Position;
}

/**
 * The store, where all who follow the same streams share one subscription once they have caught up: an event is then
 * sent and decoded once. Each begins where it wants, by itself; whoever falls behind goes on by itself until it has caught
 * up again.
 */
export function withOneSubscription(store: EventStore): EventStore {
  const open = new Map<string, Shared>();

  function join(prefixes: readonly string[] | undefined, after: Position): Shared {
    const streams = prefixes?.join(' ') ?? '';
    const found = open.get(streams);
    if (found !== undefined) return found;
    const shared: Shared = { seats: new Set(), over: new AbortController(), reached: after };
    shared.over.signal.addEventListener('abort', () => open.get(streams) === shared && open.delete(streams));
    open.set(streams, shared);
    void run(shared, store.follow(from(after, { ...(prefixes && { prefixes }), signal: shared.over.signal })));
    return shared;
  }

  return { ...store, follow: (options = {}) => follow(store, join, options) };
}

async function run(shared: Shared, items: AsyncIterable<Followed>): Promise<void> {
  let failure: unknown;
  try {
    for await (const item of items) {
      if (item.kind === 'caught-up') continue; // each has heard that by itself
      shared.reached = positionOf(item);
      for (const seat of shared.seats) seat.give(item);
    }
  } catch (error) {
    failure = error;
  }
  shared.over.abort();
  for (const seat of shared.seats) seat.end(failure);
}

async function* follow(
  store: EventStore,
  join: (prefixes: readonly string[] | undefined, after: Position) => Shared,
  { after = -1n, ...options }: FollowOptions,
): AsyncGenerator<Followed> {
  const { prefixes, signal } = options;
  let reached = after;
  while (!signal?.aborted) {
    let taken: { readonly seat: Seat; readonly from: Position; leave(): void } | null = null;
    try {
      for await (const item of store.follow(from(reached, options))) {
        if (item.kind !== 'caught-up') reached = positionOf(item);
        else if (taken === null) taken = takeSeat(join(prefixes, reached), signal);
        yield item;
        if (taken !== null && reached >= taken.from) break;
      }
      if (taken === null) return;
      for (let item = await taken.seat.next(); item !== undefined; item = await taken.seat.next()) {
        if (signal?.aborted) return;
        if (positionOf(item) <= reached) continue; // heard before the seat was taken
        reached = positionOf(item);
        yield item;
      }
    } finally {
      taken?.leave();
    }
  }
}

function takeSeat(shared: Shared, signal: AbortSignal | undefined) {
  const seat = createSeat(() => shared.seats.delete(seat));
  const end = (): void => seat.end();
  signal?.addEventListener('abort', end);
  shared.seats.add(seat);
  return {
    seat,
    from: shared.reached,
    leave() {
      signal?.removeEventListener('abort', end);
      shared.seats.delete(seat);
      if (shared.seats.size === 0) shared.over.abort();
    },
  };
}

/** @param onLost  called when nothing more can be given */
function createSeat(onLost: () => void): Seat {
  let waiting: Followed[] = [];
  let taking: Followed[] = [];
  let ended: { readonly error: unknown } | null = null;
  let wake = (): void => undefined;

  const end = (error?: unknown): void => {
    ended ??= { error };
    onLost();
    wake();
  };
  return {
    async next() {
      if (taking.length === 0) {
        while (waiting.length === 0 && ended === null) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
        taking = waiting.reverse();
        waiting = [];
      }
      const item = taking.pop();
      if (item === undefined && ended?.error !== undefined) throw ended.error;
      return item;
    },
    give(item) {
      if (ended !== null) return;
      waiting.push(item);
      if (waiting.length === MOST_WAITING) end();
      else wake();
    },
    end,
  };
}

function from(after: Position, options: Omit<FollowOptions, 'after'>): FollowOptions {
  return { ...options, ...(after >= 0n && { after }) };
}

function positionOf(item: Followed): Position {
  return item.kind === 'event' ? item.event.position : item.kind === 'checkpoint' ? item.position : -1n;
}
