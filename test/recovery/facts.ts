import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { verifyStream, type EventStore, type RecordedEvent } from '#event-store';
import { openDatabase, openPool, type ReadTables } from '#postgres';
import { testDatabase } from '#postgres/testing';
import { ensureReadSchema, startProjections, waitForPosition } from '#read-model';

export async function allEvents(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  return events;
}

/**
 * The log with what was written since. What is known of it is not read again: over many kills that alone would take
 * longer than all the rest. That it has stayed as it was is for the end, when the whole is read once more.
 *
 * @throws Error when the last event that is known is not there any more
 */
export async function grown(store: EventStore, known: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
  const last = known.at(-1);
  if (last === undefined) return allEvents(store);
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll({ from: last.position })) events.push(event);
  const [first, ...since] = events;
  if (first?.id !== last.id) throw new Error(`The log has lost the event at ${last.position}.`);
  return [...known, ...since];
}

export function ofType(events: readonly RecordedEvent[], type: string): readonly RecordedEvent[] {
  return events.filter((event) => event.type === type);
}

/** What stands more than once although it may stand only once. */
export function twice(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

/** Streams whose chain of hashes does not hold. */
export function brokenChains(events: readonly RecordedEvent[]): readonly string[] {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const own = streams.get(event.stream);
    if (own === undefined) streams.set(event.stream, [event]);
    else own.push(event);
  }
  return [...streams].filter(([, own]) => !verifyStream(own).ok).map(([stream]) => stream);
}

/** The messages in the folder of a body, name and digest; one that a kill cut short is none. */
export function messagesIn(folder: string): readonly string[] {
  if (!existsSync(join(folder, 'mail'))) return [];
  return readdirSync(join(folder, 'mail'))
    .filter((name) => name.endsWith('.eml'))
    .toSorted()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, 'mail', name)))
          .digest('hex')}`,
    );
}

const TABLES = [
  'read.event',
  'read.plan',
  'read.objective',
  'read.planned_objective',
  'read.share',
  'read.progress_report',
  'read.due',
  'read.reminder',
  'read.reminded',
  'read.premium_run',
] as const satisfies readonly (keyof ReadTables)[];

/** Every row that is made of the log, table by table. */
export type Rows = Readonly<Record<string, readonly string[]>>;

export async function rowsIn(databaseUrl: string): Promise<Rows> {
  const db = openDatabase<ReadTables>(databaseUrl);
  try {
    return await rowsOf(db);
  } finally {
    await db.destroy();
  }
}

/** The same rows, made anew of the whole log in an empty database. */
export async function rowsReplayed(store: EventStore, body: string, withinMs = 60_000): Promise<Rows> {
  const events = await allEvents(store);
  const empty = await testDatabase();
  const pool = openPool(empty.url);
  const db = openDatabase<ReadTables>(pool);
  await ensureReadSchema(db);
  const projections = startProjections({ store, db, body });
  try {
    const reached = await waitForPosition(pool, events.at(-1)?.position ?? -1n, withinMs);
    if (!reached) throw new Error('The replay does not reach the end of the log.');
    return await rowsOf(db);
  } finally {
    await projections.stop();
    await db.destroy();
    await empty.drop();
  }
}

async function rowsOf(db: Kysely<ReadTables>): Promise<Rows> {
  const rows: Record<string, readonly string[]> = {};
  for (const table of TABLES) {
    const found = await db.selectFrom(table).selectAll().execute();
    rows[table] = found.map((row) => JSON.stringify(row)).toSorted();
  }
  return rows;
}
