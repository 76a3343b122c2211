import type { Consumer } from './consumer.js';
import { mix } from './hash.js';
import type { Message } from './message.js';

/**
 * Events that belong together go to the same consumer as long as the same consumers are there, and never to two at
 * once: while one of them is out, the others follow it. When consumers come or go, only what falls to them moves.
 */
export class Pinned {
  /** Events that are out, by what they belong to. */
  private readonly held = new Map<number, { readonly consumer: Consumer; count: number }>();
  private readonly seeds = new WeakMap<Consumer, number>();
  private lastSeed = 0;

  choose(consumers: readonly Consumer[], { pin }: Message): Consumer | 'later' | undefined {
    if (!consumers.some(({ hasRoom }) => hasRoom)) return undefined;
    const consumer = this.held.get(pin)?.consumer ?? this.ownerOf(pin, consumers);
    return consumer?.hasRoom ? consumer : 'later';
  }

  given({ pin }: Message, consumer: Consumer): void {
    const held = this.held.get(pin);
    if (held) held.count += 1;
    else this.held.set(pin, { consumer, count: 1 });
  }

  returned({ pin }: Message): void {
    const held = this.held.get(pin);
    if (!held) return;
    held.count -= 1;
    if (held.count === 0) this.held.delete(pin);
  }

  /** Whoever has the highest number for it (rendezvous hashing). */
  private ownerOf(pin: number, consumers: readonly Consumer[]): Consumer | undefined {
    let owner: Consumer | undefined;
    let highest = -1;
    for (const consumer of consumers) {
      if (consumer.slots === 0) continue;
      const weight = mix(pin ^ this.seedOf(consumer));
      if (weight <= highest) continue;
      highest = weight;
      owner = consumer;
    }
    return owner;
  }

  private seedOf(consumer: Consumer): number {
    const known = this.seeds.get(consumer);
    if (known !== undefined) return known;
    const seed = mix((this.lastSeed += 1));
    this.seeds.set(consumer, seed);
    return seed;
  }
}
