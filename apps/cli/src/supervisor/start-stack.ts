import { existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assemble } from './assemble.js';
import { lockFolder } from './folder-lock.js';
import { keepRunning, type KeptPart, type Part, type PartName } from './keep-running.js';
import { openLogFile, type LogFile } from './log-file.js';
import { RELEASE, takeOver } from './release.js';
import type { StackOptions } from './stack-options.js';
import { diskFull, folderFailure, StartFailure } from './start-failure.js';

export interface Stack {
  /** Of the API, for this machine: plain HTTP on loopback. */
  readonly apiUrl: string;
  /** Of the API, for people. */
  readonly url: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** Folder of the body: databases, logs, mail. */
  readonly folder: string;
  /** Of the present processes; a part that is external or between two processes has none. */
  readonly pids: Readonly<Partial<Record<PartName, number>>>;
  /** Settles when the part, or every part, is ready: after `kill`, when its next process is. */
  ready(part?: PartName): Promise<void>;
  /** Sends a signal to a part; if it dies, it is started again. */
  kill(part: PartName, signal: NodeJS.Signals): void;
  /** Kills every part at the same moment with `kill -9` and starts none again; the folder is free when it settles. */
  crash(): Promise<void>;
  /** Stops every part, the last one first, within 10 s. */
  stop(): Promise<void>;
  /** Settles once everything has ended; with the reason when the stack gave up by itself. */
  readonly ended: Promise<StartFailure | undefined>;
}

/** From the order to stop; what has not ended by then is killed. */
const STOPPED_AFTER_MS: Record<PartName, number> = { worker: 4_000, api: 7_000, node: 8_500, postgres: 10_000 };

/**
 * Starts a whole embedded stack for one body, and keeps its parts running.
 *
 * @throws StartFailure with one sentence; nothing is left running and the folder is free
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(options.body)) {
    const message = `"${options.body}" cannot be the name of a body: use lower case letters, digits and single hyphens.`;
    throw new StartFailure('stack/body-name', message);
  }
  const folder = join(resolve(options.data), options.body);
  makeFolder(folder);
  requireRoom(folder);
  requireLog(folder, options);
  const lock = await lockFolder(folder);
  const logs: LogFile[] = [];
  const kept: KeptPart[] = [];
  const stopping = new AbortController();
  const interrupt = () => stopping.abort();
  if (options.abort?.aborted === true) interrupt();
  options.abort?.addEventListener('abort', interrupt);
  let gaveUp: StartFailure | undefined;
  let settleEnded: (reason: StartFailure | undefined) => void = () => undefined;
  const ended = new Promise<StartFailure | undefined>((settle) => (settleEnded = settle));
  let stopped: Promise<void> | undefined;

  const release = () => {
    lock.release();
    for (const log of logs) log.close();
    settleEnded(gaveUp);
  };
  const stopAll = async () => {
    const begun = Date.now();
    stopping.abort();
    for (const part of kept.toSorted((a, b) => STOPPED_AFTER_MS[a.name] - STOPPED_AFTER_MS[b.name]))
      await part.stop(begun + STOPPED_AFTER_MS[part.name] - Date.now());
    release();
  };
  const stop = () => (stopped ??= stopAll());
  const watcher = {
    onSpawn: (part: PartName, pid: number) => lock.note(part, pid),
    onProgress: (line: string) => options.onProgress?.(line),
    onGiveUp: (failure: StartFailure) => {
      gaveUp = failure;
      void stop();
    },
  };
  const startTogether = async (parts: readonly Part[]) => {
    const begun = performance.now();
    const outcomes = await Promise.allSettled(
      parts.map(async (part) => {
        kept.push(await keepRunning(part, watcher, stopping.signal));
        watcher.onProgress(`${part.name} ready (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
      }),
    );
    if (stopping.signal.aborted) throw gaveUp ?? new StartFailure('stack/stopped', 'The start was interrupted.');
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  };

  try {
    const before = takeOver(folder);
    if (before !== undefined)
      options.onProgress?.(
        `Upgrading ${folder} from release ${before} to ${RELEASE}: from now on ${before} cannot open it`,
      );
    const assembly = await assemble(options, folder, (name) => {
      const log = openLogFile(join(folder, 'logs', `${name}.log`));
      logs.push(log);
      return log;
    });
    await startTogether(assembly.stores);
    await startTogether(assembly.programs());
    lock.tell(assembly.urls().apiUrl);
    options.abort?.removeEventListener('abort', interrupt);
    return {
      ...assembly.urls(),
      folder,
      ended,
      stop,
      get pids() {
        return Object.fromEntries(kept.flatMap((part) => (part.pid() === undefined ? [] : [[part.name, part.pid()]])));
      },
      ready: async (name) => {
        await Promise.all(kept.filter((part) => name === undefined || part.name === name).map((part) => part.ready()));
      },
      kill: (name, signal) => kept.find((part) => part.name === name)?.kill(signal),
      crash: () => {
        stopping.abort();
        for (const part of kept) part.kill('SIGKILL');
        return stop();
      },
    };
  } catch (error) {
    await stop();
    throw folderFailure(error, folder);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderFailure(error, folder);
  }
}

/** A body that has lived and lost its log must not begin another, beside tables that still show the old one. */
function requireLog(folder: string, { external = {} }: StackOptions): void {
  const hasLived = existsSync(join(folder, 'operator.token'));
  if (external.eventStoreUrl !== undefined || !hasLived || existsSync(join(folder, 'events', 'data.mdb'))) return;
  const message = `The log of this body is gone (${join(folder, 'events', 'data.mdb')}): put it back, or move ${folder} away and restore a backup.`;
  throw new StartFailure('stack/log-missing', message);
}

/** Below this a first start cannot end, and a later one could not keep what it is told. */
const LEAST_ROOM = 96 * 2 ** 20;

/** A disk that fills half-way leaves parts that wait for room in silence: better not to begin. */
function requireRoom(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < LEAST_ROOM) throw new StartFailure('stack/disk-full', diskFull(folder));
}
