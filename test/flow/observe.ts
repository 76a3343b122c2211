import { eventStoreDb, type EventStore, type RecordedEvent } from '#event-store';
import { openDatabase, openPool, type ReadTables } from '#postgres';
import { testDatabase } from '#postgres/testing';
import { ensureReadSchema, planTable, startProjections, waitForPosition } from '#read-model';
import { render } from '../../apps/cli/src/rendering/render.js';
import { askOutcome, type Outcome } from '../../apps/cli/src/simulation/outcome.js';
import type { LivedYear } from '../../apps/cli/src/simulation/simulate-year.js';

export type Printed = { readonly markdown: string; readonly docx: Uint8Array };

/** All that a simulated year leaves behind. */
export interface Observed extends Outcome {
  readonly events: readonly RecordedEvent[];
  readonly refusals: Readonly<Record<string, number>>;
  readonly printed: Printed;
}

export async function observe({ stack, townHall, refusals }: LivedYear): Promise<Observed> {
  const outcome = await askOutcome(townHall, 'giunta', '2022');
  const store = eventStoreDb(stack.eventStoreUrl);
  try {
    return { ...outcome, events: await allOf(store), refusals, printed: await printed(outcome.table) };
  } finally {
    await store.close();
  }
}

/** The same tables from the log alone, by projections that start at position zero in an empty database. */
export async function replay({ stack }: LivedYear, body: string, { events }: Observed): Promise<Printed> {
  const store = eventStoreDb(stack.eventStoreUrl);
  try {
    return await projectAnew(store, body, events.at(-1)?.position ?? -1n);
  } finally {
    await store.close();
  }
}

async function printed(table: Outcome['table']): Promise<Printed> {
  const { markdown, docx } = await render(table);
  return { markdown, docx };
}

async function projectAnew(store: EventStore, body: string, last: bigint): Promise<Printed> {
  const empty = await testDatabase();
  const pool = openPool(empty.url);
  const db = openDatabase<ReadTables>(pool);
  await ensureReadSchema(db);
  const projections = startProjections({ store, db, body });
  try {
    if (!(await waitForPosition(pool, last, 60_000))) throw new Error('The replay does not reach the end of the log.');
    const table = await planTable(db, '2022');
    if (table === null) throw new Error('The replay knows no plan.');
    return await printed(table);
  } finally {
    await projections.stop();
    await db.destroy();
    await empty.drop();
  }
}

async function allOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const event of store.readAll()) events.push(event);
  return events;
}
