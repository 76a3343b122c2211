import { spawn, type ChildProcess } from 'node:child_process';
import { PROJECT_ROOT } from '../../apps/cli/src/supervisor/project-root.js';
import { MAIN } from './up.js';

export interface Told {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

export interface Command {
  readonly child: ChildProcess;
  readonly ended: Promise<Told>;
  /** Settles when it has said so on its standard error, or has ended. */
  readonly said: (text: string) => Promise<void>;
}

/**
 * A command of the operator in a process of its own.
 *
 * @param through  a program and its arguments that run it in their turn
 */
export function traguardo(args: readonly string[], env: NodeJS.ProcessEnv, through: readonly string[] = []): Command {
  const [program = '', ...rest] = [...through, process.execPath, MAIN, ...args];
  const child = spawn(program, rest, {
    env: { ...process.env, ...env },
    cwd: PROJECT_ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  const waiting: (() => void)[] = [];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    for (const look of waiting) look();
  });
  const ended = new Promise<Told>((resolve) =>
    child.once('close', (code, signal) => resolve({ code: code ?? signal, out, err })),
  );
  const said = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => err.includes(text) && resolve();
      waiting.push(look);
      look();
      void ended.then(() => resolve());
    });
  return { child, ended, said };
}
