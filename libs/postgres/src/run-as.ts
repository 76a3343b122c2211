import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { accessSync, chownSync, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
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

interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Picks how to run PostgreSQL: as we are; else in a user namespace, where root appears as an ordinary user and keeps
 * reaching its own files; else, as root only, as the user `nobody`, who must be able to reach program and folder.
 *
 * @param folder  exists; its owner decides when root starts the data of somebody else
 * @throws PostgresFailure `postgres/cannot-leave-root`
 */
export async function chooseRunAs(program: string, folder: string): Promise<RunAs> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && hasName()) return directly();

  const owner = statSync(folder);
  if (isRoot && owner.uid !== 0) {
    const asOwner = asUser({ uid: owner.uid, gid: owner.gid });
    if (await works(asOwner, program, folder)) return asOwner;
  }
  const mapped = inNamespace(nobody());
  if (await works(mapped, program)) return mapped;
  if (isRoot) {
    const asNobody = asUser(nobody());
    asNobody.own(folder);
    if (await works(asNobody, program, folder)) return asNobody;
    if (owner.uid === 0) asUser({ uid: owner.uid, gid: owner.gid }).own(folder);
  }
  throw new PostgresFailure(
    'postgres/cannot-leave-root',
    `PostgreSQL does not run as ${isRoot ? 'root' : 'a user without a name'}, user namespaces are blocked here, and ` +
      `another user cannot reach ${folder}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

function directly(): RunAs {
  return {
    way: 'this user',
    spawn: (program, args, stdio) => spawn(program, args, { stdio, env: environment() }),
    own: () => undefined,
  };
}

function inNamespace({ uid, gid }: User): RunAs {
  const prefix = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--'];
  return {
    way: `user namespace, as ${uid}`,
    spawn: (program, args, stdio) => spawn('unshare', [...prefix, program, ...args], { stdio, env: environment() }),
    own: () => undefined,
  };
}

function asUser({ uid, gid }: User): RunAs {
  return {
    way: `user ${uid}`,
    spawn: (program, args, stdio) => spawn(program, args, { stdio, env: environment(), uid, gid }),
    own: (folder) => chownTree(folder, uid, gid),
  };
}

/** No variable of ours reaches PostgreSQL (PGDATA, LANG and the like would change what it does). */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
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

async function works(runAs: RunAs, program: string, folder?: string): Promise<boolean> {
  if (!(await succeeds(runAs, program, ['--version']))) return false;
  return folder === undefined || succeeds(runAs, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder]);
}

function succeeds(runAs: RunAs, program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = runAs.spawn(program, args, 'ignore');
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function chownTree(folder: string, uid: number, gid: number): void {
  accessSync(folder);
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, gid);
  chownSync(folder, uid, gid); // last: a tree given away by half is given away again
}
