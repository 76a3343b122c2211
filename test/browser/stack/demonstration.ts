import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../../apps/cli/src/supervisor/project-root.js';
import { CACHE } from '../cache.js';
import { makeOnce } from '../chromium/make-once.js';
import { up } from '../../stack/up.js';

export const DEMONSTRATION = 'demo';

/**
 * Lays a demonstration that has been lived to its day into a data folder. It is lived through once per state of the
 * programs (some 10 s of processor time) and copied from then on (50 MB, about 0.1 s).
 */
export async function layDemonstration(data: string): Promise<void> {
  const lived = await makeOnce(join(CACHE, `demonstration-${stateOfPrograms()}`), live);
  const now = new Date();
  utimesSync(lived, now, now);
  // as they are: PostgreSQL's folder may belong to another user
  await promisify(execFile)('cp', ['-a', join(lived, DEMONSTRATION), data]);
}

async function live(data: string): Promise<void> {
  forgetOld(dirname(data));
  const { child, ready, ended } = up({ TRAGUARDO_DATA: data, REDIS_URL: '' });
  try {
    await ready;
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The contents of all that has a say in how a demonstration is lived and kept. */
function stateOfPrograms(): string {
  const hash = createHash('sha256').update(process.versions.modules);
  const files = ['package-lock.json'];
  for (const folder of ['dist/apps', 'dist/libs', 'examples/comune'])
    for (const entry of readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(js|yaml|md)$/.test(entry)) files.push(join(folder, entry));
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(PROJECT_ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

const OLD_MS = 3_600_000;

/** Those of earlier states that nobody has used for an hour. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => /^\.?demonstration-/.test(entry))) {
    const path = join(folder, name);
    // whoever waits for the same demonstration lays files beside it, and takes them away again
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.mtimeMs < Date.now() - OLD_MS) rmSync(path, { recursive: true, force: true });
  }
}
