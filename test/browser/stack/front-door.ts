import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { up, type Up } from '../../stack/up.js';
import { DEMONSTRATION, layDemonstration } from './demonstration.js';
import { until } from './until.js';

export type PartName = 'postgres' | 'node' | 'api' | 'worker';

/** A whole stack as `npm start` runs it, in a data folder of its own that is gone afterwards. */
export interface FrontDoor {
  /** Where the page is. */
  readonly address: string;
  /** Folder of the body: logs, mail and all. */
  readonly folder: string;
  /** Waits until it has printed something, such as a link. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
  /** Stops a part where it stands: it answers nobody, until `resume`. */
  pause(part: PartName): void;
  resume(part: PartName): void;
  /** Kills a part; settles when the supervisor has it up again. */
  kill(part: PartName): Promise<void>;
  stop(): Promise<void>;
}

export interface Opening {
  /** A body of this name, empty; without a name the demonstration, lived to its day. */
  readonly body?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export async function openFrontDoor({ body = DEMONSTRATION, env = {} }: Opening = {}): Promise<FrontDoor> {
  const data = mkdtempSync(join(tmpdir(), 'traguardo-browser-'));
  const remove = () => rmSync(data, { recursive: true, force: true });
  try {
    if (body === DEMONSTRATION) await layDemonstration(data);
    const instance = up({ TRAGUARDO_DATA: data, REDIS_URL: '', ...env }, ['--body', body]);
    return { ...controls(instance, join(data, body), remove), address: await instance.ready };
  } catch (error) {
    remove();
    throw error;
  }
}

function controls(instance: Up, folder: string, remove: () => void): Omit<FrontDoor, 'address'> {
  const signal = (part: PartName, name: NodeJS.Signals) => {
    const { parts } = JSON.parse(readFileSync(join(folder, 'instance.json'), 'utf8')) as {
      parts: Record<PartName, { pid: number }>;
    };
    process.kill(parts[part].pid, name);
  };
  const said = (pattern: RegExp, from = 0) =>
    until(`the stack says ${pattern}`, () => pattern.exec(instance.output().slice(from)) ?? undefined);
  return {
    folder,
    said,
    pause: (part) => signal(part, 'SIGSTOP'),
    resume: (part) => signal(part, 'SIGCONT'),
    kill: async (part) => {
      const before = instance.output().length;
      signal(part, 'SIGKILL');
      await said(new RegExp(`^${part} is up again`, 'm'), before);
    },
    stop: async () => {
      instance.child.kill('SIGTERM');
      await instance.ended;
      remove();
    },
  };
}
