import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { categories, streamPrefix } from '#domain';
import type { EventStore, Position } from '#event-store';
import type { ReadTables } from '#postgres';

/** The tables did not catch up with the log in time: what they say may have been overtaken. */
class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
}

/** Further behind than this the read model is being built again, which takes its time. */
const WORTH_WAITING = 500;

const PATIENCE_MS = 5000;
const LOOK_AGAIN_MS = 5;

/** How far all projections have come; -1 before the first event, and where there are none. */
export async function projectedPosition(db: Kysely<ReadTables>): Promise<Position> {
  const rows = await db.selectFrom('read.checkpoint').select('position').execute();
  const positions = rows.map(({ position }) => BigInt(position));
  return positions.reduce((least, position) => (position < least ? position : least), positions[0] ?? -1n);
}

/**
 * Waits until the read model holds what is in the log now; what comes meanwhile is not waited for.
 *
 * @param known  how far the read model is known to have come
 * @returns the position it reached; `known` when nothing came after it
 * @throws ReadModelBehind at once when there is much to catch up, after five seconds otherwise
 */
export async function caughtUp(
  db: Kysely<ReadTables>,
  store: EventStore,
  body: string,
  known: Position,
): Promise<Position> {
  const end = await endAfter(store, body, known);
  const deadline = performance.now() + PATIENCE_MS;
  let reached = known;
  for (let wait = LOOK_AGAIN_MS; reached < end; wait = Math.min(2 * wait, 100)) {
    reached = await projectedPosition(db);
    if (reached >= end) break;
    if (performance.now() > deadline) throw behind(reached);
    await pause(wait);
  }
  return reached;
}

async function endAfter(store: EventStore, body: string, position: Position): Promise<Position> {
  const prefixes = categories.map((category) => streamPrefix(category, body));
  const from = position < 0n ? {} : { from: position };
  let end = position;
  let count = 0;
  // read to its end: one that is left in the middle holds its connection's buffers until the store is closed
  for await (const event of store.readAll({ ...from, prefixes, limit: WORTH_WAITING })) {
    end = event.position;
    count += 1;
  }
  if (count === WORTH_WAITING) throw behind(position);
  return end;
}

function behind(position: Position): ReadModelBehind {
  return new ReadModelBehind(`The read model is at ${position}, behind the log: look again later.`);
}
