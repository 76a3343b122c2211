import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const POLL_MS = 20;

/**
 * Ends what an earlier, killed parent left running on this cluster, and clears a pid file that would wrongly stop the
 * next start. Call it only while holding the data folder: it cannot tell an orphan from a server in use.
 *
 * @returns whether something had to be stopped
 */
export async function stopOrphans(cluster: string): Promise<boolean> {
  if (!existsSync(cluster)) return false;
  const pidFile = join(cluster, 'postmaster.pid');
  const orphans = processesOf(cluster);
  if (orphans.length > 0) {
    const postmaster = pidIn(pidFile);
    // With its postmaster gone, a server process is about to leave by itself.
    if (postmaster !== undefined && orphans.includes(postmaster)) signal(postmaster, 'SIGINT');
    if (!(await gone(cluster))) {
      for (const pid of processesOf(cluster)) signal(pid, 'SIGKILL');
      await gone(cluster);
    }
  }
  const left = pidIn(pidFile);
  // The number now belongs to a stranger; PostgreSQL would take it for its own postmaster.
  if (left !== undefined && isAlive(left) && !processesOf(cluster).includes(left)) rmSync(pidFile, { force: true });
  return orphans.length > 0;
}

async function gone(cluster: string): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    if (processesOf(cluster).length === 0) return true;
    await pause(POLL_MS);
  }
  return false;
}

/** Every process of a PostgreSQL server works in its cluster's folder. */
function processesOf(cluster: string): number[] {
  const folder = realpathSync(cluster);
  if (process.platform !== 'linux')
    return [pidIn(join(cluster, 'postmaster.pid'))].filter((pid) => isServer(pid, folder));
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => workingFolder(pid) === folder && programOf(pid).includes('postgres'));
}

function isServer(pid: number | undefined, folder: string): pid is number {
  if (pid === undefined || !isAlive(pid)) return false;
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false; // ps finds no such process
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // ended meanwhile, or somebody else's
  }
}

function programOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function pidIn(pidFile: string): number | undefined {
  if (!existsSync(pidFile)) return undefined;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  return pid > 0 ? pid : undefined; // negative: a single-user backend, which dies with its parent's pipe
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
