import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterOf, passwordOf, ROLE } from './cluster.js';

/** The fourth line of the file that a running server keeps. */
const PORT_LINE = 3;

/**
 * The address of the server that runs on a data folder, for whoever may read the folder; undefined when none does.
 * Somebody else holds the folder: the server may stop at any time.
 */
export function runningUrl(data: string): string | undefined {
  const file = join(clusterOf(data), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const port = Number(readFileSync(file, 'utf8').split('\n')[PORT_LINE]);
  return port > 0 ? `postgresql://${ROLE}:${passwordOf(data)}@127.0.0.1:${port}/${ROLE}` : undefined;
}
