import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';

/** Waits until a file, or the list of a folder, is on the disk. */
export function flush(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return; // it keeps lists by itself
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
