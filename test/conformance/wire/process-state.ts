import { setTimeout as pause } from 'node:timers/promises';
import { readdir, readFile } from 'node:fs/promises';

/** Memory of a process that is its own; mapped files are the kernel's to give back. Linux only. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Files and sockets that a process has open. Linux only. */
export async function openFiles(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}

/** Resolves with the open files once they are few enough, or as they are half a minute later: who breaks the protocol is let go after 20 s. */
export async function openFilesLater(pid: number, enough: number): Promise<number> {
  for (let left = 300; left > 0 && (await openFiles(pid)) > enough; left -= 1) await pause(100);
  return openFiles(pid);
}
