import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { verifyLog } from '#audit';
import { readAuth, withOutboxOf } from '#auth';
import { copyLog, startEventNode } from '#event-node';
import { eventStoreDb } from '#event-store';
import { openDatabase, type AuthTables, type ReadTables } from '#postgres';
import { readModelStanding } from '#read-model';
import { RELEASE } from '../supervisor/release.js';
import { BackupFailure, writingFailure } from './backup-failure.js';
import { copyPrivately, describeFile, filesIn, flush, KEPT, requireWholeDocuments } from './files.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { missingDocuments } from './missing-documents.js';
import { openSource } from './source.js';

export interface Wanted {
  readonly body: string;
  /** Of the body. */
  readonly folder: string;
  /** Must not exist yet, or be empty. */
  readonly to: string;
  readonly external: { readonly databaseUrl?: string; readonly eventStoreUrl?: string };
  readonly now: () => number;
  readonly onProgress: (line: string) => void;
}

export interface Taken {
  readonly manifest: Manifest;
  /** Documents that events cite and that the body itself has lost. */
  readonly missing: readonly string[];
}

/** What the folder of a body says of its last backup. */
export const LAST_BACKUP = 'last-backup.json';

/**
 * Copies a body as it stands, also while its stack runs.
 *
 * The order makes the copy whole: what was to be written into the log is read before the log, accounts (which events
 * name) after it, documents (which events cite, and which are then never removed) last. The read model is only described,
 * at a position that the copied log has reached.
 *
 * @throws BackupFailure nothing is left behind then
 */
export async function takeBackup(wanted: Wanted): Promise<Taken> {
  const { to, folder } = wanted;
  requireFree(to);
  try {
    const source = await openSource(folder, wanted.external.databaseUrl);
    try {
      mkdirSync(to, { recursive: true, mode: 0o700 });
      return await copyAll(wanted, source.databaseUrl);
    } finally {
      await source.close();
    }
  } catch (error) {
    if (!(error instanceof BackupFailure && error.code === 'backup/place-taken')) clear(to);
    throw writingFailure(error, to);
  }
}

async function copyAll(wanted: Wanted, databaseUrl: string): Promise<Taken> {
  const { body, folder, to, external, now, onProgress } = wanted;
  const at = new Date(now()).toISOString();
  const db = openDatabase<AuthTables & ReadTables>(databaseUrl);
  try {
    const before = await readAuth(db);
    const readModel = external.eventStoreUrl === undefined ? await readModelStanding(db) : {};
    if (external.eventStoreUrl === undefined) {
      onProgress('Copying the log');
      await copyLog(join(folder, 'events'), join(to, 'events'));
      await makePrivate(to, 'events/data.mdb');
    }
    onProgress('Copying the accounts');
    const auth = withOutboxOf(before, await readAuth(db));
    mkdirSync(join(to, 'auth'), { mode: 0o700 });
    for (const [table, rows] of Object.entries(auth.tables))
      await writeLines(join(to, 'auth', `${table}.ndjson`), rows);
    const kept = filesIn(folder, KEPT).filter((path) => !holdsLink(path));
    onProgress(`Copying ${kept.length} documents and messages`);
    for (const path of kept) {
      const copied = copyPrivately(join(folder, path), join(to, path));
      await (path.startsWith('demonstration') ? copied : unlessGone(copied));
    }

    const files: Manifest['files'] = [];
    for (const path of filesIn(to, ['events', 'auth', ...KEPT])) files.push(await describeFile(to, path));
    requireWholeDocuments(files);
    onProgress('Checking the copy of the log');
    const paths = files.map(({ path }) => path);
    const { log, missing } =
      external.eventStoreUrl === undefined ? await logOf(body, to, now, paths) : { log: null, missing: [] };
    const accounts = { migrations: auth.migrations };
    const manifest: Manifest = { format: 1, release: RELEASE, body, at, log, accounts, readModel, files };
    await writeLast(to, manifest);
    noteIn(folder, { at, to, position: log?.position ?? null });
    return { manifest, missing };
  } finally {
    await db.destroy();
  }
}

/** A message by which somebody chooses a password: whoever holds a backup must not be able to sign in with it. */
function holdsLink(path: string): boolean {
  return /^mail\/password-[0-9a-f-]{36}\.eml$/.test(path);
}

/** Messages are fetched by whoever delivers them, documents that nobody cites are swept away. */
async function unlessGone(copied: Promise<void>): Promise<void> {
  try {
    await copied;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

async function makePrivate(folder: string, path: string): Promise<void> {
  const { chmod } = await import('node:fs/promises');
  await chmod(join(folder, path), 0o600);
  await flush(join(folder, path));
}

async function writeLines(file: string, rows: readonly string[]): Promise<void> {
  await writeFile(file, rows.map((row) => `${row}\n`).join(''), { mode: 0o600, flush: true });
}

/** Counts and proves the copy in a throw-away copy of its own: a node leaves its mark in what it opens. */
async function logOf(body: string, to: string, now: () => number, paths: readonly string[]) {
  const scratch = join(to, `checking-${createHash('sha256').update(`${now()}`).digest('hex').slice(0, 8)}`);
  const position = await copyLog(join(to, 'events'), scratch);
  rmSync(join(to, 'events/lock.mdb'), { force: true });
  const node = await startEventNode({ data: scratch, port: 0 });
  const store = eventStoreDb(node.url);
  try {
    const { events, streams, problems } = await verifyLog(store, body);
    const [first] = problems;
    if (first === undefined) {
      const missing = await missingDocuments(store, body, paths);
      return { log: { position, events, streams }, missing };
    }
    const message = `The log itself does not hold: ${first.stream}, event ${first.revision} (${first.code}). Keep the older backups and run verify.`;
    throw new BackupFailure('backup/does-not-agree', message);
  } finally {
    await store.close();
    await node.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function writeLast(to: string, manifest: Manifest): Promise<void> {
  const draft = join(to, `${MANIFEST}.draft`);
  await writeFile(draft, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, join(to, MANIFEST));
  await flush(to);
}

function noteIn(folder: string, note: object): void {
  const file = join(folder, LAST_BACKUP);
  writeFileSync(`${file}.draft`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

function requireFree(to: string): void {
  const found = entriesOf(to);
  if (found.length === 0) return;
  const whole = found.includes(MANIFEST);
  const message = `${to} is not empty (${whole ? 'it holds a whole backup' : 'perhaps a backup that was broken off'}): give a new folder.`;
  throw new BackupFailure('backup/place-taken', message);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') return [basename(dirname(folder))];
    throw error;
  }
}

function clear(to: string): void {
  rmSync(to, { recursive: true, force: true });
}
