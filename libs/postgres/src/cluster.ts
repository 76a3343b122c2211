import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { POSTGRES_MAJOR } from './binaries.js';
import { failureFrom, PostgresFailure } from './failure.js';
import { keep } from './keeper.js';
import type { RunAs } from './run-as.js';

/** The one role that connects, and the database it owns. */
export const ROLE = 'traguardo';

/** With a new ending each time: an initdb that is being killed may still write into the last one. */
const UNFINISHED = 'cluster.unfinished-';

const PASSWORD_FILE = 'traguardo.password';

/** The folder of the cluster inside the data folder; it exists only once it is whole. */
export const clusterOf = (data: string): string => join(data, 'cluster');

/** The password of `traguardo`, known to whoever may read the data folder. */
export const passwordOf = (data: string): string => readFileSync(join(clusterOf(data), PASSWORD_FILE), 'utf8').trim();

/**
 * Makes the cluster of a data folder unless it is there. It is built under another name and renamed when whole, so a
 * folder left half-made by a kill is simply made again.
 *
 * @param data  an existing folder that `runAs` owns
 * @throws PostgresFailure `postgres/other-version`, `postgres/disk-full`, `postgres/no-permission`
 */
export async function ensureCluster(data: string, binaries: Binaries, runAs: RunAs, settings: ClusterSettings) {
  const cluster = clusterOf(data);
  if (existsSync(cluster)) return checkVersion(cluster);
  for (const name of readdirSync(data).filter((entry) => entry.startsWith(UNFINISHED)))
    rmSync(join(data, name), { recursive: true, force: true });
  const unfinished = join(data, UNFINISHED + randomBytes(4).toString('hex'));
  await initialise(unfinished, binaries, runAs, settings);
  renameSync(unfinished, cluster);
  if (settings.durable) syncFolder(data);
}

export interface ClusterSettings {
  /** Wait for the disk. */
  readonly durable: boolean;
  /** May the role create databases? Only tests need it. */
  readonly createsDatabases: boolean;
}

async function initialise(folder: string, binaries: Binaries, runAs: RunAs, settings: ClusterSettings): Promise<void> {
  const what = 'PostgreSQL could not create its data folder';
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=it-IT'];
  const access = ['--username=postgres', '--auth=reject', '--lc-messages=C', '--no-instructions'];
  const speed = settings.durable ? [] : ['--no-sync', '--wal-segsize=1'];
  await run(runAs, binaries.initdb, ['-D', folder, ...locale, ...access, ...speed], '', what, folder);

  const password = randomBytes(24).toString('hex');
  // The superuser has no password and no line here: nobody reaches it over the network.
  writeFileSync(join(folder, 'pg_hba.conf'), `host all ${ROLE} 127.0.0.1/32 scram-sha-256\n`);
  writeFileSync(join(folder, PASSWORD_FILE), `${password}\n`, { mode: 0o600 });
  const rights = settings.createsDatabases ? 'CREATEDB' : 'NOCREATEDB';
  const sql = `CREATE ROLE ${ROLE} LOGIN ${rights} PASSWORD '${password}';\nCREATE DATABASE ${ROLE} OWNER ${ROLE};\n`;
  const single = ['--single', '-D', folder, ...(settings.durable ? [] : ['-c', 'fsync=off']), 'postgres'];
  const output = await run(runAs, binaries.postgres, single, sql, what, folder);
  if (/^.*(ERROR|FATAL):/m.test(output)) throw failureFrom(what, folder, output);
}

function run(runAs: RunAs, program: string, args: readonly string[], input: string, what: string, folder: string) {
  return new Promise<string>((resolve, reject) => {
    const child = runAs.spawn(program, args, ['pipe', 'ignore', 'pipe']);
    const keeper = child.pid === undefined ? undefined : keep(child.pid, 'INT');
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin?.on('error', () => undefined); // it died early: its exit code says so
    child.stdin?.end(input);
    child.once('error', (cause) => reject(new PostgresFailure('postgres/not-started', `${what}: ${cause.message}`)));
    child.once('close', (code) => {
      keeper?.release();
      if (code === 0) resolve(output);
      else reject(failureFrom(what, folder, output));
    });
  });
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  const message = `${cluster} was made by PostgreSQL ${version}, this release runs ${POSTGRES_MAJOR}: restore a backup into a new folder.`;
  throw new PostgresFailure('postgres/other-version', message);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
