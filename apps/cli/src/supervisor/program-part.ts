import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Part, PartName, RunningPart } from './keep-running.js';
import type { LogFile } from './log-file.js';
import { PROJECT_ROOT } from './project-root.js';
import { StartFailure } from './start-failure.js';
import { tellingLine } from './telling-line.js';

export interface Program {
  readonly name: PartName;
  /** A JavaScript file. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly log: LogFile;
  /** Settles once the program can be used; rejects or settles unheard when it ended before. */
  isReady(child: ChildProcess, abort: AbortSignal): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 5_000;
/**
 * Room for what is young, in MB: under load much of it is still needed when the usual 16 are full, and is moved about.
 * Little of the event node's is, and its buffers, which lie outside, are given back when the room is full: soon is better.
 */
const YOUNG_MB: Readonly<Partial<Record<PartName, number>>> = { api: 64, worker: 64 };
const LEAVE_WITH_PARENT = join(PROJECT_ROOT, 'dist/apps/cli/src/supervisor/leave-with-parent.js');

/** A part that is a Node program of ours, in a process and a session of its own, with its output in its log file. */
export function programPart(program: Program): Part {
  return { name: program.name, launch: (abort, onSpawn) => launch(program, abort, onSpawn) };
}

async function launch(program: Program, abort: AbortSignal, onSpawn: (pid: number) => void): Promise<RunningPart> {
  for (const file of [LEAVE_WITH_PARENT, program.script])
    if (!existsSync(file)) throw new StartFailure('stack/not-built', `${file} is missing: run npm run build.`);

  const { script, args, env, log } = program;
  const child = spawn(process.execPath, [...optionsOf(program), '--import', LEAVE_WITH_PARENT, script, ...args], {
    cwd: PROJECT_ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true, // Ctrl-C is for the supervisor, which stops the parts in their order
  });
  if (child.pid === undefined) throw await spawnFailure(program, child);
  let lastWords = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      lastWords = tellingLine(chunk.toString()) ?? lastWords;
    });
  const ended = new Promise<string>((resolve) => {
    // After `exit` the last words may still be on their way; a grandchild may keep the pipes open for ever.
    child.once('exit', (code, signal) => setTimeout(() => resolve(describe(code, signal, lastWords)), LAST_WORDS_MS));
  });
  const { pid } = child;
  await untilReady(program, child, ended, abort, () => onSpawn(pid));
  return { pid, ended, stop: () => void child.kill('SIGTERM') };
}

function optionsOf({ name }: Program): string[] {
  const young = YOUNG_MB[name];
  return ['--enable-source-maps', ...(young === undefined ? [] : [`--max-semi-space-size=${young}`])];
}

const LAST_WORDS_MS = 20;

async function untilReady(
  program: Program,
  child: ChildProcess,
  ended: Promise<string>,
  abort: AbortSignal,
  begin: () => void,
) {
  const over = new AbortController();
  const limit = AbortSignal.any([over.signal, abort, AbortSignal.timeout(READY_WITHIN_MS)]);
  const interrupted = new Promise<never>((_, reject) =>
    limit.addEventListener('abort', () => {
      const reason = abort.aborted ? 'it was told to stop' : `it was not ready after ${READY_WITHIN_MS / 1000} s`;
      reject(notReady(program, reason));
    }),
  );
  const died = ended.then((reason) => Promise.reject(notReady(program, reason)));
  try {
    begin();
    await Promise.race([program.isReady(child, limit), interrupted, died]);
  } catch (error) {
    child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    await ended;
    clearTimeout(killing);
    throw error;
  } finally {
    // Whoever lost the race must not be reported as unhandled.
    for (const loser of [interrupted, died]) loser.catch(() => undefined);
    over.abort();
  }
}

function notReady({ name, log }: Program, reason: string): StartFailure {
  return new StartFailure('stack/part-not-ready', `The part "${name}" did not start (${reason}): see ${log.path}.`);
}

function spawnFailure(program: Program, child: ChildProcess): Promise<StartFailure> {
  return new Promise((resolve) => child.once('error', (error) => resolve(notReady(program, error.message))));
}

function describe(code: number | null, signal: string | null, lastWords: string): string {
  const how = signal === null ? `exit code ${code}` : signal;
  return lastWords === '' ? how : `${how}, last words: ${lastWords}`;
}
