import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;

/** Files that are kept besides the one that is written: `<path>.1` is the newest of them. */
const KEPT = 5;

export interface LogFile {
  readonly path: string;
  write(chunk: string | Buffer): void;
  close(): void;
}

/** Appends to a file; past 10 MiB it becomes `<path>.1`, those before move on by one, and a new one begins. */
export function openLogFile(path: string, maxBytes = MAX_BYTES, kept = KEPT): LogFile {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  let handle = openSync(path, 'a', 0o600);
  let size = fstatSync(handle).size;
  return {
    path,
    write: (chunk) => {
      try {
        if (size > maxBytes) {
          closeSync(handle);
          moveOn(path, kept);
          handle = openSync(path, 'a', 0o600);
          size = 0;
        }
        size += writeSync(handle, typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      } catch {
        size += 0; // a disk that is full loses log lines, not the parts that still run
      }
    },
    close: () => closeSync(handle),
  };
}

function moveOn(path: string, kept: number): void {
  for (let number = kept - 1; number >= 1; number -= 1)
    if (existsSync(`${path}.${number}`)) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
  renameSync(path, `${path}.1`);
}
