import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const running = new Set<ChildProcess>();

const ROOT = join(__dirname, '..', '..');

/** An event node in a process of its own, so that it can be killed. */
export interface NodeProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has said on its standard error. */
  errors(): string;
  /** Ends it with a signal and waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null }>;
}

interface Started {
  /** Where it listens; absent when it ended instead. */
  readonly node?: NodeProcess;
  readonly code: number | null;
  readonly errors: string;
}

/**
 * Starts an event node on a folder and waits until it listens or has ended.
 *
 * @param fileKilobytes  largest file it may write, in place of a full disk
 * @param under  a command that runs it
 * @param env  options by the server's names
 * @param neverFlush  acknowledges before anything is on the disk
 */
export async function startNodeProcess(
  folder: string,
  {
    port = 0,
    fileKilobytes,
    under = [],
    env = {},
    neverFlush = false,
  }: {
    port?: number;
    fileKilobytes?: number;
    under?: readonly string[];
    env?: NodeJS.ProcessEnv;
    neverFlush?: boolean;
  } = {},
): Promise<Started> {
  const args = ['--conditions=source', '--import', './test/support/source-loader.mjs'];
  const program = [...args, 'test/conformance/event-node.main.ts', folder, String(port)];
  const command = [...under, process.execPath, ...program, ...(neverFlush ? ['never-flush'] : [])];
  // bash counts kilobytes, other shells half of them
  const limited = ['bash', '-c', `ulimit -f ${fileKilobytes}; exec "$@"`, 'bash', ...command];
  const [file = '', ...rest] = fileKilobytes === undefined ? command : limited;
  const child = spawn(file, rest, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  running.add(child);
  const exited = once(child, 'exit').finally(() => running.delete(child));
  const listening = await firstLine(child);
  const bound = /listening on 127\.0\.0\.1:(\d+)$/.exec(listening ?? '')?.[1];
  if (bound === undefined) {
    await exited;
    return { code: child.exitCode, errors };
  }
  return {
    code: null,
    errors: '',
    node: {
      url: `esdb://127.0.0.1:${bound}?tls=false`,
      port: Number(bound),
      pid: child.pid ?? 0,
      errors: () => errors,
      end: async (signal) => {
        child.kill(signal);
        await exited;
        return { code: child.exitCode };
      },
    },
  };
}

/** Kills whatever a failed test left behind. */
export async function endNodeProcesses(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    }),
  );
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface(child.stdout)) return line;
  return undefined;
}
