import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LogBackupFailure } from '../errors.js';
import { openLogOf } from '../lmdb/copy-log.js';
import { numberIn, numberKey } from '../lmdb/keys.js';
import type { Tables } from '../lmdb/tables.js';
import { tablesIn, tailOf } from '../lmdb/tables.js';
import { headingOf } from '../log/record.js';

export interface LogContents {
  readonly events: number;
  readonly streams: number;
  /** Of the last event, 0 when there is none. */
  readonly position: number;
}

/**
 * Reads every event of a log that nobody writes to, and looks it up in its stream again.
 *
 * @throws LogBackupFailure when something does not fit together
 */
export async function readWholeLog(folder: string): Promise<LogContents> {
  const meta = openLogOf(folder, { readOnly: true });
  try {
    return contentsOf(tablesIn(meta), folder);
  } finally {
    await meta.close();
    rmSync(join(folder, 'lock.mdb'), { force: true }); // nobody has it open
  }
}

function contentsOf(tables: Tables, folder: string): LogContents {
  let [events, position] = [0, 0];
  for (const { key, value } of tables.log.getRange({})) {
    const at = numberIn(key);
    const { stream, revision } = headingOf(value);
    const tail = tailOf(tables, stream);
    const found = tail && tables.revisions.get(numberKey(tail.number, revision));
    if (!found || numberIn(found) !== at || revision > tail.revision)
      throw new LogBackupFailure(
        'event-node/backup-damaged',
        `The log in ${folder} does not hold: the event at position ${at} is not where its stream has it.`,
      );
    events += 1;
    position = at;
  }
  const [listed, streams] = [tables.revisions, tables.streams].map(
    (table) => (table.getStats() as { entryCount: number }).entryCount,
  );
  if (listed !== events)
    throw new LogBackupFailure(
      'event-node/backup-damaged',
      `The log in ${folder} does not hold: its streams list ${listed} events, it has ${events}.`,
    );
  return { events, streams: streams ?? 0, position };
}
