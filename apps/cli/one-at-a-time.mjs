// One process after the other, by a file that names whose turn it is. Needs no package.
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** No build takes as long: whoever left the file is gone, though another process may have its number by now. */
const LONGEST_MS = 600_000;

/**
 * Does a work while no other process does one under the same file; who finds it taken waits, and says so once.
 * What a process that died left behind keeps nobody waiting.
 *
 * @template T
 * @param {string} path  of the file, there while the work is done
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} out  where it is said that another process is waited for
 * @returns {Promise<T>}
 */
export async function oneAtATime(path, work, out) {
  await taken(path, out);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function taken(path, out) {
  let told = false;
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(path);
    if (holder === null) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) out.write(`Another process (${holder}) installs or builds here: waiting for it …\n`);
    told = true;
    await pause(100);
  }
}

/** The process that has its turn; null where it is gone. */
function holderOf(path) {
  try {
    const { mtimeMs } = statSync(path);
    const pid = Number(readFileSync(path, 'utf8'));
    // a file that was only just made has no number in it yet
    if (pid === 0 || Number.isNaN(pid)) return Date.now() - mtimeMs < 2_000 ? 'unknown' : null;
    if (Date.now() - mtimeMs > LONGEST_MS) return null;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? 'unknown' : null;
  }
}
