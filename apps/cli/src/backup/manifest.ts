import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupFailure } from './backup-failure.js';

/** Written last: a backup without it was broken off. */
export const MANIFEST = 'manifest.json';

const Standing = z.object({
  position: z.string(),
  version: z.number(),
  shape: z.string(),
  parked: z.number(),
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
});

const Manifest = z.object({
  format: z.literal(1),
  release: z.string(),
  body: z.string(),
  at: z.string(),
  /** Null where the log is kept by an EventStoreDB of its own. */
  log: z.object({ position: z.number(), events: z.number(), streams: z.number() }).nullable(),
  /** How many migrations the accounts have seen. */
  accounts: z.object({ migrations: z.number() }),
  readModel: z.record(z.string(), Standing),
  /** Path in the backup, size in bytes and SHA-256 of every file. */
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});

/** What a backup holds, and what must be true of it when it is restored. */
export type Manifest = z.output<typeof Manifest>;

/** @throws BackupFailure `backup/not-complete`, `backup/damaged` */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) {
    const message = `${folder} is no whole backup: it has no ${MANIFEST}, which is written last. Take another one.`;
    throw new BackupFailure('backup/not-complete', message);
  }
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new BackupFailure('backup/damaged', `${file} cannot be read: take another backup.`, { cause });
  }
}
