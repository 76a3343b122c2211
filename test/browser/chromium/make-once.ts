import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from '../../../apps/cli/src/supervisor/process-identity.js';
import { until } from '../stack/until.js';

const PATIENCE_MS = 300_000;

/**
 * Makes a folder unless it is there already. Of two processes that want it at once one makes it and the other waits.
 * Nobody ever sees one that is half made; should two make it after all, the first to finish gives it the name.
 */
export async function makeOnce(folder: string, make: (draft: string) => Promise<void>): Promise<string> {
  mkdirSync(dirname(folder), { recursive: true });
  const claim = `${folder}.claim`;
  const mine = await until(
    `${folder} is made`,
    () => (existsSync(folder) ? 'made' : isClaimed(claim) ? undefined : 'to make'),
    PATIENCE_MS,
  );
  if (mine === 'made') return folder;
  const draft = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await make(draft);
    chmodSync(draft, 0o755); // whoever made it, everybody may use it
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(claim, { force: true });
  }
  return folder;
}

/** Is somebody else at it? If not, we are from now on. */
function isClaimed(claim: string): boolean {
  const mine = `${claim}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)));
  try {
    linkSync(mine, claim); // all at once or not at all
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine);
  }
  if (!isAlive(claim)) rmSync(claim, { force: true });
  return true;
}

function isAlive(claim: string): boolean {
  try {
    return isRunning(JSON.parse(readFileSync(claim, 'utf8')) as ProcessIdentity);
  } catch {
    return false; // given up meanwhile
  }
}
