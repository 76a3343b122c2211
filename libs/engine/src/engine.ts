import { streamName } from '#domain';
import type { EventStore, Revision } from '#event-store';
import { Baselines } from './baselines.js';
import type { CommandContext, Executed } from './context.js';
import { execute } from './execute.js';
import { Rehearsed, rehearse, type Rehearsal } from './rehearse.js';
import { deciders, type CommandOf, type Kind, type StateOf } from './kinds.js';
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
}

/** The write side over one log, for one body. */
export function createEngine({ store, body }: { readonly store: EventStore; readonly body: string }): Engine {
  const baselines = new Baselines(KEPT);
  const turns = new Turns();
  return {
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
    async load(kind, id) {
      const stream = streamName(kind, body, id);
      const target = { store, baselines, decider: deciders[kind], stream, body };
      const { state, revision } = await turns.take(stream, () => refreshed(target));
      return revision < 0 ? null : { state, revision };
    },
  };
}

function ended(rehearsal: Rehearsal): never {
  throw new Rehearsed(rehearsal);
}
