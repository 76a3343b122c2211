import { join } from 'node:path';
import { allEnded, partsOf, up } from '../stack/up.js';

/** `traguardo up` in a process of its own: supervisor and all parts. */
export interface WholeStack {
  readonly apiUrl: string;
  /** Kills every process with `kill -9`, the supervisor first; settles when none is left. */
  killAll(): Promise<void>;
  /** Asks it to stop, as Ctrl-C does; settles when it has. */
  stop(): Promise<void>;
}

export interface Place {
  /** Folder that holds the body's. */
  readonly data: string;
  readonly body: string;
  readonly nodePort: number;
  /** Absent: the shipped one. */
  readonly workflow?: string;
}

const GONE_WITHIN_MS = 60_000;

/** @throws Error with what it printed, when it ends instead of becoming ready */
export async function startWholeStack({ data, body, nodePort, workflow }: Place): Promise<WholeStack> {
  const env = {
    TRAGUARDO_DATA: data,
    TRAGUARDO_CLOCK: 'simulated',
    EVENT_NODE_PORT: String(nodePort),
    REDIS_URL: '',
    TRAGUARDO_REQUESTS_PER_MINUTE: '0',
    ...(workflow !== undefined && { TRAGUARDO_WORKFLOW: workflow }),
  };
  const { child, ready, ended } = up(env, ['--body', body]);
  const apiUrl = await ready;
  return {
    apiUrl,
    async killAll() {
      const parts = partsOf(join(data, body));
      for (const pid of [child.pid, ...parts.map((part) => part.pid)]) if (pid !== undefined) killNow(pid);
      await ended;
      await allEnded(parts, GONE_WITHIN_MS);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it went with its supervisor
  }
}
