import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runningUrl, startPostgres } from '#postgres';
import { lockFolder } from '../supervisor/folder-lock.js';
import { StartFailure } from '../supervisor/start-failure.js';
import { BackupFailure } from './backup-failure.js';

/** A body's folder that can be read, whether its stack runs or not. */
export interface Source {
  readonly databaseUrl: string;
  readonly running: boolean;
  close(): Promise<void>;
}

/**
 * Finds the database of a running stack; of one that is stopped, starts it and keeps others from the folder meanwhile.
 *
 * @param external  address of a database that is kept elsewhere
 * @throws BackupFailure `backup/no-body`
 */
export async function openSource(folder: string, external: string | undefined): Promise<Source> {
  if (!existsSync(folder)) {
    throw new BackupFailure(
      'backup/no-body',
      `There is no body in ${folder}: name one with --body, or set TRAGUARDO_DATA.`,
    );
  }
  const lock = await lockFolder(folder).catch((error: unknown) => {
    if (error instanceof StartFailure && error.code === 'stack/folder-in-use') return undefined;
    throw error;
  });
  const release = async (): Promise<void> => lock?.release();
  if (external !== undefined) return { databaseUrl: external, running: lock === undefined, close: release };
  const data = join(folder, 'postgres');
  if (lock === undefined) {
    const databaseUrl = runningUrl(data);
    if (databaseUrl !== undefined) return { databaseUrl, running: true, close: release };
    throw new BackupFailure('backup/stack-ended', `The stack of ${folder} is starting or stopping: try again shortly.`);
  }
  try {
    if (!existsSync(data)) throw new BackupFailure('backup/no-body', `${folder} has no database yet: start it once.`);
    const postgres = await startPostgres({ data, port: 0 });
    lock.note('postgres', postgres.pid);
    return {
      databaseUrl: postgres.url,
      running: false,
      close: async () => {
        await postgres.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
