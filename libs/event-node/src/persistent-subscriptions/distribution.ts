import type { Consumer } from './consumer.js';
import type { Flight } from './in-flight.js';
import { InFlight } from './in-flight.js';
import type { Message } from './message.js';
import { Rate } from './rate.js';
import type { Settings } from './settings.js';
import type { Chooser } from './strategy.js';
import { chooserOf } from './strategy.js';

/** The consumers of a group, and what each of them holds. */
export class Distribution {
  readonly consumers: Consumer[] = [];
  readonly inFlight = new InFlight();
  readonly rate = new Rate();
  private readonly chooser: Chooser;

  constructor(private readonly settings: Settings) {
    this.chooser = chooserOf(settings.strategy);
  }

  get isFull(): boolean {
    const { maxSubscriberCount } = this.settings;
    return maxSubscriberCount > 0 && this.consumers.length >= maxSubscriberCount;
  }

  connect(consumer: Consumer): void {
    this.consumers.push(consumer);
  }

  /** @returns what it held */
  disconnect(consumer: Consumer): Message[] {
    const index = this.consumers.indexOf(consumer);
    if (index < 0) return [];
    this.consumers.splice(index, 1);
    return this.takenBack(this.inFlight.of(consumer));
  }

  /** Consumers tell events apart by their ids: of two with the same id the second waits for the first. */
  consumerFor(message: Message): Consumer | 'later' | undefined {
    return this.inFlight.has(message.id) ? 'later' : this.chooser.choose(this.consumers, message);
  }

  /** @returns false when there is nothing to send any more */
  give(message: Message, consumer: Consumer, nowMs: number): boolean {
    const sent = consumer.connection.send(message);
    if (sent === 'gone') return false;
    consumer.ready = sent === 'more';
    consumer.rate.add();
    this.rate.add();
    this.chooser.given(message, consumer);
    this.inFlight.add({ message, consumer, sentAtMs: nowMs });
    return true;
  }

  /** What a consumer has answered; undefined when nobody holds it. */
  answered(id: string, nowMs: number): Message | undefined {
    const flight = this.take(id);
    if (flight && this.settings.extraStatistics) flight.consumer.latencies.add(nowMs - flight.sentAtMs);
    return flight?.message;
  }

  /** What consumers have kept for too long. */
  expired(nowMs: number): Message[] {
    return this.takenBack(this.inFlight.sentUntil(nowMs - this.settings.messageTimeoutMs));
  }

  private takenBack(flights: readonly Flight[]): Message[] {
    return flights.map(({ message }) => {
      this.take(message.id);
      return message;
    });
  }

  private take(id: string): Flight | undefined {
    const flight = this.inFlight.take(id);
    if (flight) this.chooser.returned(flight.message);
    return flight;
  }
}
