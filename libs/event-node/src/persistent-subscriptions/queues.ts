import type { Message } from './message.js';

/**
 * What waits for a consumer, in the order in which it is given out: what is tried again, as it was read; then what had
 * been parked; then what comes from the source.
 */
export class Queues {
  readonly retries: Message[] = [];
  readonly replayed: Message[] = [];
  readonly readAhead: Message[] = [];

  get inOrder(): readonly Message[][] {
    return [this.retries, this.replayed, this.readAhead];
  }

  /** Puts a message back to where it was taken from, before those that came after it. */
  putBack(message: Message): void {
    const queue = message.origin === 'parked' ? this.replayed : this.retries;
    let [low, high] = [0, queue.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((queue[middle]?.sequence ?? Infinity) < message.sequence) low = middle + 1;
      else high = middle;
    }
    queue.splice(low, 0, message);
  }
}
