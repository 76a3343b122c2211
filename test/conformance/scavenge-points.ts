/** Where a scavenge is killed: before the nth of something. */
export const POINTS = {
  'while it removes': ['removed', 2],
  'while it copies': ['copied', 2],
  'before the copy is flushed': ['fsyncSync', 1],
  'before the files are exchanged': ['renameSync', 1],
  'between the lock and the file': ['renameSync', 2],
  'before the exchange is flushed': ['fsyncSync', 2],
  'when the old file is closed': ['rmSync', 2],
} as const;
