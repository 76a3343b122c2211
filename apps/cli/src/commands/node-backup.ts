import { resolve } from 'node:path';
import type { Command } from 'commander';

/** `traguardo node backup` and `traguardo node restore`: the log of an event node alone, without a body around it. */
export function addNodeBackup(node: Command): void {
  node
    .command('backup')
    .description('copy a log into a new folder, also while a node serves it, and read the copy whole')
    .requiredOption('--from <folder>', 'where the log is kept')
    .requiredOption('--to <folder>', 'a folder that does not exist yet')
    .action(async ({ from, to }: { from: string; to: string }) => {
      const { backUpLog } = await import('#event-node'); // no other command loads its libraries
      const { events, streams, position, bytes } = await backUpLog(resolve(from), resolve(to), Date.now);
      console.log(
        `Backup of ${events} events in ${streams} streams to position ${position}, ${bytes} bytes: ${resolve(to)}`,
      );
    });
  node
    .command('restore')
    .description('make the folder of a log out of a backup, and prove that it is the same')
    .requiredOption('--from <folder>', 'the backup')
    .requiredOption('--to <folder>', 'where the log is to be kept; a folder that does not exist yet')
    .action(async ({ from, to }: { from: string; to: string }) => {
      const { restoreLog } = await import('#event-node');
      const { events, streams, position, at } = await restoreLog(resolve(from), resolve(to));
      console.log(
        `Restored ${events} events in ${streams} streams to position ${position}, as of ${at}: ${resolve(to)}`,
      );
    });
}
