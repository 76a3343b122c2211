import { categories, streamPrefix } from '#domain';
import type { EventStore, RecordedEvent } from '#event-store';
import { waitForPosition } from '#read-model';
import type { Reading } from '../parts.js';

/** How long a part may take to show that it is there. */
const PATIENCE_MS = 2000;

export interface Probed {
  readonly parts: { readonly log: PartHealth; readonly database: PartHealth; readonly readModel: PartHealth };
  /** Of the log, where it is one of the body's own. */
  readonly last: RecordedEvent | null;
}

type PartHealth = 'up' | 'down';

/** Asks every part whether it is there. */
export async function probe(store: EventStore, { pool }: Reading, body: string): Promise<Probed> {
  let last: RecordedEvent | null = null;
  const [log, database, readModel] = await Promise.all([
    health(lastEvent(store).then((event) => (last = event !== null && isOf(body, event) ? event : null))),
    health(pool.query('select 1')),
    health(waitForPosition(pool, -1n, 0)),
  ]);
  return { parts: { log, database, readModel }, last };
}

async function health(reached: Promise<unknown>): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'down'>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, 'down');
  });
  const up = reached.then(
    () => 'up' as const,
    () => 'down' as const,
  );
  return Promise.race([up, late]).finally(() => clearTimeout(timer));
}

/** The last event of the log, if it has any. */
async function lastEvent(store: EventStore): Promise<RecordedEvent | null> {
  for await (const event of store.readAll({ direction: 'backwards', limit: 1 })) return event;
  return null;
}

/** An EventStoreDB may serve others too. */
function isOf(body: string, { stream }: RecordedEvent): boolean {
  return categories.some((category) => stream.startsWith(streamPrefix(category, body)));
}
