import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { chownSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { PostgresFailure } from './failure.js';

/** A way to run PostgreSQL's programs as someone it accepts (it refuses root and nameless users). */
export interface RunAs {
  /** In words, for logs: how the programs are run. */
  readonly way: string;
  spawn(program: string, args: readonly string[], stdio: StdioOptions): ChildProcess;
  /** Gives the folder, with what it holds, to the user the programs run as. */
  own(folder: string): void;
}

/** Ctrl-C in the terminal is for our process, which then stops this one in its turn. */
const OWN_SESSION = { detached: true } as const;

interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Picks how to run PostgreSQL: as we are; else in a user namespace, where root appears as an ordinary user and keeps
 * reaching its own files; else, as root only, as another user who can reach program and folder.
 *
 * @param folder  exists, and nothing is running on it; it is left to the user that is picked
 * @throws PostgresFailure `postgres/cannot-leave-root`
 */
export async function chooseRunAs(program: string, folder: string): Promise<RunAs> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return directly();

  const owner = statSync(folder);
  const others = [owner, statSync(program), nobody()].filter(({ uid }) => isRoot && uid !== 0).map(asUser);
  // Data that is somebody else's stays theirs; else the namespace, which gives nothing away, comes first.
  const ways = owner.uid === 0 || !isRoot ? [inNamespace(nobody()), ...others] : [...others, inNamespace(nobody())];
  for (const way of ways) {
    way.own(folder);
    if (await works(way, program, folder)) return way;
  }
  if (isRoot) asUser(owner).own(folder);
  throw new PostgresFailure(
    'postgres/cannot-leave-root',
    `PostgreSQL does not run as ${isRoot ? 'root' : 'a user without a name'}, user namespaces are blocked here, and ` +
      `another user cannot reach ${folder}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function directly(): RunAs {
  return {
    way: 'this user',
    spawn: (program, args, stdio) => spawn(program, args, { ...OWN_SESSION, stdio, env: environment() }),
    own: () => undefined,
  };
}

function inNamespace({ uid, gid }: User): RunAs {
  const prefix = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return {
    way: `user namespace, as ${uid}`,
    spawn: (program, args, stdio) =>
      spawn('unshare', [...prefix, program, ...args], { ...OWN_SESSION, stdio, env: environment() }),
    own: (folder) => chownTree(folder, process.getuid?.() ?? 0, process.getgid?.() ?? 0),
  };
}

function asUser({ uid, gid }: User): RunAs {
  return {
    way: `user ${uid}`,
    spawn: (program, args, stdio) => spawn(program, args, { ...OWN_SESSION, stdio, env: environment(), uid, gid }),
    own: (folder) => chownTree(folder, uid, gid),
  };
}

/** What glibc keeps for the next statement instead of giving it back to the kernel, which must then clear it again. */
const KEPT_MEMORY = String(8 * 1024 * 1024);
const MEMORY = { MALLOC_TRIM_THRESHOLD_: KEPT_MEMORY, MALLOC_MMAP_THRESHOLD_: KEPT_MEMORY, MALLOC_TOP_PAD_: '1048576' };

/** No variable of ours reaches PostgreSQL (PGDATA, LANG and the like would change what it does). */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...MEMORY };
}

/** initdb asks for the name of its user; a container may run under a number that has none. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function nobody(): User {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const [, , uid, gid] = lines.find((line) => line.startsWith('nobody:'))?.split(':') ?? [];
  // -2 on macOS
  return { uid: Number(uid ?? 65534) >>> 0, gid: Number(gid ?? 65534) >>> 0 };
}

function works(runAs: RunAs, program: string, folder: string): Promise<boolean> {
  const script = 'test -w "$2" && test -x "$2" && exec "$1" --version';
  return succeeds(runAs, '/bin/sh', ['-c', script, 'sh', program, folder]);
}

function succeeds(runAs: RunAs, program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = runAs.spawn(program, args, 'ignore');
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function chownTree(folder: string, uid: number, gid: number): void {
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid);
  chownSync(folder, uid, gid); // last: a tree given away by half is given away again
}
