import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What the disk takes to keep a small write: the median of a few hundred, in ms. */
export async function flushMs(folder) {
  const path = join(folder, 'flush');
  const file = openSync(path, 'w+');
  const page = Buffer.alloc(4096);
  for (let n = 0; n < 64; n++) writeSync(file, page, 0, page.length, n * page.length);
  fdatasyncSync(file);
  const took = [];
  for (let n = 0; n < 300; n++) {
    page.fill(n & 255);
    const began = performance.now();
    writeSync(file, page, 0, page.length, (n % 64) * page.length);
    fdatasyncSync(file);
    took.push(performance.now() - began);
  }
  closeSync(file);
  rmSync(path);
  return took.sort((a, b) => a - b)[150];
}
