import type { Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { EventStore, Position } from '#event-store';
import type { ReadTables } from '#postgres';
import { projectedPrefixes } from './runtime/follow-once.js';

/** How far everything that follows from the log has come. Positions are -1n before the first event. */
export interface Settlement {
  /** The last event of the body. */
  readonly lastPosition: Position;
  readonly readPosition: Position;
  readonly reactedPosition: Position;
  readonly plannedPosition: Position;
  /** The instant that the planner has looked at last. */
  readonly plannedNow: Instant | null;
  /** Every row is there, every reaction done, and with the clock at `now` no alarm is due. */
  readonly settled: boolean;
}

/** Asks the log first: what is settled then is settled up to an event that was there when the question came. */
export async function settlement(
  db: Kysely<ReadTables>,
  store: EventStore,
  body: string,
  now: Instant,
): Promise<Settlement> {
  const lastPosition = await lastPositionOf(store, body);
  const [read, worker] = await Promise.all([
    db
      .selectFrom('read.checkpoint')
      .select(({ fn }) => fn.min('position').as('position'))
      .executeTakeFirst(),
    db.selectFrom('read.progress').selectAll().where('body', '=', body).executeTakeFirst(),
  ]);
  const readPosition = BigInt(read?.position ?? -1);
  const reactedPosition = BigInt(worker?.reacted_position ?? -1);
  const plannedPosition = BigInt(worker?.planned_position ?? -1);
  const plannedNow = worker?.planned_now ?? null;
  const reached = [readPosition, reactedPosition, plannedPosition].every((position) => position >= lastPosition);
  return {
    lastPosition,
    readPosition,
    reactedPosition,
    plannedPosition,
    plannedNow,
    settled: reached && plannedNow === now,
  };
}

async function lastPositionOf(store: EventStore, body: string): Promise<Position> {
  const prefixes = projectedPrefixes(body);
  for await (const { position } of store.readAll({ direction: 'backwards', limit: 1, prefixes })) return position;
  return -1n;
}
