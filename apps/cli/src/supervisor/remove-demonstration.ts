import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.js';
import type { StackOptions } from './stack-options.js';
import { folderFailure, StartFailure } from './start-failure.js';

/** Only what prepares a demonstration leaves this file. */
const MARK = 'demonstration.json';

/**
 * Removes the folder of a demonstration, and nothing that is none.
 *
 * @returns false where there is no such folder: then there is nothing to remove
 * @throws StartFailure `stack/not-a-demonstration`, `stack/folder-in-use`
 */
export async function removeDemonstration({
  data,
  body,
  external,
}: Pick<StackOptions, 'data' | 'body' | 'external'>): Promise<boolean> {
  const folder = join(resolve(data), body);
  if (!existsSync(folder)) return false;
  if (!existsSync(join(folder, MARK))) throw new StartFailure('stack/not-a-demonstration', notOne(folder));
  if (external?.eventStoreUrl !== undefined || external?.databaseUrl !== undefined)
    throw new StartFailure('stack/not-a-demonstration', elsewhere(folder));
  await lockFolder(folder); // nobody uses it, and nobody begins to; the lock goes with the folder
  try {
    rmSync(folder, { recursive: true });
  } catch (error) {
    throw folderFailure(error, folder);
  }
  return true;
}

const notOne = (folder: string): string =>
  `${folder} is not a demonstration and is left as it is: --reset removes only what was invented. Who wants it gone removes the folder by hand.`;

const elsewhere = (folder: string): string =>
  `${folder} keeps its log or its tables on other servers (EVENTSTORE_URL, DATABASE_URL), which --reset does not touch: empty them by hand.`;
