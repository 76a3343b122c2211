import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 10 * 1024 * 1024;

export interface LogFile {
  readonly path: string;
  write(chunk: string | Buffer): void;
  close(): void;
}

/** Appends to a file; past 10 MiB it becomes `<path>.1`, in place of the last one, and a new one begins. */
export function openLogFile(path: string, maxBytes = MAX_BYTES): LogFile {
  mkdirSync(dirname(path), { recursive: true });
  let handle = openSync(path, 'a', 0o600);
  let size = fstatSync(handle).size;
  return {
    path,
    write: (chunk) => {
      try {
        if (size > maxBytes) {
          closeSync(handle);
          renameSync(path, `${path}.1`);
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
