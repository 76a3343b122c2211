import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { missingWords } from '../backup/missing-documents.js';
import { dataFolder } from './up-config.js';

interface Wanted {
  readonly body: string;
  readonly to: string;
}

/** `traguardo backup`: copies a body, also while it runs. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('copy a body into a new folder, also while it runs: log, accounts, documents, messages')
    .requiredOption('--body <name>', 'the body')
    .requiredOption('--to <folder>', 'a folder that does not exist yet')
    .action((wanted: Wanted) => backup(wanted));
}

async function backup({ body, to }: Wanted): Promise<void> {
  const begun = performance.now();
  const { takeBackup } = await import('../backup/take-backup.js'); // no other command loads its libraries
  const external = externalParts(process.env);
  const { manifest, missing } = await takeBackup({
    body,
    folder: join(resolve(dataFolder(process.env)), body),
    to: resolve(to),
    external,
    now: Date.now,
    onProgress: (line) => console.error(line),
  });
  const { log, files } = manifest;
  const megabytes = (files.reduce((sum, { size }) => sum + size, 0) / 2 ** 20).toFixed(1);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (log !== null)
    console.log(`Log: ${log.events} events in ${log.streams} streams to position ${log.position}, every chain holds`);
  else
    console.log(
      `NOT COVERED: the log in ${withoutSecrets(external.eventStoreUrl)}. Back it up by the means of EventStoreDB.`,
    );
  if (missing.length > 0) console.log(`NOT WHOLE: ${missingWords(missing)}`);
  console.log(`Backup of "${body}": ${files.length} files, ${megabytes} MB, in ${seconds} s: ${resolve(to)}`);
}

/** Parts that are kept elsewhere. */
export function externalParts(env: NodeJS.ProcessEnv): { databaseUrl?: string; eventStoreUrl?: string } {
  const [databaseUrl, eventStoreUrl] = [env['DATABASE_URL'], env['EVENTSTORE_URL']];
  return { ...(databaseUrl && { databaseUrl }), ...(eventStoreUrl && { eventStoreUrl }) };
}

function withoutSecrets(url: string | undefined): string {
  return (url ?? '').replace(/\/\/[^@/]*@/, '//');
}
