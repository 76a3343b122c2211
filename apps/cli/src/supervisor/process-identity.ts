import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process and when it began: numbers are given again, the two together are not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly began: string;
}

/** @returns undefined when no such process is running */
export function identify(pid: number): ProcessIdentity | undefined {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganElsewhere(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Is it still this very process that has the number? */
export function isRunning({ pid, began }: ProcessIdentity): boolean {
  return identify(pid)?.began === began;
}

function beganOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold spaces; what follows is state, …, start in ticks since boot (22nd of all).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return undefined; // no such process
  }
}

function beganElsewhere(pid: number): string | undefined {
  try {
    const began = execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim();
    return began === '' ? undefined : began;
  } catch {
    return undefined; // no such process
  }
}
