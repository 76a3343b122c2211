/** Where a backup and a restore are killed: before the nth call of something. */
export const COPY_POINTS = {
  backup: {
    'when the log is copied': ['rmSync', 1],
    'before the copy is flushed': ['fsyncSync', 1],
    'before the copy is described': ['writeFileSync', 1],
    'before its folder is flushed': ['fsyncSync', 2],
  },
  restore: {
    'before the backup is copied': ['copyFile', 1],
    'before the copy is flushed': ['fsyncSync', 1],
    'before the copy gets its name': ['renameSync', 1],
    'before its name is flushed': ['fsyncSync', 3],
  },
} as const;
