import { Fenced } from './checkpoints.js';
import { backOff, gate } from './pauses.js';
import { followOnce, type ProjectionsState, type Run, type RuntimeOptions } from './follow-once.js';
import type { Position } from '#event-store';

export interface Projections {
  /** Resolves when the batch at hand is written; from then on nothing is, until `resume`. */
  pause(): Promise<void>;
  resume(): void;
  /** Resolves when the batch at hand is written and the subscription has ended. */
  stop(): Promise<void>;
  /** Where the slowest projection stands; -1n before the log's first event. */
  position(): Position;
  state(): ProjectionsState;
}

/**
 * Follows the log and keeps the tables of schema `read` up to it, until it is stopped. Whatever fails (the store, the
 * database, a dropped table) ends one round; the next begins after a pause from what the tables say.
 */
export function keepProjecting(options: RuntimeOptions): Projections {
  const { signal, onError } = options;
  const over = new AbortController();
  const stop = () => over.abort();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  const run: Run = { position: -1n, state: 'starting', pausing: gate() };

  const ended = (async () => {
    const retry = backOff(over.signal);
    while (!over.signal.aborted) {
      try {
        await followOnce(options, run, over.signal, () => retry.reset());
      } catch (error) {
        if (over.signal.aborted) break;
        run.state = 'retrying';
        if (!(error instanceof Fenced)) onError?.(error);
      }
      await retry.wait();
    }
    signal?.removeEventListener('abort', stop);
    run.state = 'stopped';
  })();

  return {
    pause: () => run.pausing.close(),
    resume: () => run.pausing.open(),
    async stop() {
      stop();
      run.pausing.open();
      await ended;
    },
    position: () => run.position,
    state: () => (run.state !== 'stopped' && run.pausing.closed() ? 'paused' : run.state),
  };
}
