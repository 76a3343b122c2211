import { streamName } from '#domain';
import type { EventStore, Revision } from '#event-store';
import { Baselines } from './baselines.js';
import type { CommandContext, Executed } from './context.js';
import { execute } from './execute.js';
import { Rehearsed, rehearse, type Rehearsal } from './rehearse.js';
import { deciders, type CommandOf, type Kind, type StateOf } from './kinds.js';
import type { Folded } from './fold.js';
import { refreshed } from './refreshed.js';
import { Turns } from './turns.js';

/** Streams whose folded state is kept between commands. */
const KEPT = 10_000;

export interface Loaded<State> {
  readonly state: State;
  readonly revision: Revision;
}

export interface Engine {
  /**
   * Command in, decide, append.
   *
   * @throws Refused the rules say no
   * @throws StaleRevision the caller's revision is no longer the stream's
   * @throws KeyReused the command id was used for something else
   * @throws Contended the stream was still contended at the last try
   * @throws OutcomeUnknown, StoreUnavailable the log does not answer: send the same command again
   * @throws Rehearsed the context asked for a dry run: nothing was written
   */
  execute<K extends Kind>(kind: K, id: string, command: CommandOf<K>, context: CommandContext): Promise<Executed>;
  /** What `execute` would do now, or the refusal that it would end with. Nothing is written. */
  rehearse<K extends Kind>(kind: K, id: string, command: CommandOf<K>, context: CommandContext): Promise<Rehearsal>;
  /** The state of a stream as the log has it now; null when there is none. */
  load<K extends Kind>(kind: K, id: string): Promise<Loaded<StateOf<K>> | null>;
  /** The same over the same log; what a dry run among several loads is as those before it found it, or would leave it. */
  within(context: Pick<CommandContext, 'supposing'>): Engine;
}

/** The write side over one log, for one body. */
export function createEngine({ store, body }: { readonly store: EventStore; readonly body: string }): Engine {
  const baselines = new Baselines(KEPT);
  const turns = new Turns();
  const folded = <K extends Kind>(kind: K, id: string) => {
    const stream = streamName(kind, body, id);
    return turns.take(stream, () => refreshed({ store, baselines, decider: deciders[kind], stream }));
  };
  const engine: Engine = {
    execute(kind, id, command, context) {
      const stream = streamName(kind, body, id);
      const target = { store, baselines, decider: deciders[kind], stream, body };
      return turns.take(stream, () =>
        context.dryRun === true ? rehearse(target, command, context).then(ended) : execute(target, command, context),
      );
    },
    rehearse(kind, id, command, context) {
      const stream = streamName(kind, body, id);
      const target = { store, baselines, decider: deciders[kind], stream, body };
      return turns.take(stream, () => rehearse(target, command, context));
    },
    load: async (kind, id) => loaded(await folded(kind, id)),
    within: ({ supposing }) =>
      supposing === undefined
        ? engine
        : {
            ...engine,
            load: async (kind, id) => loaded(await supposing.read(streamName(kind, body, id), () => folded(kind, id))),
          },
  };
  return engine;
}

function loaded<State>({ state, revision }: Folded<State>): Loaded<State> | null {
  return revision < 0 ? null : { state, revision };
}

function ended(rehearsal: Rehearsal): never {
  throw new Rehearsed(rehearsal);
}
