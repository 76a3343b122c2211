import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { chmod, copyFile, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BackupFailure } from './backup-failure.js';
import type { Manifest } from './manifest.js';

/** What a body's folder holds besides log and tables, and a backup keeps: documents, messages, the demonstration's mark. */
export const KEPT = ['evidence', 'mail', 'demonstration.json'] as const;

/** Uploads and messages that are under way. */
const PASSING = [join('evidence', 'incoming'), `mail${sep}.`];

/** Every file below, with `/` in its path whatever the system; what is under way is left out. */
export function filesIn(folder: string, tops: readonly string[]): readonly string[] {
  return tops
    .filter((top) => existsSync(join(folder, top)))
    .flatMap((top) => {
      if (top.endsWith('.json')) return [top];
      return readdirSync(join(folder, top), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
    })
    .filter((path) => !PASSING.some((passing) => path.startsWith(passing)))
    .map((path) => path.split(sep).join('/'));
}

/** Copies for its owner alone, and waits for the disk. */
export async function copyPrivately(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  await chmod(to, 0o600);
  await flush(to);
}

/** Waits until a file, or the list of a folder, is on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function describeFile(folder: string, path: string): Promise<Manifest['files'][number]> {
  const file = join(folder, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { path, size: (await stat(file)).size, sha256: hash.digest('hex') };
}

/** Documents that are not what their names say. */
export function altered(files: Manifest['files']): readonly string[] {
  return files.flatMap(({ path, sha256 }) =>
    path.startsWith('evidence/') && path.split('/').slice(1).join('') !== sha256 ? [path] : [],
  );
}

/**
 * A document is named by its content: one that is damaged in a copy would be damaged for ever.
 *
 * @throws BackupFailure `backup/damaged`
 */
export function requireWholeDocuments(files: Manifest['files']): void {
  const [path] = altered(files);
  if (path !== undefined)
    throw new BackupFailure(
      'backup/damaged',
      `The document ${path} no longer has the content it was kept with: restore it from an older backup.`,
    );
}
