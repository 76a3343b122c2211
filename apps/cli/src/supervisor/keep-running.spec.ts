import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { keepRunning, type Part, type Watcher } from './keep-running.js';
import type { StartFailure } from './start-failure.js';

/** A part whose process runs until it is ended; `launches` tells how often it was started. */
function sleeper(): Part & { launches: number } {
  return {
    name: 'worker',
    launches: 0,
    launch(_abort, onSpawn) {
      this.launches += 1;
      const child = spawn('sleep', ['60'], { stdio: 'ignore' });
      const pid = child.pid ?? 0;
      onSpawn(pid);
      const ended = once(child, 'exit').then(([, signal]) => String(signal));
      return Promise.resolve({ pid, ended, stop: () => void child.kill('SIGTERM') });
    },
  };
}

const watcher: Watcher = { onSpawn: () => undefined, onProgress: () => undefined, onGiveUp: () => undefined };

describe('keepRunning', () => {
  it('starts a part again when it was killed', async () => {
    const part = sleeper();
    const kept = await keepRunning(part, watcher, new AbortController().signal);
    const first = kept.pid();

    kept.kill('SIGKILL');
    await kept.ready();

    expect(part.launches).toBe(2);
    expect(kept.pid()).not.toBe(first);
    await kept.stop(1_000);
    expect(kept.pid()).toBeUndefined();
  });

  it('does not start a part again once it is to stop, also when it has to be killed', async () => {
    const part = sleeper();
    part.launch = async function (_abort, onSpawn) {
      this.launches += 1;
      const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf');`;
      const child = spawn(process.execPath, ['-e', deaf], { stdio: ['ignore', 'pipe', 'ignore'] });
      const pid = child.pid ?? 0;
      onSpawn(pid);
      await once(child.stdout, 'data');
      return { pid, ended: once(child, 'exit').then(([, signal]) => String(signal)), stop: () => void child.kill() };
    };
    const kept = await keepRunning(part, watcher, new AbortController().signal);

    await kept.stop(50);

    expect(part.launches).toBe(1);
  });

  it('gives up at the fifth death within a minute', async () => {
    const part = sleeper();
    const failure = await new Promise<StartFailure>((resolve) => {
      const killing: Watcher = {
        ...watcher,
        onSpawn: (_name, pid) => setImmediate(() => process.kill(pid, 'SIGKILL')),
        onGiveUp: resolve,
      };
      void keepRunning(part, killing, new AbortController().signal);
    });

    expect(failure.code).toBe('stack/part-keeps-dying');
    expect(failure.message).toContain('SIGKILL');
    expect(part.launches).toBe(5);
  });
});
