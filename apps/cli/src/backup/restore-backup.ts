import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { verifyLog } from '#audit';
import { writeAuth } from '#auth';
import { lastPositionIn, startEventNode } from '#event-node';
import { eventStoreDb } from '#event-store';
import { dropSchemas, openDatabase, schemasIn, startPostgres, type AuthTables, type ReadTables } from '#postgres';
import { rebuildTo, type ReadModelStanding } from '#read-model';
import { lockFolder, type FolderLock } from '../supervisor/folder-lock.js';
import { compareReleases, newerRelease, RELEASE, takeOver } from '../supervisor/release.js';
import { BackupFailure, writingFailure } from './backup-failure.js';
import { copyPrivately, describeFile, flush, requireWholeDocuments } from './files.js';
import { MANIFEST, readManifest, type Manifest } from './manifest.js';
import { missingDocuments } from './missing-documents.js';

export interface Wanted {
  readonly from: string;
  readonly body: string;
  /** Of the body; must not exist yet, or be empty. */
  readonly folder: string;
  readonly external: { readonly databaseUrl?: string; readonly eventStoreUrl?: string };
  readonly onProgress: (line: string) => void;
}

/** What a restore has proved. */
export interface Proof {
  readonly manifest: Manifest;
  /** Tables of the read model that were built anew and are the same as when the backup was taken. */
  readonly sameTables: readonly string[];
  /** Those that this release builds in another way. */
  readonly otherTables: readonly string[];
  /** Documents that events cite and that the backup does not hold: the body had lost them. */
  readonly missing: readonly string[];
}

/** What a body has in a database. */
const SCHEMAS = ['auth', 'read'];

/** Room for an empty database besides what is copied. */
const DATABASE_BYTES = 160 * 2 ** 20;

/**
 * Makes the folder of a body out of a backup, under another name until everything has been proved.
 *
 * @throws BackupFailure, StartFailure; the folder is as it was before
 */
export async function restoreBackup(wanted: Wanted): Promise<Proof> {
  const { from, folder } = wanted;
  const manifest = readManifest(from);
  requireFit(wanted, manifest);
  requireFree(folder);
  wanted.onProgress(`Checking ${manifest.files.length} files`);
  await requireUnchanged(from, manifest);
  requireWholeDocuments(manifest.files);

  const work = `${folder}.restoring`;
  let lock: FolderLock | undefined;
  try {
    mkdirSync(work, { recursive: true, mode: 0o700 });
    lock = await lockFolder(work);
    for (const entry of readdirSync(work).filter((name) => !name.startsWith('instance.json')))
      rmSync(join(work, entry), { recursive: true, force: true }); // of a restore that was killed
    requireRoom(work, manifest);
    const proof = await build(wanted, manifest, work, lock);
    lock.release();
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    renameSync(work, folder);
    await flush(dirname(folder));
    return proof;
  } catch (error) {
    if (lock !== undefined) {
      lock.release();
      rmSync(work, { recursive: true, force: true });
    }
    throw writingFailure(error, work);
  }
}

async function build(
  { from, body, external, onProgress }: Wanted,
  manifest: Manifest,
  work: string,
  lock: FolderLock,
): Promise<Proof> {
  onProgress('Copying');
  for (const { path } of manifest.files)
    if (!path.startsWith('auth/')) await copyPrivately(join(from, path), join(work, path));
  await requireUnchanged(work, { ...manifest, files: manifest.files.filter(({ path }) => !path.startsWith('auth/')) });
  takeOver(work);

  const postgres =
    external.databaseUrl === undefined ? await startPostgres({ data: join(work, 'postgres'), port: 0 }) : undefined;
  if (postgres !== undefined) lock.note('postgres', postgres.pid);
  const db = openDatabase<AuthTables & ReadTables>(postgres?.url ?? external.databaseUrl ?? '');
  let ours = false;
  try {
    if (postgres === undefined) await requireEmptyDatabase(db);
    ours = true;
    onProgress('Restoring the accounts');
    await writeAuth(db, { migrations: manifest.accounts.migrations, tables: accountsIn(from, manifest) });
    const { read, missing } =
      manifest.log === null ? { read: {}, missing: [] } : await replay(body, manifest, work, db, onProgress);
    return { manifest, missing, ...compare(manifest.readModel, read) };
  } catch (error) {
    // the first failure is the one to tell
    if (ours && postgres === undefined) await dropSchemas(db, SCHEMAS).catch(() => undefined);
    throw error;
  } finally {
    await db.destroy();
    await postgres?.stop();
  }
}

/** Proves the log, and builds of it what people saw. */
async function replay(
  body: string,
  { log, readModel, files }: Manifest,
  work: string,
  db: Parameters<typeof rebuildTo>[0],
  onProgress: (line: string) => void,
): Promise<{ readonly read: ReadModelStanding; readonly missing: readonly string[] }> {
  const data = join(work, 'events');
  const position = await lastPositionIn(data);
  const node = await startEventNode({ data, port: 0 });
  const store = eventStoreDb(node.url);
  try {
    onProgress('Proving the log');
    const { events, streams, problems } = await verifyLog(store, body);
    if (problems.length > 0 || events !== log?.events || streams !== log.streams || position !== log.position)
      throw disagrees(`the log (${events} events to position ${position}, ${problems.length} broken chains)`);
    onProgress('Building the read model');
    const read = await rebuildTo(db, store, body, readModel);
    const paths = files.map(({ path }) => path);
    return { read, missing: await missingDocuments(store, body, paths) };
  } finally {
    await store.close();
    await node.stop();
  }
}

function compare(wanted: ReadModelStanding, built: ReadModelStanding): Pick<Proof, 'sameTables' | 'otherTables'> {
  const sameTables: string[] = [];
  for (const [name, { tables }] of Object.entries(built))
    for (const [table, { sha256, rows }] of Object.entries(tables)) {
      const before = wanted[name]?.tables[table];
      if (before?.sha256 !== sha256) throw disagrees(`the table ${table} (${rows} rows, ${before?.rows} before)`);
      sameTables.push(table);
    }
  const otherTables = Object.entries(wanted).flatMap(([name, { tables }]) =>
    name in built ? [] : Object.keys(tables),
  );
  return { sameTables, otherTables };
}

function disagrees(what: string): BackupFailure {
  const message = `The backup does not agree with itself in ${what}: nothing was restored; take an older backup.`;
  return new BackupFailure('backup/does-not-agree', message);
}

function accountsIn(from: string, { files }: Manifest): Readonly<Record<string, readonly string[]>> {
  const paths = files.map(({ path }) => path).filter((path) => path.startsWith('auth/'));
  return Object.fromEntries(
    paths.map((path) => [
      basename(path, '.ndjson'),
      readFileSync(join(from, path), 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ]),
  );
}

function requireFit({ from, body, external }: Wanted, manifest: Manifest): void {
  if (compareReleases(manifest.release, RELEASE) > 0) throw newerRelease(from, manifest.release);
  if (manifest.body !== body) {
    const message = `${from} is a backup of "${manifest.body}", whose name is in every stream of its log: restore it with --body ${manifest.body}.`;
    throw new BackupFailure('backup/another-body', message);
  }
  if (manifest.log === null || external.eventStoreUrl === undefined) return;
  const message = `${from} holds a log, which cannot be put into the EventStoreDB of EVENTSTORE_URL: leave that variable away.`;
  throw new BackupFailure('backup/place-taken', message);
}

function requireFree(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  const message = `${folder} is not empty: a backup is restored where there is nothing. Move that folder away, or set TRAGUARDO_DATA.`;
  throw new BackupFailure('backup/place-taken', message);
}

async function requireEmptyDatabase(db: Parameters<typeof rebuildTo>[0]): Promise<void> {
  const [found] = await schemasIn(db, SCHEMAS);
  if (found === undefined) return;
  const message = `The database of DATABASE_URL has a schema "${found}" already: a backup is restored into an empty one.`;
  throw new BackupFailure('backup/place-taken', message);
}

/** What a backup may bring into the folder of a body. */
const HELD = /^((events|auth|evidence|mail)(\/[\w.@ -]+)+|demonstration\.json)$/;

async function requireUnchanged(folder: string, { files }: Manifest): Promise<void> {
  for (const { path, size, sha256 } of files) {
    if (!HELD.test(path) || path.split('/').includes('..'))
      throw new BackupFailure('backup/damaged', `${MANIFEST} names ${path}, which no backup holds.`);
    const found = existsSync(join(folder, path)) ? await describeFile(folder, path) : undefined;
    if (found?.sha256 === sha256 && found.size === size) continue;
    const what = found === undefined ? 'is missing' : 'is not as it was written';
    throw new BackupFailure(
      'backup/damaged',
      `${join(folder, path)} ${what}: nothing was restored; take another backup.`,
    );
  }
}

function requireRoom(folder: string, { files }: Manifest): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = files.reduce((sum, { size }) => sum + size, 0) * 2 + DATABASE_BYTES;
  if (bavail * bsize >= needed) return;
  const message = `The disk that holds ${folder} has too little room: ${Math.ceil(needed / 2 ** 20)} MB must be free.`;
  throw new BackupFailure('backup/disk-full', message);
}
