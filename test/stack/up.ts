import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from '../../apps/cli/src/supervisor/process-identity.js';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';

export const MAIN = join(PROJECT_ROOT, 'dist/programs/cli.js');

const ANY_PORTS = { PORT: '0', EVENT_NODE_PORT: '0', POSTGRES_PORT: '0' };

export interface Up {
  readonly child: ChildProcess;
  /** What it has printed so far, errors included. */
  output(): string;
  /** Settles with the address once everything is ready; rejects when it ends before. */
  readonly ready: Promise<string>;
  /** Settles with the exit code, or the signal. */
  readonly ended: Promise<number | string | null>;
}

/**
 * `traguardo up` in a process of its own, as a person starts it.
 *
 * @param through  a program and its arguments that run it in their turn
 */
export function up(env: NodeJS.ProcessEnv, args: readonly string[] = [], through: readonly string[] = []): Up {
  const [program = '', ...rest] = [...through, process.execPath, MAIN, 'up', ...args];
  const child = spawn(program, rest, {
    env: { ...process.env, ...ANY_PORTS, ...env },
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const [, address] = /^Ready in .*: (https?:\S+)/m.exec(text) ?? [];
        if (address !== undefined) resolve(address);
      });
    void ended.then((how) => reject(new Error(`up ended with ${how}:\n${text}`)));
  });
  ready.catch(() => undefined); // a test of failures does not wait for it
  return { child, ready, ended, output: () => text };
}

/** The processes that the instance of a folder runs, as its lock file tells. */
export function partsOf(folder: string): ProcessIdentity[] {
  const instance = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')) as {
    parts: Record<string, ProcessIdentity>;
  };
  return Object.values(instance.parts);
}

/** Waits until none of the processes is left. */
export async function allEnded(parts: readonly ProcessIdentity[], withinMs: number): Promise<void> {
  const limit = Date.now() + withinMs;
  while (parts.some(isRunning)) {
    if (Date.now() > limit)
      throw new Error(
        `still running: ${parts
          .filter(isRunning)
          .map(({ pid }) => pid)
          .join(', ')}`,
      );
    await pause(10);
  }
}
