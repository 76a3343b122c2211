import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { missingWords } from '../backup/missing-documents.js';
import { externalParts } from './backup.js';
import { dataFolder } from './up-config.js';

interface Wanted {
  readonly body: string;
  readonly from: string;
}

/** `traguardo restore`: makes a body of a backup, and proves that it is the same. */
export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('make the folder of a body out of a backup, and prove that it is the same')
    .requiredOption('--from <folder>', 'the backup')
    .requiredOption('--body <name>', 'the body; its folder must be empty')
    .action((wanted: Wanted) => restore(wanted));
}

async function restore({ from, body }: Wanted): Promise<void> {
  const begun = performance.now();
  const { restoreBackup } = await import('../backup/restore-backup.js'); // no other command loads its libraries
  const folder = join(resolve(dataFolder(process.env)), body);
  const { manifest, sameTables, otherTables, missing } = await restoreBackup({
    from: resolve(from),
    body,
    folder,
    external: externalParts(process.env),
    onProgress: (line) => console.error(line),
  });
  const { log, files, at, release } = manifest;
  console.log(`Files: ${files.length}, each with the content it was written with`);
  if (log === null)
    console.log('NOT COVERED: the log, which is kept elsewhere. Restore it by the means of EventStoreDB.');
  else {
    console.log(`Log: ${log.events} events in ${log.streams} streams to position ${log.position}, every chain holds`);
    console.log(`Read model: built anew; ${sameTables.length} tables are the same, row by row, as at the backup`);
  }
  if (otherTables.length > 0)
    console.log(`Not compared, as this release builds them in another way: ${otherTables.join(', ')}`);
  if (missing.length > 0) console.log(`NOT WHOLE: ${missingWords(missing)}`);
  console.log('Sessions and one-time links were not restored: people sign in again.');
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`Restored "${body}" of ${at} (release ${release}) in ${seconds} s: ${folder}`);
}
