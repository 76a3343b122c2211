import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';
import { folderFailure, StartFailure } from './start-failure.js';

/** What the lock file says about the instance that holds the folder. */
export interface Instance extends ProcessIdentity {
  readonly token: string;
  /** The parts it has started, to be ended by whoever finds it dead. */
  readonly parts: Readonly<Record<string, ProcessIdentity>>;
  /** Of its API, for this machine, once everything is ready. */
  readonly apiUrl?: string;
}

export interface FolderLock {
  /** Notes that a part runs under this number. */
  note(part: string, pid: number): void;
  /** Notes where its API is reached. */
  tell(apiUrl: string): void;
  release(): void;
}

const FILE = 'instance.json';
const PATIENCE_MS = 10_000;
const REAPED_WITHIN_MS = 3_000;
const POLL_MS = 20;

/**
 * Takes a folder for this process, also from an instance that was killed: what that one left running is ended first.
 *
 * A stale lock may be found by two starts at once. Whoever links a claim named after the stale lock's token is its only
 * heir; the claim of an heir that died is itself inherited in the same way.
 *
 * @throws StartFailure `stack/folder-in-use`, `stack/no-permission`, `stack/disk-full`
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const me = identify(process.pid);
  if (me === undefined) throw new Error(`Process ${process.pid} cannot see itself in the list of processes.`);
  let own: Instance = { ...me, token: randomUUID(), parts: {} };
  const file = join(folder, FILE);
  const draft = `${file}.${own.token}.draft`;
  const write = () => {
    rmSync(draft, { force: true }); // it may be linked as the lock itself, which must change in one step
    writeFileSync(draft, `${JSON.stringify(own, undefined, 2)}\n`, { mode: 0o600 });
  };
  try {
    write();
    const previous = inherit(file, draft, folder);
    // The parts stay in the file until they are gone, lest a kill now make them forgotten.
    own = { ...own, parts: previous.parts };
    write();
    renameSync(draft, file);
    for (const path of previous.claims) rmSync(path, { force: true });
    await endAll(Object.values(own.parts));
  } catch (error) {
    try {
      rmSync(draft, { force: true });
    } catch {
      // what forbids the draft forbids its removal too; the first refusal is the one to tell
    }
    throw folderFailure(error, folder);
  }
  return {
    note: (part, pid) => {
      const identity = identify(pid);
      if (identity === undefined) return; // it died at once; its supervisor will see
      own = { ...own, parts: { ...own.parts, [part]: identity } };
      write();
      renameSync(draft, file);
    },
    tell: (apiUrl) => {
      own = { ...own, apiUrl };
      write();
      renameSync(draft, file);
    },
    release: () => {
      if (read(file)?.token === own.token) rmSync(file, { force: true });
    },
  };
}

interface Inheritance {
  readonly parts: Instance['parts'];
  /** Files that marked the way here, to be removed once the lock is ours. */
  readonly claims: readonly string[];
}

/** Returns once the place is free, or ours to take by renaming over the lock. */
function inherit(file: string, draft: string, folder: string): Inheritance {
  for (;;) {
    if (link(draft, file)) return { parts: {}, claims: [] };
    const holder = read(file);
    if (holder === undefined) continue; // released meanwhile
    const claims: string[] = [];
    for (let last: Instance | undefined = holder; last !== undefined; last = read(claims.at(-1) ?? file)) {
      if (isRunning(last)) throw inUse(folder, last.pid);
      claims.push(claimOf(file, last.token));
    }
    const claim = claims.at(-1) ?? file;
    if (!link(draft, claim)) continue; // another heir was quicker
    // A claim that came after the heir had finished and tidied up is void.
    if (read(file)?.token === holder.token) return { parts: holder.parts, claims };
    rmSync(claim, { force: true });
  }
}

const claimOf = (file: string, token: string): string => `${file}.${token}.heir`;

function link(draft: string, target: string): boolean {
  try {
    linkSync(draft, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Instance | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Instance;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function inUse(folder: string, pid: number): StartFailure {
  const message = `${folder} is in use by another instance (process ${pid}): stop it, or choose another folder with TRAGUARDO_DATA.`;
  return new StartFailure('stack/folder-in-use', message);
}

async function endAll(parts: readonly ProcessIdentity[]): Promise<void> {
  for (const part of parts.filter(isRunning)) process.kill(part.pid, 'SIGTERM');
  await untilNone(parts, isRunning, PATIENCE_MS);
  for (const part of parts.filter(isRunning)) process.kill(part.pid, 'SIGKILL');
  // To a program that only looks for its number, a dead process is there until it is reaped; some containers never do.
  await untilNone(parts, isListed, REAPED_WITHIN_MS);
}

async function untilNone(
  parts: readonly ProcessIdentity[],
  still: (part: ProcessIdentity) => boolean,
  withinMs: number,
) {
  for (let waited = 0; parts.some(still) && waited < withinMs; waited += POLL_MS) await pause(POLL_MS);
}

function isListed({ pid }: ProcessIdentity): boolean {
  if (identify(pid) !== undefined) return false; // a stranger has the number already
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
