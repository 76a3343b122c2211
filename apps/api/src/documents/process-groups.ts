import { spawn } from 'node:child_process';

/** Programs that each run in a process group of their own: whatever they have started ends with them. */
export interface ProcessGroups {
  /**
   * @param longestMs  it is killed then
   * @returns its exit code; null where it was killed
   * @throws Error where it cannot be started, or nothing is started any more
   */
  run(program: string, given: readonly string[], longestMs: number): Promise<number | null>;
  /** Kills what runs; from now on nothing is started. */
  stop(): void;
}

export function processGroups(): ProcessGroups {
  const running = new Set<() => void>();
  let stopped = false;
  const killAll = (): void => {
    for (const kill of running) kill();
  };

  /** A process that ends by a fault of its own calls nobody's `stop`. */
  function keep(kill: () => void): void {
    if (running.size === 0) process.on('exit', killAll);
    running.add(kill);
  }

  function forget(kill: () => void): void {
    running.delete(kill);
    if (running.size === 0) process.off('exit', killAll);
  }

  return {
    async run(program, given, longestMs) {
      if (stopped) throw new Error(`${program} is not started: the process is about to end.`);
      return await new Promise((resolve, reject) => {
        const child = spawn(program, given, { stdio: 'ignore', shell: false, detached: true });
        const kill = (): void => killGroup(child.pid);
        keep(kill);
        const timer = setTimeout(kill, longestMs);
        const over = (): void => {
          clearTimeout(timer);
          forget(kill);
          kill(); // it may have left others
        };
        child.once('error', (error) => {
          over();
          reject(error);
        });
        child.once('exit', (code) => {
          over();
          resolve(code);
        });
      });
    },

    stop() {
      stopped = true;
      killAll();
    },
  };
}

/** @param leader  undefined: it was never started */
function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // nobody is left in it, or nobody whom this user may kill
  }
}
