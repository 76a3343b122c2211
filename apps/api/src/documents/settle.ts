import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hashOf } from './hash-of.js';

/**
 * Gives a flushed file its lasting name. A file that is there already under that name, whole, stays as it is: the name
 * is made of the content. One that the disk has damaged since gives way.
 */
export async function settle(draft: string, path: string, sha256: string): Promise<void> {
  const kept = await unlessMissing(hashOf(path));
  if (kept?.sha256 === sha256) return;
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
