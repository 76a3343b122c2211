import { streamName } from '#domain';
import type { EventStore, Position, RecordedEvent, Revision } from '#event-store';
import type { Clock } from './clock.js';
import { consequences } from './consequences.js';
import type { Executed } from './context.js';
import type { Engine } from './engine.js';
import { Turns } from './turns.js';

/** What a person's command could come before in another stream, to its harm, or find nothing there yet. */
const AT_ONCE: ReadonlySet<string> = new Set([
  'plan.drafted.v1',
  'plan.redrafted.v1',
  'variation.approved.v1',
  'plan.varied.v1',
  'objective.removed.v1',
  'plan.share-removed.v1',
  'premium.liquidated.v1',
]);

interface Follower {
  readonly engine: Engine;
  readonly position: () => Position;
}

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
 * only once whoever follows the log has come to them. The answer stays that of the command, also where carrying on fails; its
 * position is the last of what followed, so that who reads from there on finds all of it.
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
      if (!executed.events.some((type) => AT_ONCE.has(type))) return executed;
      const following = lastOf(executed.position);
      await carryOn(streamName(kind, body, id), kind === 'plan', executed, following).catch(onTrouble);
      return { ...executed, position: following.position() };
    },
    within: (context) => (context.supposing === undefined ? carrying : engine.within(context)),
  };
  return carrying;

  function carryOn(stream: string, isOrdered: boolean, executed: Executed, by: Follower): Promise<void> {
    const { revision, events, repeated } = executed;
    const own = revision - events.length + 1;
    if (!isOrdered) return carry(stream, own, revision, by);
    return turns.take(stream, async () => {
      const next = (carriedTo.get(stream) ?? -1) + 1;
      // what was carried is not carried twice: it is looked up how far it went
      await carry(stream, repeated ? Math.min(own, next) : next, revision, by);
      carriedTo.set(stream, Math.max(revision, carriedTo.get(stream) ?? -1));
    });
  }

  async function carry(stream: string, from: Revision, to: Revision, { engine: follower }: Follower): Promise<void> {
    if (to < from) return;
    const caused: RecordedEvent[] = [];
    for await (const event of store.read(stream, { from, limit: to - from + 1 })) {
      if (AT_ONCE.has(event.type)) caused.push(event);
    }
    // theirs has consequences too; what the rules refuse the follower is refused as well, and tells
    for (const event of caused) await consequences(event, { engine: follower, clock });
  }

  /** The same engine, which knows up to where it has written. */
  function lastOf(first: Position): Follower {
    let last = first;
    const follower: Engine = {
      ...carrying,
      async execute(kind, id, command, context) {
        const executed = await carrying.execute(kind, id, command, context);
        if (executed.position > last) last = executed.position;
        return executed;
      },
    };
    return { engine: follower, position: () => last };
  }
}
