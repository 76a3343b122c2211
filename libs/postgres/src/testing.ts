import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { clusterOf, ensureCluster } from './cluster.js';
import { chooseRunAs } from './run-as.js';
import { startPostgres, type RunningPostgres } from './start-postgres.js';

export interface TestDatabase {
  /** Of an empty database whose owner is the role that the url names. */
  readonly url: string;
  /** Disconnects everyone and removes the database. */
  readonly drop: () => Promise<void>;
}

/**
 * A fresh, empty database on a real PostgreSQL (fsync off) that is started once per process and ends with it, however
 * it ends. The first call takes half a second, the next ones some 20 ms.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url } = await sharedServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await execute(url, `CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => execute(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

interface Shared {
  traguardoTestServer?: Promise<RunningPostgres>;
}

/** Jest gives each spec file a global object of its own; the server is kept on the one behind them. */
async function sharedServer(): Promise<RunningPostgres> {
  const outer = runInThisContext('globalThis') as Shared;
  outer.traguardoTestServer ??= startServer();
  try {
    return await outer.traguardoTestServer;
  } catch (error) {
    delete outer.traguardoTestServer;
    throw error;
  }
}

async function startServer(): Promise<RunningPostgres> {
  const template = await templateCluster();
  const data = mkdtempSync(join(tmpdir(), 'traguardo-test-postgres-'));
  cpSync(template, clusterOf(data), { recursive: true, preserveTimestamps: true });
  return startPostgres({ data, port: 0, durable: false, createsDatabases: true, scratch: true });
}

/** initdb is the slow part of a start: its result is kept in the temporary folder, one per user and recipe. */
async function templateCluster(): Promise<string> {
  const binaries = findBinaries();
  const recipe = createHash('sha256')
    .update(JSON.stringify([binaries, statSync(binaries.postgres).size, statSync(binaries.initdb).mtimeMs, 1]))
    .digest('hex')
    .slice(0, 12);
  const uid = process.getuid?.() ?? 0;
  const template = join(tmpdir(), `traguardo-postgres-template-${uid}-${recipe}`);
  if (existsSync(template) && statSync(template).uid === uid) return template;
  const own = mkdtempSync(`${template}-`);
  const runAs = await chooseRunAs(binaries.postgres, own);
  await ensureCluster(own, binaries, runAs, { durable: false, createsDatabases: true });
  try {
    renameSync(clusterOf(own), template);
  } catch (error) {
    if (!existsSync(template)) throw error; // else another process was quicker: its template is as good
  }
  rmSync(own, { recursive: true, force: true });
  return template;
}
