import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Gives a flushed file its lasting name. A file that is there already under that name, whole, stays as it is: the name
 * is made of the content.
 */
export async function settle(draft: string, path: string, size: number): Promise<void> {
  const kept = await unlessMissing(stat(path));
  if (kept?.size === size) return;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(draft, path);
  await flushFolder(dirname(path)); // without it a machine that fails may forget the name
}

/** Null where there is no such file. */
export async function unlessMissing<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
