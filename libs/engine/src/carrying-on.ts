import { streamName } from '#domain';
import type { EventStore, RecordedEvent, Revision } from '#event-store';
import type { Clock } from './clock.js';
import { consequences } from './consequences.js';
import type { Executed } from './context.js';
import type { Engine } from './engine.js';
import { Turns } from './turns.js';

/** What a person's command could come before in another stream, to its harm. A draft's objectives nobody knows before they are there. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'variation.approved.v1',
  'plan.varied.v1',
  'objective.removed.v1',
  'plan.share-removed.v1',
  'premium.liquidated.v1',
]);

export interface CarryingOn {
  readonly engine: Engine;
  readonly store: EventStore;
  readonly body: string;
  readonly clock: Clock;
  /** It could not be carried on now: whoever follows the log does it. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * An engine whose commands are answered once what they have as their consequences in other streams is there too, and not
 * only once whoever follows the log has come to them. The answer stays that of the command, also where carrying on fails.
 *
 * What happened on one plan is carried in its order: a variation finds what the one before it has left.
 */
export function carryingOn({ engine, store, body, clock, onTrouble }: CarryingOn): Engine {
  const turns = new Turns();
  const carriedTo = new Map<string, Revision>();

  const carrying: Engine = {
    ...engine,
    async execute(kind, id, command, context) {
      const executed = await engine.execute(kind, id, command, context);
      if (executed.events.some((type) => AT_ONCE.has(type))) {
        await carryOn(streamName(kind, body, id), kind === 'plan', executed).catch(onTrouble);
      }
      return executed;
    },
    within: (context) => (context.supposing === undefined ? carrying : engine.within(context)),
  };
  return carrying;

  function carryOn(stream: string, isOrdered: boolean, { revision, events }: Executed): Promise<void> {
    if (!isOrdered) return carry(stream, revision - events.length + 1, revision);
    return turns.take(stream, async () => {
      await carry(stream, (carriedTo.get(stream) ?? -1) + 1, revision);
      carriedTo.set(stream, Math.max(revision, carriedTo.get(stream) ?? -1));
    });
  }

  async function carry(stream: string, from: Revision, to: Revision): Promise<void> {
    if (to < from) return;
    const caused: RecordedEvent[] = [];
    for await (const event of store.read(stream, { from, limit: to - from + 1 })) {
      if (AT_ONCE.has(event.type)) caused.push(event);
    }
    // theirs has consequences too; what the rules refuse the follower is refused as well, and tells
    for (const event of caused) await consequences(event, { engine: carrying, clock });
  }
}
