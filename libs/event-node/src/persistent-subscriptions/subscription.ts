import { setImmediate } from 'node:timers';
import type { Resolved } from '../log/links.js';
import type { Log } from '../log/log.js';
import { Checkpointing } from './checkpointing.js';
import type { Clock } from './clock.js';
import type { Connection } from './consumer.js';
import { Consumer } from './consumer.js';
import { Contents } from './contents.js';
import type { Definition } from './definition.js';
import { keyOf } from './definition.js';
import { WHOLE_LOG } from '../log/whole-log.js';
import { SubscriptionDropped, SubscriptionFull } from './errors.js';
import { Feed } from './feed.js';
import type { NackAction } from './group.js';
import { Group } from './group.js';
import { Journal } from './journal.js';
import type { Message } from './message.js';
import { Parking } from './parking.js';
import type { Source } from './source.js';
import { sourceOf } from './source.js';

/** One persistent subscription at work: feeds its group from the log, and keeps in the log what the group comes to. */
export class Subscription {
  readonly key: string;
  readonly journal: Journal;
  readonly group: Group;
  private readonly source: Source;
  private readonly contents: Contents;
  private readonly checkpointing: Checkpointing;
  private readonly ended = new AbortController();
  private readonly parking: Parking;
  private readonly feed: Feed;
  private reading = false;

  constructor(
    readonly definition: Definition,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {
    const { source, group, settings, start, filter } = definition;
    this.key = keyOf(source, group);
    this.journal = new Journal(log, source, group);
    const checkpoint = this.journal.checkpoint();
    const after = checkpoint ?? start.after;
    this.source = sourceOf(log.storage, source, filter, after);
    this.contents = new Contents(log.storage, this.source, this.journal.parkedStream, settings, clock.nowMs);
    this.group = new Group(
      settings,
      { park: (message, reason) => this.parking.park(message, reason) },
      { after, parkedFrom: this.journal.parked.from, nowMs: clock.nowMs() },
    );
    this.parking = new Parking(this.contents, this.journal, clock.nowMs, (message) => {
      this.group.parked(message);
      this.pump();
    });
    this.feed = new Feed(this.group, this.source, this.contents, this.journal, log.storage, clock.nowMs);
    this.checkpointing = new Checkpointing(this.journal, this.group, clock.nowMs, checkpoint);
    void this.follow();
  }

  /**
   * @param confirm  called before anything is sent
   * @throws SubscriptionDropped | SubscriptionFull
   */
  connect(connection: Connection, confirm: () => void = () => undefined): Consumer {
    const { source, group } = this.definition;
    if (this.ended.signal.aborted) throw new SubscriptionDropped(source, group);
    if (this.group.distribution.isFull) throw new SubscriptionFull(source, group);
    const consumer = new Consumer(connection);
    confirm();
    this.group.connect(consumer);
    this.pump();
    return consumer;
  }

  disconnect(consumer: Consumer): void {
    this.group.disconnect(consumer);
    const { readAhead, replayed } = this.group.waiting;
    if (this.group.distribution.consumers.length === 0)
      for (const message of [...readAhead, ...replayed]) this.contents.release(message);
    this.pump();
  }

  /** Its connection can take events again. */
  resume(consumer: Consumer): void {
    consumer.ready = true;
    this.pump();
  }

  ack(ids: readonly string[]): void {
    this.group.ack(ids, this.clock.nowMs());
    this.pump();
  }

  nack(ids: readonly string[], action: NackAction, reason: string): void {
    this.group.nack(ids, action, reason, this.clock.nowMs());
    this.pump();
  }

  /** What a consumer is to be sent; undefined when it is gone. */
  take(message: Message): Resolved | undefined {
    return this.contents.take(message);
  }

  /** @param stopAt  the first parked event that stays where it is */
  replayParked(stopAt: number): void {
    this.group.replay.until(Math.min(stopAt, this.journal.parked.end));
    this.pump();
  }

  /** To be called every second. */
  tick(): void {
    for (const message of this.parking.takeRefused()) this.group.notParked(message);
    this.group.expire(this.clock.nowMs());
    this.pump();
    this.checkpointing.ifDue(true);
    void this.checkpointing.truncateReplayed();
  }

  /** Ends, also for its consumers. @returns when nothing of it is on its way to the log any more */
  async drop(): Promise<void> {
    this.halt();
    for (const { connection } of this.group.distribution.consumers.splice(0)) connection.drop();
    await Promise.all([this.parking.ended(), this.checkpointing.written]);
  }

  /** Gives out and reads nothing any more. */
  halt(): void {
    this.ended.abort();
  }

  /** Writes down what it has come to. */
  async flush(): Promise<void> {
    await this.parking.ended();
    await this.checkpointing.flush();
  }

  get status(): string {
    const states = [this.feed.atEnd && this.group.waiting.readAhead.length === 0 ? 'Live' : 'Behind'];
    if (this.group.replay.active) states.push('ReplayingParkedMessages');
    return states.join(', ');
  }

  /** The last place that is in a checkpoint, and the last that the source has. */
  get places(): { readonly checkpointed: number | undefined; readonly last: number | undefined } {
    return { checkpointed: this.checkpointing.checkpointed, last: this.source.last() };
  }

  /** Parked, and not being replayed. */
  get parkedCount(): number {
    return this.journal.parked.end - this.group.replay.unread.from;
  }

  private async follow(): Promise<void> {
    const { source, filter, settings } = this.definition;
    const atLeastEvery = Math.max(settings.maxCheckpointCount, 1);
    const concern = source === WHOLE_LOG ? { ...(filter && { filter }), atLeastEvery } : { stream: source };
    const watch = this.log.watch(concern, this.ended.signal);
    while (!this.ended.signal.aborted) {
      this.feed.atEnd = false;
      this.pump();
      await watch.next();
    }
  }

  /** Gives out what there is, and reads on when somebody wants more. */
  private pump(): void {
    if (this.ended.signal.aborted) return;
    this.feed.readParked();
    this.group.push(this.clock.nowMs());
    this.checkpointing.ifDue(false);
    if (!this.feed.isWanted || this.reading) return;
    this.reading = true;
    setImmediate(() => {
      this.reading = false;
      if (this.ended.signal.aborted) return;
      this.feed.read();
      this.pump();
    });
  }
}
