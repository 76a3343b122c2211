import { readFileSync } from 'node:fs';
import type { RootDatabase } from 'lmdb';
import { DataFolderInUse } from '../errors.js';

interface Owner {
  readonly pid: number;
  /** When the process started, in the kernel's own count; empty where the kernel does not say. */
  readonly started: string;
}

const OWNER = Buffer.from('owner');

/**
 * Claims the folder for this process. The look and the claim are one LMDB transaction, which excludes other
 * processes, so two that start together cannot both have it; a claim left by a killed process counts for nothing.
 *
 * @throws DataFolderInUse when a living process holds it, also this one
 */
export function claim(meta: RootDatabase<Buffer, Buffer>, folder: string): void {
  const holder = meta.transactionSync(() => {
    const found = ownerIn(meta.get(OWNER));
    if (found && found.started === startOf(found.pid) && isAlive(found.pid)) return found;
    const own: Owner = { pid: process.pid, started: startOf(process.pid) };
    meta.putSync(OWNER, Buffer.from(JSON.stringify(own)));
    return undefined;
  });
  if (holder) throw new DataFolderInUse(folder, holder.pid);
}

export function release(meta: RootDatabase<Buffer, Buffer>): void {
  meta.removeSync(OWNER);
}

function ownerIn(value: Buffer | undefined): Owner | undefined {
  return value && JSON.parse(value.toString());
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // alive, and another user's
  }
}

/** A process that has ended and waits for its parent to take note: it holds nothing any more. */
const DEAD = 'dead';

/** Tells a process from a later one that was given the same pid. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name, in parentheses, may hold anything; the state is the first field after it, the start time the 20th
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? DEAD : (fields[19] ?? '');
  } catch {
    return ''; // no /proc here, or no such process
  }
}
