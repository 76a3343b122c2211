import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogBackupFailure } from '../errors.js';
import type { LogContents } from './read-whole-log.js';

/** Written last: a backup without it was broken off. */
const MANIFEST = 'backup.json';

const FORMAT = 1;

/** What a backup of a log holds, and what must be true of it when it is restored. */
export interface LogBackup extends LogContents {
  readonly at: string;
  readonly bytes: number;
  readonly sha256: string;
}

export function writeManifest(folder: string, backup: LogBackup): void {
  const text = `${JSON.stringify({ format: FORMAT, ...backup }, null, 2)}\n`;
  writeFileSync(join(folder, MANIFEST), text, { mode: 0o600, flush: true });
}

/** @throws LogBackupFailure */
export function readManifest(folder: string): LogBackup {
  const file = join(folder, MANIFEST);
  if (!existsSync(file))
    throw new LogBackupFailure(
      'event-node/backup-not-complete',
      `${folder} is no whole backup of a log: it has no ${MANIFEST}, which is written last. Take another one.`,
    );
  const { format, at, events, streams, position, bytes, sha256 } = parsed(file);
  if (
    format !== FORMAT ||
    typeof at !== 'string' ||
    typeof events !== 'number' ||
    typeof streams !== 'number' ||
    typeof position !== 'number' ||
    typeof bytes !== 'number' ||
    typeof sha256 !== 'string'
  )
    throw damaged(folder, `${MANIFEST} is of another version or cannot be read`);
  return { at, events, streams, position, bytes, sha256 };
}

export function damaged(folder: string, why: string): LogBackupFailure {
  return new LogBackupFailure(
    'event-node/backup-damaged',
    `The backup in ${folder} is damaged: ${why}. Take an older one.`,
  );
}

function parsed(file: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}
