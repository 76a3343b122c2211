import type { Log } from '../log/log.js';
import { LogStopped } from '../log/log.js';
import type { Clock } from './clock.js';
import { readConfiguration, writeConfiguration } from './configuration.js';
import type { Definition } from './definition.js';
import { keyOf } from './definition.js';
import { SubscriptionExists, SubscriptionMissing } from './errors.js';
import { Journal } from './journal.js';
import { Subscription } from './subscription.js';

const TICK_MS = 1000;

/** All persistent subscriptions of a node: what is configured is in the log, and at work from `start` to `stop`. */
export class PersistentSubscriptions {
  private readonly byKey = new Map<string, Subscription>();
  private stopped = false;
  private stopTicking: (() => void) | undefined;
  /** The change under way: each begins when the one before it stands in the log. */
  private changing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly log: Log,
    private readonly clock: Clock,
    private readonly warn: (sentence: string) => void,
  ) {}

  get nowMs(): number {
    return this.clock.nowMs();
  }

  start(): void {
    for (const definition of readConfiguration(this.log.storage, this.warn)) this.work(definition);
    this.stopTicking = this.clock.every(TICK_MS, () => this.byKey.forEach((subscription) => subscription.tick()));
  }

  /** Writes down what every group has come to, gives out no more, and takes no more changes. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopTicking?.();
    await this.changing;
    await Promise.all(this.list().map((subscription) => subscription.flush()));
    for (const subscription of this.list()) subscription.halt();
  }

  list(): readonly Subscription[] {
    return [...this.byKey.values()];
  }

  /** @throws SubscriptionMissing */
  find(source: string, group: string): Subscription {
    const subscription = this.byKey.get(keyOf(source, group));
    // `a::b` and `c` have the key of `a` and `b::c`, and whoever may read the one may not read the other
    if (subscription?.definition.source !== source) throw new SubscriptionMissing(source, group);
    return subscription;
  }

  /** @throws SubscriptionExists */
  create(definition: Definition, by: string): Promise<void> {
    return this.change(async () => {
      const { source, group } = definition;
      if (this.byKey.has(keyOf(source, group))) throw new SubscriptionExists(source, group);
      // a crash may have come between the end of a group of that name and that of what it kept
      await new Journal(this.log, source, group).forget();
      await this.configure([...this.definitions(), definition], by);
      this.work(definition);
    });
  }

  /** Drops the consumers and goes on from the checkpoint; a filter stays what it is. @throws SubscriptionMissing */
  update(changed: Definition, by: string): Promise<void> {
    return this.change(async () => {
      const before = this.find(changed.source, changed.group);
      const { filter, start } = before.definition;
      // the same words mean the same place: what came since the end was meant is not skipped
      const same = changed.start.text === start.text;
      const definition = { ...changed, ...(filter && { filter }), ...(same && { start }) };
      const others = this.list().filter((subscription) => subscription !== before);
      await this.configure([...others.map((other) => other.definition), definition], by);
      await before.drop();
      this.work(definition);
    });
  }

  /** @throws SubscriptionMissing */
  delete(source: string, group: string, by: string): Promise<void> {
    return this.change(async () => {
      const subscription = this.find(source, group);
      const others = this.list().filter((other) => other !== subscription);
      await this.configure(
        others.map((other) => other.definition),
        by,
      );
      this.byKey.delete(subscription.key);
      await subscription.drop();
      await subscription.journal.forget();
    });
  }

  /** Drops all consumers and begins anew with what the log says. */
  restart(): Promise<void> {
    return this.change(async () => {
      await Promise.all(this.list().map((subscription) => subscription.flush()));
      await Promise.all(this.list().map((subscription) => subscription.drop()));
      this.byKey.clear();
      for (const definition of readConfiguration(this.log.storage, this.warn)) this.work(definition);
    });
  }

  private work(definition: Definition): void {
    const subscription = new Subscription(definition, this.log, this.clock);
    this.byKey.set(subscription.key, subscription);
  }

  private definitions(): readonly Definition[] {
    return this.list().map(({ definition }) => definition);
  }

  private configure(definitions: readonly Definition[], by: string): Promise<void> {
    return writeConfiguration(this.log, definitions, { by, atMs: this.clock.nowMs() });
  }

  private change(run: () => Promise<void>): Promise<void> {
    const changed = this.changing.then(() => {
      if (this.stopped)
        throw new LogStopped('The event node is stopping: its persistent subscriptions do not change any more.');
      return run();
    });
    this.changing = changed.catch(() => undefined);
    return changed;
  }
}
