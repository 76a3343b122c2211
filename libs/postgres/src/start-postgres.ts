import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { createServer, Socket } from 'node:net';
import { resolve as absolute } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { clusterOf, ensureCluster, passwordOf, ROLE } from './cluster.js';
import { failureFrom, PostgresFailure } from './failure.js';
import { keep } from './keeper.js';
import { stopOrphans } from './postmaster.js';
import { chooseRunAs, type RunAs } from './run-as.js';

export interface PostgresOptions {
  /** Folder that holds the cluster and nothing else; created when missing. Hold it: nobody else may start it meanwhile. */
  readonly data: string;
  /** 0: any free one. */
  readonly port: number;
  /** Wait for the disk before confirming a transaction; `false` for tests only. */
  readonly durable?: boolean;
  /** May the role create databases? For tests. */
  readonly createsDatabases?: boolean;
  /** Remove `data` once the server has ended, even when this process is killed. */
  readonly scratch?: boolean;
  /** Receives what the server logs, line by line. */
  onLog?(line: string): void;
}

export interface RunningPostgres {
  /** Connects as the ordinary role `traguardo` to its own database `traguardo`. */
  readonly url: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Disconnects clients, writes a checkpoint, ends. */
  stop(): Promise<void>;
}

/** How often a start is tried again while the processes of a killed server leave. */
const RETRY_MS = 100;
const PATIENCE_MS = 10_000;
const FREE_PORT_TRIES = 5;

/**
 * Starts the packaged PostgreSQL on 127.0.0.1 and creates its cluster at first. Runs as root and as an ordinary user,
 * stops what a killed parent left running on the same folder, and ends with this process however it dies.
 *
 * @throws PostgresFailure with one sentence that says what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const data = absolute(options.data);
  const binaries = findBinaries();
  makeFolder(data);
  if (await stopOrphans(clusterOf(data)))
    options.onLog?.('stopped the PostgreSQL that an earlier, killed run had left');
  const runAs = await chooseRunAs(binaries.postgres, data);
  runAs.own(data);
  const durable = options.durable ?? true;
  await ensureCluster(data, binaries, runAs, { durable, createsDatabases: options.createsDatabases ?? false });
  if (await stopOrphans(clusterOf(data)))
    options.onLog?.('stopped the PostgreSQL that an earlier, killed run had left');

  for (let attempt = 1; ; attempt += 1) {
    const port = options.port === 0 ? await freePort() : options.port;
    try {
      return await launchPatiently(binaries.postgres, runAs, data, port, durable, options);
    } catch (error) {
      const raced = error instanceof PostgresFailure && error.code === 'postgres/port-taken' && options.port === 0;
      if (!raced || attempt === FREE_PORT_TRIES) throw error;
    }
  }
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    chmodSync(data, 0o700);
  } catch (cause) {
    throw failureFrom(
      'PostgreSQL could not create its data folder',
      data,
      (cause as Error).message.concat((cause as NodeJS.ErrnoException).code === 'EACCES' ? ' Permission denied' : ''),
    );
  }
}

async function launchPatiently(
  program: string,
  runAs: RunAs,
  data: string,
  port: number,
  durable: boolean,
  options: PostgresOptions,
): Promise<RunningPostgres> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const outcome = await launch(program, runAs, data, port, durable, options);
    if (typeof outcome !== 'string') return outcome;
    const leaving = /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(outcome);
    if (!leaving || performance.now() > deadline) throw failureFrom('PostgreSQL did not start', data, outcome);
    await pause(RETRY_MS);
  }
}

/** @returns the server, or what it printed when it ended before it was ready */
function launch(
  program: string,
  runAs: RunAs,
  data: string,
  port: number,
  durable: boolean,
  options: PostgresOptions,
): Promise<RunningPostgres | string> {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // no statement, parameter or value of anybody's: whoever asked gets the error, the log tells of the server alone
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    // a vacuum belongs to the superuser: a database it is at cannot be dropped by its owner
    ...(options.scratch === true && { autovacuum: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = runAs.spawn(program, ['-D', clusterOf(data), ...flags], ['ignore', 'ignore', 'pipe']);
  const keeper =
    child.pid === undefined ? undefined : keep(child.pid, durable ? 'INT' : 'QUIT', options.scratch ? data : undefined);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => keeper?.release());

  return new Promise((resolve) => {
    let output = '';
    let ready = false;
    child.once('error', (error) => resolve(error.message));
    if (child.stderr === null) return resolve('its log could not be read');
    createInterface({ input: child.stderr })
      .on('line', (line) => {
        options.onLog?.(line);
        if (ready) return;
        output += `${line}\n`;
        if (!line.includes('database system is ready to accept connections')) return;
        ready = true;
        letParentLeave(child);
        const url = `postgresql://${ROLE}:${passwordOf(data)}@127.0.0.1:${port}/${ROLE}`;
        resolve({ url, port, pid: child.pid ?? 0, ended, stop: () => stop(child, ended) });
      })
      .once('close', () => void ended.then(() => resolve(output)));
  });
}

/** A test runner that forgets to stop the server may still exit; the keeper ends it then. */
function letParentLeave(child: ChildProcess): void {
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref();
  child.kill('SIGINT'); // fast shutdown
  const impatience = setTimeout(() => child.kill('SIGQUIT'), PATIENCE_MS); // immediate: recovers at the next start
  await ended;
  clearTimeout(impatience);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
