import { spawn } from 'node:child_process';
import { Refusal } from '../http/refusal.js';

/** A scanner that says nothing for this long is taken to have failed. */
const LONGEST_MS = 60_000;

/** Looks at a file before it is kept. @throws Refusal `document/infected`, `document/not-scanned` */
export type Scan = (path: string, name: string) => Promise<void>;

/**
 * A scanner as its command line, split at blanks: no shell reads it, and the file's path is added as its last argument.
 * As clamdscan it ends with 0 where the file is clean and with 1 where it is not; anything else is a scan that failed, and keeps
 * nothing either.
 *
 * @param command  absent or blank: nothing is scanned
 */
export function scanBy(command: string | undefined): Scan {
  const [program, ...given] = (command ?? '').split(/\s+/).filter((word) => word !== '');
  if (program === undefined) return () => Promise.resolve();
  return async (path, name) => {
    const status = await ended(program, [...given, path]).catch((cause: unknown) => {
      throw Object.assign(new Refusal('document/not-scanned', { name }), { cause });
    });
    if (status === 1) throw new Refusal('document/infected', { name });
    if (status !== 0) throw new Refusal('document/not-scanned', { name });
  };
}

/** The program's exit code; null where it was killed. */
function ended(program: string, given: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    // not `timeout`, which keeps the process for as long where the program cannot be started
    const signal = AbortSignal.timeout(LONGEST_MS);
    const scanner = spawn(program, given, { stdio: 'ignore', signal, shell: false });
    scanner.once('error', reject);
    scanner.once('exit', resolve);
  });
}
