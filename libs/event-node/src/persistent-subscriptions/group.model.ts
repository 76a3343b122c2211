import assert from 'node:assert/strict';
import type { GroupAtHand, Taker } from './group.fixture.js';

/** What can happen to a group; numbers choose among what is there. */
export type Step =
  | { readonly do: 'offer'; readonly count: number }
  | { readonly do: 'pass' | 'tick' | 'leave' }
  | { readonly do: 'join'; readonly slots: number }
  | { readonly do: 'ack' | 'retry' | 'skip' | 'park'; readonly which: number; readonly count: number }
  | { readonly do: 'parked' | 'not-parked' | 'stall' | 'resume'; readonly which: number };

/** The group beside what must be true of it. */
export class Model {
  readonly settled = new Set<number>();
  readonly passed = new Set<number>();
  /** Who holds what. */
  readonly held = new Map<number, Taker>();
  private readonly takers: { taker: Taker; seen: number; stalled: boolean }[] = [];
  private next = 0;
  private nowMs = 0;
  private reached = -1;

  constructor(readonly at: GroupAtHand) {}

  run(step: Step): void {
    const { group, parking } = this.at;
    switch (step.do) {
      case 'offer':
        this.at.offer(
          Array.from({ length: step.count }, () => this.next++),
          (place) => place % 4,
        );
        break;
      case 'pass':
        this.passed.add(this.next);
        group.pass(this.next++);
        break;
      case 'tick':
        this.nowMs += 20_000;
        this.release(
          group.distribution.inFlight
            .sentUntil(this.nowMs - group.settings.messageTimeoutMs)
            .map(({ message }) => message.place),
        );
        group.expire(this.nowMs);
        break;
      case 'join': {
        const entry = { taker: undefined as unknown as Taker, seen: 0, stalled: false };
        this.takers.push(entry);
        entry.taker = this.at.join(step.slots, () => (entry.stalled ? 'full' : 'more'));
        break;
      }
      case 'leave': {
        const entry = this.takers.pop();
        if (!entry) break;
        this.see(entry);
        this.release([...this.held].filter(([, taker]) => taker === entry.taker).map(([place]) => place));
        group.disconnect(entry.taker.consumer);
        break;
      }
      case 'stall':
      case 'resume': {
        const entry = this.takers[step.which % Math.max(this.takers.length, 1)];
        if (!entry) break;
        entry.stalled = step.do === 'stall';
        if (!entry.stalled) entry.taker.consumer.ready = true;
        break;
      }
      case 'parked':
      case 'not-parked': {
        const [entry] = parking.splice(step.which % Math.max(parking.length, 1), 1);
        if (!entry) break;
        if (step.do === 'not-parked') group.notParked(entry.message);
        else {
          group.parked(entry.message);
          this.settled.add(entry.message.place);
        }
        break;
      }
      default: {
        const places = [...this.held.keys()];
        const from = step.which % Math.max(places.length, 1);
        this.settle(step.do, places.slice(from, from + step.count));
      }
    }
    group.push(this.nowMs);
    this.check();
  }

  /** Everything that is left is acknowledged by one more consumer that has room for it. */
  finish(): void {
    this.run({ do: 'join', slots: 10_000 });
    for (const { taker } of this.takers) taker.consumer.ready = true;
    for (let turn = 0; this.settled.size + this.passed.size < this.next; turn += 1) {
      assert(turn < 1000);
      for (const entry of this.takers) entry.stalled = false;
      for (const { taker } of this.takers) taker.consumer.ready = true;
      this.run({ do: 'parked', which: 0 });
      this.settle('ack', [...this.held.keys()]);
      this.run({ do: 'resume', which: 0 });
    }
  }

  private settle(action: 'ack' | 'retry' | 'skip' | 'park', places: readonly number[]): void {
    const ids = places.map((place) => `e${place}`);
    this.release(places);
    if (action === 'ack') this.at.group.ack(ids, this.nowMs);
    else this.at.group.nack(ids, action, '', this.nowMs);
    if (action === 'ack' || action === 'skip') for (const place of places) this.settled.add(place);
  }

  private release(places: readonly number[]): void {
    for (const place of places) this.held.delete(place);
  }

  /** What a consumer got since it was looked at. */
  private see(entry: { taker: Taker; seen: number }): void {
    const { taker } = entry;
    for (const text of taker.got.slice(entry.seen)) {
      const place = Number.parseInt(text, 10);
      assert(!this.held.has(place)); // nobody else has it
      assert(!this.settled.has(place));
      this.held.set(place, taker);
    }
    entry.seen = taker.got.length;
  }

  private check(): void {
    const { group } = this.at;
    this.takers.forEach((entry) => this.see(entry));
    assert.equal(group.distribution.inFlight.size, this.held.size);
    for (const { taker } of this.takers) {
      const held = [...this.held.values()].filter((holder) => holder === taker).length;
      assert.equal(taker.consumer.inFlight, held);
      assert(held <= taker.consumer.slots);
    }
    if (group.settings.strategy.startsWith('Pinned')) {
      const holders = new Map<number, Taker>();
      for (const [place, taker] of this.held)
        assert.equal(holders.set(place % 4, holders.get(place % 4) ?? taker).get(place % 4), taker);
    }
    // everything up to where the group stands is settled, what follows is not, and it never goes back
    const { reached } = group.progress;
    assert(reached >= this.reached);
    this.reached = reached;
    for (let place = 0; place <= reached; place += 1) assert(this.settled.has(place) || this.passed.has(place));
    if (reached + 1 < this.next) assert(!this.settled.has(reached + 1) && !this.passed.has(reached + 1));
  }
}
