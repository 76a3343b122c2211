import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { types } from 'node:util';
import { LogBackupFailure } from '../errors.js';
import { copyLog } from '../lmdb/copy-log.js';
import { flush } from '../lmdb/flush.js';
import { makeFolder } from '../lmdb/make-folder.js';
import { FILE } from '../lmdb/whole-file.js';
import { digestOf } from './digest.js';
import type { LogBackup } from './manifest.js';
import { damaged, readManifest, writeManifest } from './manifest.js';
import { readWholeLog } from './read-whole-log.js';

/**
 * Copies the log of a folder as it stands at one moment, also while a node writes to it, and reads the copy whole.
 *
 * @param to  a folder that does not exist yet, or is empty; on a failure it is as it was
 * @throws LogBackupFailure
 */
export async function backUpLog(data: string, to: string, nowMs: () => number): Promise<LogBackup> {
  requireEmpty(to);
  const made = !existsSync(to);
  try {
    const at = new Date(nowMs()).toISOString();
    await copyLog(data, to);
    const contents = await readWholeLog(to);
    const file = join(to, FILE);
    flush(file);
    const backup: LogBackup = { at, ...contents, bytes: statSync(file).size, sha256: await digestOf(file) };
    writeManifest(to, backup);
    flush(to);
    flush(dirname(to));
    return backup;
  } catch (error) {
    clear(to, made);
    throw failureOf(error, to);
  }
}

/**
 * Makes the folder of a log out of a backup, once everything the backup says of itself has proved true of the copy.
 *
 * @param data  a folder that does not exist yet, or is empty; on a failure it is as it was
 * @throws LogBackupFailure
 */
export async function restoreLog(from: string, data: string): Promise<LogBackup> {
  const backup = readManifest(from);
  requireEmpty(data);
  const work = `${data}.restoring`;
  try {
    clear(work, true); // of a restore that was killed
    makeFolder(work);
    const file = join(work, FILE);
    if (!existsSync(join(from, FILE))) throw damaged(from, `${FILE} is missing`);
    await copyFile(join(from, FILE), file);
    if (statSync(file).size !== backup.bytes || (await digestOf(file)) !== backup.sha256)
      throw damaged(from, `${FILE} is not what was written`);
    const { events, streams, position } = await readWholeLog(work);
    if (events !== backup.events || streams !== backup.streams || position !== backup.position)
      throw damaged(
        from,
        `it has ${events} events to position ${position}, not ${backup.events} to ${backup.position}`,
      );
    flush(file);
    flush(work);
    if (existsSync(data)) rmdirSync(data); // never what somebody has put there meanwhile
    renameSync(work, data);
    flush(dirname(data));
    return backup;
  } catch (error) {
    clear(work, true);
    throw failureOf(error, data);
  }
}

function requireEmpty(folder: string): void {
  if (!existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0)) return;
  throw new LogBackupFailure(
    'event-node/backup-place-taken',
    `${folder} is there already, and is no empty folder: give a new one.`,
  );
}

function clear(folder: string, made: boolean): void {
  if (!existsSync(folder)) return;
  if (made) rmSync(folder, { recursive: true, force: true });
  else for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { force: true });
}

/** Every failure is a sentence. */
function failureOf(error: unknown, folder: string): unknown {
  if (!types.isNativeError(error) || ('code' in error && String(error.code).startsWith('event-node/'))) return error;
  const full = /ENOSPC|EDQUOT|No space left|disk is full/i.test(
    `${'code' in error ? String(error.code) : ''} ${error.message}`,
  );
  if (full)
    return new LogBackupFailure(
      'event-node/backup-disk-full',
      `The disk that holds ${folder} is full: free some space.`,
      {
        cause: error,
      },
    );
  return new LogBackupFailure('event-node/backup-failed', `${folder} could not be written: ${error.message}`, {
    cause: error,
  });
}
