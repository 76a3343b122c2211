import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

// Ends when its input does, which the kernel closes however we die; then removes a throw-away folder.
// The wait is bounded: where nobody reaps the dead, a number stays taken for ever.
const SCRIPT = `while read -r _; do :; done
kill -"$2" "$1" 2>/dev/null
if [ -n "$3" ]; then
  for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null && sleep 0.1; done
  rm -rf "$3"
fi`;

export interface Keeper {
  /** Forgets the process: it has ended. A throw-away folder is removed now. */
  release(): void;
}

/**
 * Ends a child process when this process dies, even by `kill -9`: a tiny shell of its own session waits on a pipe that
 * we hold. It works on every POSIX system and needs no privilege. Where no shell starts, the next start stops the
 * orphan instead.
 *
 * @param scratch  a folder to remove after the process has ended
 */
export function keep(pid: number, signal: 'INT' | 'QUIT', scratch?: string): Keeper {
  const keeper = spawn('/bin/sh', ['-c', SCRIPT, 'sh', String(pid), signal, scratch ?? ''], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  keeper.on('error', () => undefined);
  keeper.unref();
  keeper.stdin.on('error', () => undefined);
  if (keeper.stdin instanceof Socket) keeper.stdin.unref();
  return {
    release: () => {
      if (scratch === undefined) keeper.kill('SIGKILL');
      keeper.stdin.destroy();
    },
  };
}
