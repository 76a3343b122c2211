import {
  dayTold,
  decideInOrder,
  objective,
  plan,
  premium,
  Refused,
  reminder,
  romeDayOf,
  streamName,
  type Dated,
  type Decider,
  type LocalDate,
  type ObjectiveCommand,
  type PlanCommand,
  type PremiumCommand,
  type ReminderCommand,
} from '#domain';
import { chained, type EventStore, type JsonObject, type RecordedEvent } from '#event-store';
import { BODY } from './example.js';

interface Kept<State> {
  state: State;
  revision: number;
  hash: string | null;
}

/** Writes history as the engine does: commands through the rules, events with metadata and chain, one log. */
export interface History {
  readonly events: readonly RecordedEvent[];
  plan(id: string, command: PlanCommand, occurredOn?: LocalDate): void;
  objective(id: string, command: ObjectiveCommand, occurredOn?: LocalDate): void;
  premium(id: string, command: PremiumCommand): void;
  reminder(id: string, command: ReminderCommand): void;
}

export function history(): History {
  const log: RecordedEvent[] = [];

  function writer<State, Command extends Dated & { readonly occurredOn?: LocalDate }>(
    category: 'plan' | 'objective' | 'premium' | 'reminder',
    decider: Decider<State, Command, { readonly type: string; readonly data: object }>,
  ) {
    const streams = new Map<string, Kept<State>>();
    return (id: string, command: Command, occurredOn?: LocalDate): void => {
      const stream = streamName(category, BODY, id);
      const kept = streams.get(stream) ?? { state: decider.initial, revision: -1, hash: null };
      streams.set(stream, kept);
      const decided = decideInOrder(decider, command, kept.state, occurredOn);
      const happenedOn = dayTold(command, occurredOn ?? command.occurredOn)?.on ?? romeDayOf(command.at);
      const by = { actor: { id: command.by.id, office: command.by.office }, onBehalfOf: null };
      const metadata: JsonObject = {
        $correlationId: `c-${log.length}`,
        $causationId: `c-${log.length}`,
        commandId: `c-${log.length}`,
        commandHash: '',
        ...by,
        body: BODY,
        occurredOn: happenedOn,
        recordedAt: command.at,
        schemaVersion: 1,
      };
      const named = decided.map(({ type, data }, index) => ({
        id: `00000000-0000-4000-8000-${String(log.length + index).padStart(12, '0')}`,
        type,
        data: data as JsonObject,
        metadata,
      }));
      for (const event of chained(stream, kept.revision + 1, kept.hash, named)) {
        kept.revision += 1;
        kept.hash = hash(event.metadata);
        kept.state = decider.evolve(kept.state, { type: event.type, data: event.data }, happenedOn, by);
        // as it would come back from a wire
        const recorded: RecordedEvent = JSON.parse(JSON.stringify(event));
        const position = BigInt(log.length + 1);
        log.push({ ...recorded, stream, revision: kept.revision, position, createdAt: command.at });
      }
    };
  }

  return {
    events: log,
    plan: writer('plan', plan as Rules<typeof plan>),
    objective: writer('objective', objective as Rules<typeof objective>),
    premium: writer('premium', premium as Rules<typeof premium>),
    reminder: writer('reminder', reminder as Rules<typeof reminder>),
  };
}

/** The same rules, for events as they come from a log. */
type Rules<D> =
  D extends Decider<infer State, infer Command, infer _>
    ? Decider<State, Command, { readonly type: string; readonly data: object }>
    : never;

function hash({ hash: own }: JsonObject): string {
  return typeof own === 'string' ? own : '';
}

/** Runs a command that the rules may refuse. */
export function attempt(command: () => void): void {
  try {
    command();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

/** Puts a history into a store; positions stay as they are in an empty one. */
export async function fill(store: EventStore, events: readonly RecordedEvent[]): Promise<void> {
  for (const { stream, revision, id, type, data, metadata } of events) {
    await store.append(stream, [{ id, type, data, metadata }], revision === 0 ? 'no-stream' : revision - 1);
  }
}
