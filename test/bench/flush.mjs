import { closeSync, constants, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = 4096;
const PAGES = 2048;
const TIMES = 300;

/** About a round trip: a disk that is asked again at once answers sooner than one that is asked as appends ask it. */
const PAUSE_MS = 0.25;

/** What the disk takes to keep a small write, now and then: the median of a few hundred, in ms. */
export function flushMs(folder) {
  return medianOf(folder, ({ flush }) => flush());
}

/** What it takes to keep what LMDB writes for one append: eight pages here and there, then the one that makes them valid. */
export function transactionMs(folder) {
  return medianOf(folder, ({ transact }) => transact());
}

/** A file to keep pages in; `end` removes it. */
export function flusher(folder) {
  const path = join(folder, 'flush');
  const file = openSync(path, 'w+');
  const synced = openSync(path, constants.O_WRONLY | constants.O_DSYNC);
  const page = Buffer.alloc(PAGE);
  for (let n = 0; n < PAGES; n++) writeSync(file, page, 0, PAGE, n * PAGE);
  fdatasyncSync(file);
  let n = 0;
  return {
    flush: () => {
      page.fill(++n & 255);
      writeSync(synced, page, 0, PAGE, (n % PAGES) * PAGE);
    },
    transact: () => {
      page.fill(++n & 255);
      for (let k = 0; k < 8; k++) writeSync(file, page, 0, PAGE, (2 + ((n * 7 + k * 311) % (PAGES - 2))) * PAGE);
      fdatasyncSync(file);
      writeSync(synced, page, 0, 128, (n & 1) * PAGE);
    },
    end: () => {
      closeSync(file);
      closeSync(synced);
      rmSync(path);
    },
  };
}

function medianOf(folder, work) {
  const disk = flusher(folder);
  const took = [];
  for (let n = 0; n < TIMES; n++) {
    for (const until = performance.now() + PAUSE_MS; performance.now() < until;);
    const began = performance.now();
    work(disk);
    took.push(performance.now() - began);
  }
  disk.end();
  return took.sort((a, b) => a - b)[TIMES / 2];
}
