import { statSync, unlinkSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './settle.js';

export interface Sweeping {
  /** Milliseconds: what was added or cited since then stays. */
  readonly before: number;
  /** Asked only where there is something old. */
  readonly cited: () => Promise<ReadonlySet<string> | ReadonlyMap<string, unknown>>;
}

/**
 * Removes old contents that nobody cites.
 *
 * @param inUse  those that somebody is just about to cite
 * @returns how many
 */
export async function sweep(root: string, inUse: ReadonlySet<string>, { before, cited }: Sweeping): Promise<number> {
  const old = (await contentsIn(root)).filter(({ changedAt }) => changedAt < before);
  if (old.length === 0) return 0;
  const kept = await cited();
  return old.filter(({ sha256, path }) => !kept.has(sha256) && !inUse.has(sha256) && removed(path, before)).length;
}

/** Looks and removes in one go: whoever cites it later finds it gone, whoever did so before has made it young. */
function removed(path: string, before: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.mtimeMs >= before) return false;
  unlinkSync(path);
  return true;
}

async function contentsIn(root: string) {
  const found: { sha256: string; path: string; changedAt: number }[] = [];
  for (const folder of await readdir(root)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await readdir(join(root, folder))) {
      const path = join(root, folder, name);
      const file = await unlessMissing(stat(path));
      if (file !== null) found.push({ sha256: `${folder}${name}`, path, changedAt: file.mtimeMs });
    }
  }
  return found;
}
