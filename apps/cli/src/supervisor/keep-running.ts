import { setTimeout as pause } from 'node:timers/promises';
import { StartFailure } from './start-failure.js';

export type PartName = 'postgres' | 'node' | 'api' | 'worker';

/** A part that is up. */
export interface RunningPart {
  readonly pid: number;
  /** Settles with the reason when its process has ended. */
  readonly ended: Promise<string>;
  /** Asks it to end. */
  stop(): void;
}

/** How to start a part. */
export interface Part {
  readonly name: PartName;
  /** Settles when the part is ready; on abort it ends what it started and rejects. */
  launch(abort: AbortSignal, onSpawn: (pid: number) => void): Promise<RunningPart>;
}

/** A part that is started again whenever it ends. */
export interface KeptPart {
  readonly name: PartName;
  /** Of its present process; undefined between two. */
  pid(): number | undefined;
  /** Settles when the part is ready, now or after its next start. */
  ready(): Promise<void>;
  /** Restarts no more, asks it to end and kills it when the time is over. */
  stop(deadlineMs: number): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface Watcher {
  onSpawn(part: PartName, pid: number): void;
  onProgress(line: string): void;
  /** The part ended too often. */
  onGiveUp(failure: StartFailure): void;
}

const FIRST_BACKOFF_MS = 100;
const LAST_BACKOFF_MS = 5_000;
const MOST_DEATHS = 5;
const WITHIN_MS = 60_000;
const FATAL: readonly string[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGABRT'];

/**
 * Starts a part and keeps it running.
 *
 * @throws what the first launch throws; later ones count as deaths
 */
export async function keepRunning(part: Part, watcher: Watcher, stopping: AbortSignal): Promise<KeptPart> {
  const own = new AbortController();
  const abort = AbortSignal.any([own.signal, stopping]);
  let pid: number | undefined;
  const launch = () =>
    part.launch(abort, (spawned) => {
      pid = spawned;
      watcher.onSpawn(part.name, spawned);
    });
  let running: RunningPart | undefined = await launch();
  let doomed = false;
  const waiting: (() => void)[] = [];
  const loop = watch();

  async function watch(): Promise<void> {
    let deaths: number[] = [];
    for (;;) {
      const reason = running === undefined ? 'it did not start' : await running.ended;
      running = pid = undefined;
      doomed = false;
      if (abort.aborted) return;
      deaths = [...deaths, Date.now()].filter((at) => at > Date.now() - WITHIN_MS);
      if (deaths.length >= MOST_DEATHS) return watcher.onGiveUp(keepsDying(part.name, reason));
      watcher.onProgress(`${part.name} ended (${reason}); starting it again`);
      try {
        await pause(Math.min(FIRST_BACKOFF_MS * 2 ** (deaths.length - 1), LAST_BACKOFF_MS), undefined, {
          signal: abort,
        });
        running = await launch();
        watcher.onProgress(`${part.name} is up again`);
        for (const resolve of waiting.splice(0)) resolve();
      } catch (error) {
        if (abort.aborted) return;
        watcher.onProgress(`${part.name}: ${(error as Error).message}`);
      }
    }
  }

  return {
    name: part.name,
    pid: () => pid,
    ready: async () => {
      if (running === undefined || doomed) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    kill: (signal) => {
      if (pid === undefined) return;
      doomed = FATAL.includes(signal); // from now on `ready` means its next process
      process.kill(pid, signal);
    },
    stop: async (deadlineMs) => {
      own.abort();
      running?.stop();
      const killing = setTimeout(() => pid !== undefined && process.kill(pid, 'SIGKILL'), Math.max(deadlineMs, 0));
      await loop;
      clearTimeout(killing);
    },
  };
}

function keepsDying(name: PartName, reason: string): StartFailure {
  const message = `The part "${name}" ended ${MOST_DEATHS} times within a minute (${reason}), so everything was stopped: see logs/${name}.log in the data folder.`;
  return new StartFailure('stack/part-keeps-dying', message);
}
