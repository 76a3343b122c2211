import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyLog } from '#audit';
import { saidOf, whatToDoOf } from '#contract';
import { copyLog, lastPositionIn, startEventNode } from '#event-node';
import { eventStoreDb } from '#event-store';
import { openDatabase, type ReadTables } from '#postgres';
import { projectionStates, refusedConsequences, type ProjectionStates, type RefusedThere } from '#read-model';
import { openSource } from '../backup/source.js';
import { notAnswering } from '../supervisor/external-parts.js';
import { isRunning } from '../supervisor/process-identity.js';
import { documents } from './documents.js';
import { ok, problem, warning, type Finding } from './finding.js';
import { instanceOf } from './folder.js';
import type { Patient } from './patient.js';

export async function elsewhere({ options: { external = {} } }: Patient): Promise<readonly Finding[]> {
  const given = Object.values(external).filter((url) => url !== undefined).length;
  if (given === 0) return [];
  const silent = await notAnswering(external);
  if (silent.length > 0) return silent.map((message) => problem('elsewhere', message));
  return [ok('elsewhere', `Each of the ${given} parts that run elsewhere answers.`)];
}

/** Asks the API itself. */
export async function health({ folder }: Patient): Promise<readonly Finding[]> {
  const instance = instanceOf(folder);
  if (instance?.apiUrl === undefined || !isRunning(instance)) return [];
  const response = await fetch(`${instance.apiUrl}/health/ready`, { signal: AbortSignal.timeout(10_000) });
  const { parts } = (await response.json()) as { parts: Record<string, string> };
  if (response.ok) return [ok('health', 'The API answers, and reaches log and tables.')];
  const down = Object.entries(parts).flatMap(([name, state]) => (state === 'up' ? [] : [name]));
  return [problem('health', `The API answers, but without ${down.join(' and ')}: read the logs in ${folder}/logs.`)];
}

/** A log up to this size is proved whole; a larger one takes the time that `verify` is for. */
const PROVED_WHOLE_BYTES = 64 * 2 ** 20;

export async function log({
  folder,
  body,
  now,
  options: { external = {}, clock },
}: Patient): Promise<readonly Finding[]> {
  if (external.eventStoreUrl !== undefined) return [];
  const data = join(folder, 'events');
  const position = await lastPositionIn(data);
  if (statSync(join(data, 'data.mdb')).size > PROVED_WHOLE_BYTES)
    return [ok('log', `The log can be read to position ${position}; "verify" proves its chains.`)];
  const scratch = mkdtempSync(join(tmpdir(), 'traguardo-doctor-'));
  try {
    await copyLog(data, join(scratch, 'events'));
    const node = await startEventNode({ data: join(scratch, 'events'), port: 0 });
    const store = eventStoreDb(node.url);
    try {
      const { events, problems } = await verifyLog(store, body);
      const [first] = problems;
      if (first !== undefined)
        return [
          problem(
            'log',
            `The log was altered: ${first.stream}, event ${first.revision} (${first.code}), and ${problems.length - 1} more. Stop, keep the folder as it is, restore a backup beside it.`,
          ),
        ];
      let last = 0;
      for await (const event of store.readAll({ direction: 'backwards', limit: 1 })) last = Date.parse(event.createdAt);
      const told = await documents(folder, store, body);
      return [ok('log', `The log holds ${events} events, every chain holds.`), ...ahead(last, now, clock), ...told];
    } finally {
      await store.close();
      await node.stop();
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const SKEW_MS = 60_000;

export function ahead(last: number, now: number, clock: 'system' | 'simulated'): readonly Finding[] {
  if (last <= now + SKEW_MS || clock === 'simulated') return [];
  const shown = new Date(last).toISOString();
  return [
    problem(
      'clock',
      `The last event was written at ${shown}, which is still to come: this machine's clock was set back. Set it (NTP).`,
    ),
  ];
}

/** How long tables that are behind are watched before it is said. */
const WATCH_MS = 3_000;

export async function tables(patient: Patient): Promise<readonly Finding[]> {
  const {
    folder,
    options: { external = {} },
  } = patient;
  const source = await openSource(folder, external.databaseUrl);
  const db = openDatabase<ReadTables>(source.databaseUrl, { max: 2 });
  try {
    const last = external.eventStoreUrl === undefined ? await lastPositionIn(join(folder, 'events')) : null;
    let states = await projectionStates(db);
    if (source.running && behind(states, last ?? 0) > 0) {
      await pause(WATCH_MS);
      states = await projectionStates(db);
    }
    if (last !== null && !source.running && isAhead(states, last)) return [AHEAD];
    const refused = await refusedConsequences(db, patient.body);
    return [...parked(states), ...waiting(refused), lag(behind(states, last ?? 0), source.running)];
  } catch (error) {
    if ((error as { code?: string }).code === '42P01')
      return [ok('tables', 'There are no tables yet: the next start builds them.')];
    if (isNetwork(error))
      return [problem('tables', `The tables cannot be looked at: PostgreSQL does not answer (${error.code}).`)];
    throw error;
  } finally {
    await db.destroy();
    await source.close();
  }
}

function behind({ projections }: ProjectionStates, last: number): number {
  return projections.reduce((most, { position }) => Math.max(most, last - Number(position)), 0);
}

const AHEAD = problem(
  'tables',
  'The tables show events that the log does not hold: it was replaced by an older one. Put the right one back, or restore a backup.',
);

function isAhead({ projections }: ProjectionStates, last: number): boolean {
  return projections.some(({ position }) => Number(position) > last);
}

function isNetwork(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function lag(events: number, running: boolean): Finding {
  if (events <= 0) return ok('tables', 'PostgreSQL answers, and the tables are up to the log.');
  if (!running) return ok('tables', `The tables are ${events} events behind; the next start takes them in.`);
  return warning('tables', `The tables are ${events} events behind the log: if that lasts, read logs/worker.log.`);
}

/** What should have followed and was refused, and nobody has seen to yet. */
export function waiting(refused: readonly RefusedThere[]): readonly Finding[] {
  return refused
    .filter(({ settled }) => settled === null)
    .map(({ cause, from, stream, code, at }) => {
      const what = `What should have followed from ${from} (${cause}) was refused in ${stream} on ${at.slice(0, 10)}: ${saidOf(code, 'en')}.`;
      return warning('refused', `${what} ${whatToDoOf(cause, 'en')} Then say so on the page "Sistema".`);
    });
}

function parked({ parked: streams }: ProjectionStates): readonly Finding[] {
  const [first] = streams;
  if (first === undefined) return [];
  const message = `${streams.length} streams stand still in the tables, the first is ${first.stream} (${first.projection}, event ${first.revision}): their latest events do not show. Give this to whoever maintains the program.`;
  return [problem('tables', message)];
}
