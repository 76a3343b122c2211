import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '#event-store';
import { altered, describeFile, filesIn } from '../backup/files.js';
import { missingDocuments, missingWords } from '../backup/missing-documents.js';
import { ok, problem, type Finding } from './finding.js';

/** Documents up to this size together are read whole; more take the time that a backup is for, which reads each. */
const READ_WHOLE_BYTES = 2 ** 30;

/** Is every document there that events cite, and is each that is there what its name says? */
export async function documents(folder: string, store: EventStore, body: string): Promise<readonly Finding[]> {
  const paths = filesIn(folder, ['evidence']);
  const missing = await missingDocuments(store, body, paths);
  const told = missing.length > 0 ? [problem('documents', missingWords(missing))] : [];
  const bytes = paths.reduce(
    (sum, path) => sum + (statSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  if (bytes > READ_WHOLE_BYTES) {
    const rest = 'They are too many to be read here: a backup reads each, and refuses one that was altered.';
    return told.length > 0 ? told : [ok('documents', `Every document that events cite is there. ${rest}`)];
  }
  const files = [];
  for (const path of paths) {
    const file = await describeFile(folder, path).catch(unlessSwept);
    if (file !== null) files.push(file);
  }
  const others = altered(files);
  if (others.length > 0) told.push(problem('documents', alteredWords(others)));
  if (told.length > 0) return told;
  return [ok('documents', 'Every document that events cite is there, and each is what it was when it was kept.')];
}

/** What nobody cites may be swept away meanwhile. */
function unlessSwept(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

function alteredWords(paths: readonly string[]): string {
  const [shown, rest] = [paths.slice(0, 3).join(', '), paths.length - 3];
  const what = paths.length === 1 ? '1 document was' : `${paths.length} documents were`;
  return `${what} altered on the disk, and nobody is given them: ${shown}${rest > 0 ? ` and ${rest} more` : ''}. Put them back from an older backup, or upload the same files again; look at the disk.`;
}
