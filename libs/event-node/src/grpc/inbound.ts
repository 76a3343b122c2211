import { status } from '@grpc/grpc-js';
import { CallFailed } from './status.js';

const MEBIBYTE = 1024 * 1024;
const MOST_BYTES = 128 * MEBIBYTE;

/** What one call has sent and the node keeps until there is more. */
export interface Holding {
  /** How many bytes that are now. */
  holds(bytes: number): void;
}

interface Held {
  bytes: number;
  refused: boolean;
  readonly refuse: (error: CallFailed) => void;
}

/**
 * What clients have begun to send and not ended, over all connections: messages of which a part is there, appends of
 * which more is to come. Beyond a bound, the call that has been at it longest is refused: who is slow makes room for
 * who is not.
 */
export class Inbound {
  /** Those that hold anything, the one that has done so longest first. */
  private readonly holding = new Set<Held>();
  private bytes = 0;

  constructor(private readonly most = MOST_BYTES) {}

  /** @param refuse  ends the call: what it holds counts no more */
  begin(refuse: (error: CallFailed) => void): Holding {
    const held: Held = { bytes: 0, refused: false, refuse };
    return {
      holds: (bytes) => {
        if (!held.refused) this.set(held, bytes);
        if (this.bytes > this.most) this.makeRoom();
      },
    };
  }

  private makeRoom(): void {
    for (const longest of this.holding) {
      this.set(longest, 0);
      longest.refused = true;
      longest.refuse(tooMuch(this.most));
      if (this.bytes <= this.most) return;
    }
  }

  private set(held: Held, bytes: number): void {
    this.bytes += bytes - held.bytes;
    held.bytes = bytes;
    if (bytes === 0) this.holding.delete(held);
    else this.holding.add(held);
  }
}

function tooMuch(most: number): CallFailed {
  return new CallFailed(
    status.RESOURCE_EXHAUSTED,
    `All callers together have begun to send more than the ${Math.floor(most / MEBIBYTE)} MiB that the event node keeps: end what you begin, and send this again.`,
  );
}
