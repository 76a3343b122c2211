import { randomUUID } from 'node:crypto';
import { Refused } from '#domain';
import { everyDecider, type CommandCase } from '#domain/testing';
import { createEngine, StaleRevision, type CommandContext, type CommandOf, type Engine, type Kind } from '#engine';
import type { EventStore, RecordedEvent } from '#event-store';

/** What came of a command: the types of what was written, or the word of the refusal. */
export type CameOf = { readonly written: readonly string[] } | { readonly refused: string };

/** One thing that two clients may race on, in a stream of its own. */
export interface Contest {
  readonly kind: Kind;
  readonly id: string;
  /** What was written before the race. */
  readonly revision: number;
}

/** Brings a fresh stream to where the command of the case is possible. */
export async function begin(engine: Engine, { to, before }: CommandCase): Promise<Contest> {
  const id = randomUUID();
  for (const command of before) await engine.execute(to, id, command as CommandOf<Kind>, freshKey());
  return { kind: to, id, revision: (await engine.load(to, id))?.revision ?? -1 };
}

export function freshKey(more: Partial<CommandContext> = {}): CommandContext {
  const commandId = randomUUID();
  return { commandId, correlationId: commandId, causationId: commandId, ...more };
}

export async function cameOf(engine: Engine, { kind, id }: Contest, command: unknown, context: CommandContext) {
  try {
    const { events } = await engine.execute(kind, id, command as CommandOf<Kind>, context);
    return { written: events };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code };
    if (error instanceof StaleRevision)
      return { refused: `stale: ${error.expected} is ${error.actual} by ${error.changed.join(', ')}` };
    throw error;
  }
}

/** What comes of the two when one is over before the other begins, by the rules alone. */
export function inTurn({ to, before }: CommandCase, ...commands: readonly unknown[]): readonly CameOf[] {
  const decider = everyDecider[to] as unknown as {
    readonly initial: unknown;
    decide(command: unknown, state: unknown): readonly { readonly type: string }[];
    evolve(state: unknown, event: unknown): unknown;
  };
  let state = decider.initial;
  const came = [...before, ...commands].map((command): CameOf => {
    try {
      const events = decider.decide(command, state);
      for (const event of events) state = decider.evolve(state, event);
      return { written: events.map(({ type }) => type) };
    } catch (error) {
      if (error instanceof Refused) return { refused: error.code };
      throw error;
    }
  });
  return came.slice(before.length);
}

export function written(came: readonly CameOf[]): readonly string[] {
  return came.flatMap((one) => ('written' in one ? one.written : []));
}

/** Each client has a process of its own before the same log: neither knows what the other is about. */
export function processes(store: EventStore): readonly [Engine, Engine] {
  return [createEngine({ store, body: 'prova' }), createEngine({ store, body: 'prova' })];
}

export async function streamOf(store: EventStore, { kind, id }: Contest): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.read(`${kind}-prova_${id}`)) events.push(event);
  return events;
}
