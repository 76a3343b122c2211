/** A line of bounded length between one who brings and one who takes. */
export interface Queue<Item> {
  /** Resolves when there is room; at once when the queue is closed, and the item is lost. */
  put(item: Item): Promise<void>;
  /** Waits for the first item, then gives what is there, at most `limit`; nothing once the queue is closed. */
  take(limit: number): Promise<readonly Item[]>;
  readonly length: number;
  close(): void;
}

export function boundedQueue<Item>(capacity: number): Queue<Item> {
  let items: Item[] = [];
  let closed = false;
  let room = signal();
  let arrival = signal();

  return {
    async put(item) {
      while (items.length >= capacity && !closed) await room.raised;
      if (closed) return;
      items.push(item);
      arrival.raise();
    },
    async take(limit) {
      while (items.length === 0 && !closed) await arrival.raised;
      await new Promise((resolve) => setImmediate(resolve)); // what has arrived already comes along
      if (closed) return [];
      const taken = items.slice(0, limit);
      items = items.slice(limit);
      arrival = signal();
      if (items.length > 0) arrival.raise();
      room.raise();
      room = signal();
      return taken;
    },
    get length() {
      return items.length;
    },
    close() {
      closed = true;
      arrival.raise();
      room.raise();
    },
  };
}

function signal(): { readonly raised: Promise<void>; raise(): void } {
  let raise = (): void => undefined;
  const raised = new Promise<void>((resolve) => {
    raise = resolve;
  });
  return { raised, raise };
}
