import type { Consumer } from './consumer.js';
import type { Flight } from './in-flight.js';
import { InFlight } from './in-flight.js';
import type { Message } from './message.js';
import { Progress } from './progress.js';
import { Queues } from './queues.js';
import { Rate } from './rate.js';
import { Replay } from './replay.js';
import type { Settings } from './settings.js';
import type { Chooser } from './strategy.js';
import { chooserOf } from './strategy.js';

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
 * The consumers of one persistent subscription and the events between them and the source. Every event is given out,
 * to one consumer at a time, until it is settled: acknowledged, skipped, or parked. Knows no log and no clock.
 */
export class Group {
  readonly consumers: Consumer[] = [];
  readonly inFlight = new InFlight();
  readonly waiting = new Queues();
  readonly progress: Progress;
  readonly replay: Replay;
  readonly rate = new Rate();
  private readonly chooser: Chooser;
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
    this.progress = new Progress(from.after, from.nowMs);
    this.replay = new Replay(from.parkedFrom);
    this.chooser = chooserOf(settings.strategy);
  }

  /** How many events may be read ahead, from the source and of the parked each. */
  get mostReadAhead(): number {
    return Math.min(this.settings.historyBufferSize, MOST_READ_AHEAD);
  }

  /** Events that may still be read ahead. */
  get room(): number {
    return this.mostReadAhead - this.waiting.readAhead.length;
  }

  get isFull(): boolean {
    const { maxSubscriberCount } = this.settings;
    return maxSubscriberCount > 0 && this.consumers.length >= maxSubscriberCount;
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
    this.consumers.push(consumer);
  }

  /** What a consumer held goes to others, in order. */
  disconnect(consumer: Consumer): void {
    const index = this.consumers.indexOf(consumer);
    if (index < 0) return;
    this.consumers.splice(index, 1);
    for (const { message } of this.inFlight.of(consumer)) {
      this.take(message.id);
      this.tryAgain(message);
    }
  }

  ack(ids: readonly string[], nowMs: number): void {
    for (const id of ids) {
      const flight = this.answered(id, nowMs);
      if (flight) this.settle(flight.message);
    }
  }

  nack(ids: readonly string[], action: NackAction, reason: string, nowMs: number): void {
    for (const id of ids) {
      const flight = this.answered(id, nowMs);
      if (!flight) continue;
      if (action === 'retry') this.tryAgain(flight.message);
      else if (action === 'skip') this.settle(flight.message);
      else this.park(flight.message, `Client explicitly NAK'ed message.\n${reason}`);
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
    for (const { message } of this.inFlight.sentUntil(nowMs - this.settings.messageTimeoutMs)) {
      this.take(message.id);
      this.tryAgain(message);
    }
  }

  /** Gives out what waits, as far as consumers have room. */
  push(nowMs: number): void {
    for (const queue of this.waiting.inOrder) {
      for (let index = 0; index < queue.length && this.parking < MOST_PARKING;) {
        const message = queue[index];
        const consumer = message && this.consumerFor(message);
        if (!message || !consumer) return;
        if (consumer === 'later') index += 1;
        else {
          if (index === 0) queue.shift();
          else queue.splice(index, 1);
          this.send(message, consumer, nowMs);
        }
      }
    }
  }

  /** Consumers tell events apart by their ids: of two with the same id the second waits for the first. */
  private consumerFor(message: Message): Consumer | 'later' | undefined {
    return this.inFlight.has(message.id) ? 'later' : this.chooser.choose(this.consumers, message);
  }

  private send(message: Message, consumer: Consumer, nowMs: number): void {
    const sent = consumer.connection.send(message);
    if (sent === 'gone') {
      this.settle(message);
      return;
    }
    consumer.ready = sent === 'more';
    consumer.rate.add();
    this.rate.add();
    this.chooser.given(message, consumer);
    this.inFlight.add({ message, consumer, sentAtMs: nowMs });
  }

  private answered(id: string, nowMs: number): Flight | undefined {
    const flight = this.take(id);
    if (flight && this.settings.extraStatistics) flight.consumer.latencies.add(nowMs - flight.sentAtMs);
    return flight;
  }

  private take(id: string): Flight | undefined {
    const flight = this.inFlight.take(id);
    if (flight) this.chooser.returned(flight.message);
    return flight;
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
