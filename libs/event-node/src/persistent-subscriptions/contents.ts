import type { Resolved } from '../log/links.js';
import { resolveLinks } from '../log/links.js';
import { idOf } from '../log/record.js';
import type { Storage, Stored } from '../log/storage.js';
import type { Offered } from './group.js';
import type { Message } from './message.js';
import { pinOf } from './pin.js';
import type { Settings } from './settings.js';
import type { Source } from './source.js';

/** Bytes of events that one group keeps at hand; what exceeds that is read again when it is sent. */
const MOST_AT_HAND = 1024 * 1024;

/** What the messages of a group say. */
export class Contents {
  private atHand = 0;

  constructor(
    private readonly storage: Storage,
    private readonly source: Source,
    private readonly parkedStream: string,
    private readonly settings: Settings,
    private readonly nowMs: () => number,
  ) {}

  /** @param place  of `stored`, in the source */
  offered(place: number, stored: Stored): Offered {
    return this.keep(place, stored, this.resolved(stored));
  }

  /** @returns undefined when what was parked is gone */
  offeredParked(place: number, link: Stored): Offered | undefined {
    const resolved = resolveLinks(this.storage, link, this.nowMs());
    return resolved.event && this.keep(place, link, resolved);
  }

  /** What is to be sent, which then is no longer kept at hand; undefined when it is gone. */
  take(message: Message): Resolved | undefined {
    const content = message.content ?? this.readAgain(message);
    this.release(message);
    return content;
  }

  release(message: Message): void {
    if (message.content) this.atHand -= sizeOf(message.content);
    message.content = undefined;
  }

  private keep(place: number, stored: Stored, content: Resolved): Offered {
    const kept = this.atHand + sizeOf(content) <= MOST_AT_HAND;
    if (kept) this.atHand += sizeOf(content);
    return {
      id: idOf(stored.bytes),
      place,
      pin: pinOf(this.settings.strategy, content.event ?? stored),
      content: kept ? content : undefined,
    };
  }

  private resolved(stored: Stored): Resolved {
    return this.settings.resolveLinks ? resolveLinks(this.storage, stored, this.nowMs()) : { event: stored };
  }

  private readAgain({ origin, place }: Message): Resolved | undefined {
    const stored = origin === 'source' ? this.source.at(place) : this.storage.eventAt(this.parkedStream, place);
    if (!stored) return undefined;
    if (origin === 'source') return this.resolved(stored);
    const resolved = resolveLinks(this.storage, stored, this.nowMs());
    return resolved.event && resolved;
  }
}

function sizeOf({ event, link }: Resolved): number {
  return (event?.bytes.length ?? 0) + (link?.bytes.length ?? 0);
}
