import type { Consumer } from './consumer.js';
import { Distribution } from './distribution.js';
import type { Message } from './message.js';
import { Progress } from './progress.js';
import { Queues } from './queues.js';
import { Replay } from './replay.js';
import type { Settings } from './settings.js';

/** While so many are being parked nothing is given out: parking goes at the pace of the disk. */
const MOST_PARKING = 512;

/** Most events read ahead, whatever the settings say. */
const MOST_READ_AHEAD = 65_536;

/** What a group has others do. */
export interface GroupEffects {
  /** Keeps a message aside; to be answered by `parked` or `notParked`. */
  park(message: Message, reason: string): void;
}

/** An event as its source gives it. */
export type Offered = Pick<Message, 'id' | 'place' | 'pin' | 'content'>;

export type NackAction = 'park' | 'retry' | 'skip';

/**
 * One persistent subscription's events between its source and its consumers. Every event is given out, to one consumer
 * at a time, until it is settled: acknowledged, skipped, or parked. Knows no log and no clock.
 */
export class Group {
  readonly distribution: Distribution;
  readonly waiting = new Queues();
  readonly progress: Progress;
  readonly replay: Replay;
  private parking = 0;

  /**
   * @param after  place of the last event of the source that is settled already
   * @param parkedFrom  the first parked event
   */
  constructor(
    readonly settings: Settings,
    private readonly effects: GroupEffects,
    from: { readonly after: number; readonly parkedFrom: number; readonly nowMs: number },
  ) {
    this.distribution = new Distribution(settings);
    this.progress = new Progress(from.after, from.nowMs);
    this.replay = new Replay(from.parkedFrom);
  }

  /** How many events may be read ahead, from the source and of the parked each. */
  get mostReadAhead(): number {
    return Math.min(this.settings.historyBufferSize, MOST_READ_AHEAD);
  }

  /** Events that may still be read ahead. */
  get room(): number {
    return this.mostReadAhead - this.waiting.readAhead.length;
  }

  /** The source went past something that is not for this group. */
  pass(place: number): void {
    this.progress.take(place);
  }

  /** The same, for what no checkpoint is owed for. */
  overlook(place: number): void {
    this.progress.overlook(place);
  }

  offer({ id, place, pin, content }: Offered): void {
    const { sequence, previous } = this.progress.take(place);
    const message: Message = { id, origin: 'source', place, sequence, previous, pin, retries: 0, content };
    this.progress.opened(message);
    this.waiting.readAhead.push(message);
  }

  /** The same for an event that had been parked. */
  offerParked(offered: Offered): void {
    this.replay.opened(offered.place);
    this.waiting.replayed.push({
      ...offered,
      origin: 'parked',
      sequence: offered.place,
      previous: offered.place - 1,
      retries: 0,
    });
  }

  connect(consumer: Consumer): void {
    this.distribution.connect(consumer);
  }

  /** What a consumer held goes to others, in order. */
  disconnect(consumer: Consumer): void {
    for (const message of this.distribution.disconnect(consumer)) this.tryAgain(message);
  }

  ack(ids: readonly string[], nowMs: number): void {
    for (const id of ids) {
      const message = this.distribution.answered(id, nowMs);
      if (message) this.settle(message);
    }
  }

  nack(ids: readonly string[], action: NackAction, reason: string, nowMs: number): void {
    for (const id of ids) {
      const message = this.distribution.answered(id, nowMs);
      if (!message) continue;
      if (action === 'retry') this.tryAgain(message);
      else if (action === 'skip') this.settle(message);
      else this.park(message, `Client explicitly NAK'ed message.\n${reason}`);
    }
  }

  /** It is kept aside. */
  parked(message: Message): void {
    this.parking -= 1;
    this.settle(message);
  }

  /** It could not be kept aside: it is given out again. */
  notParked(message: Message): void {
    this.parking -= 1;
    this.waiting.putBack(message);
  }

  /** What consumers kept for too long is tried again. */
  expire(nowMs: number): void {
    for (const message of this.distribution.expired(nowMs)) this.tryAgain(message);
  }

  /** Gives out what waits, as far as consumers have room. */
  push(nowMs: number): void {
    for (const queue of this.waiting.inOrder) {
      for (let index = 0; index < queue.length && this.parking < MOST_PARKING;) {
        const message = queue[index];
        const consumer = message && this.distribution.consumerFor(message);
        if (!message || !consumer) return;
        if (consumer === 'later') index += 1;
        else {
          if (index === 0) queue.shift();
          else queue.splice(index, 1);
          if (!this.distribution.give(message, consumer, nowMs)) this.settle(message);
        }
      }
    }
  }

  private tryAgain(message: Message): void {
    const { maxRetryCount } = this.settings;
    if (message.retries >= maxRetryCount) this.park(message, `Reached retry count of ${maxRetryCount}`);
    else {
      message.retries += 1;
      this.waiting.putBack(message);
    }
  }

  private park(message: Message, reason: string): void {
    this.parking += 1;
    this.effects.park(message, reason);
  }

  private settle(message: Message): void {
    if (message.origin === 'parked') this.replay.settled(message.place);
    else this.progress.settled(message);
  }
}
