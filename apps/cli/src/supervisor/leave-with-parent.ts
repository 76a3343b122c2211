import { closeSync, openSync } from 'node:fs';

/**
 * Loaded before the program of each part: a part whose supervisor died, even by `kill -9`, asks itself to end.
 * The kernel closes the channel to the supervisor in every case.
 */
const PATIENCE_MS = 10_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  discardOutput();
  // A program that listens for itself leaves by itself; a signal on top would cut it short.
  if (process.listenerCount('disconnect') === 0) process.kill(process.pid, 'SIGTERM');
});
// Listening must not keep a program alive that has closed everything else.
process.channel?.unref();

/** Nobody reads it any more, and pino tries a pipe that is broken again for ever when it exits (sonic-boom 4). */
function discardOutput(): void {
  for (const output of [1, 2]) {
    closeSync(output);
    openSync('/dev/null', 'w'); // takes the lowest free number: this one
  }
}
