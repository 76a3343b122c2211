import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/**
 * The program of a scanner's command line, where it is not there or cannot be run: without it no document is kept, and
 * whoever starts the API should know before somebody uploads one.
 */
export async function missingScanner(command: string | undefined): Promise<string | null> {
  const program = (command ?? '').trim().split(/\s+/)[0];
  if (program === undefined || program === '') return null;
  const places = program.includes('/')
    ? [program]
    : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  for (const place of places) if (await runs(place)) return null;
  return program;
}

async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
