import type { Kysely } from 'kysely';
import type { Instant } from '#domain';
import type { EventStore, Position } from '#event-store';
import type { ReadTables } from '#postgres';
import { recordPlanned } from '../progress.js';
import type { Alarm } from './alarm.js';
import { caughtUp } from './caught-up.js';
import { readDueTable } from './due-table.js';
import { planAlarms } from './plan.js';
import type { AlarmQueue } from './queue.js';

/** How far ahead alarms are set. */
const NEAR_WINDOW_HOURS = 48;

interface Planning {
  readonly db: Kysely<ReadTables>;
  readonly store: EventStore;
  readonly body: string;
  readonly clock: { now(): Instant };
  readonly queue: AlarmQueue;
  /** The clock is not the wall's: set only what is due, to ring at once. */
  readonly simulated: boolean;
}

interface Pass {
  /** Of the read model, when the tables were read. */
  readonly position: Position;
  readonly now: Instant;
  /** How many alarms should have rung by `now`. */
  readonly due: number;
  /** How many were handed to the queue. */
  readonly set: number;
}

export interface Planner {
  /**
   * Looks at the due table and sets the alarms that are not set yet. One pass at a time.
   *
   * @throws ReadModelBehind when there is something to set and the tables are far behind the log
   */
  pass(): Promise<Pass>;
  /** How many alarms were set and are not over. */
  pending(): number;
  /** Sets every alarm of the window anew at the next pass: whatever the queue has lost comes back. */
  reconcile(): void;
  /** An alarm has left the queue: if its cause is still there, it is set again. */
  over(alarmId: string): void;
  /** An alarm was answered by what it asks for: it is not set again, even where the rules found nothing left to do. */
  answered(alarmId: string): void;
}

/**
 * Keeps the queue filled from the due table, which alone says what is due.
 *
 * An alarm that was set is not set again until it has rung or everything is reconciled; the queue, too, knows it by
 * its id. Nothing is set from tables that are behind the log: in the middle of a rebuild they show long-told steps as
 * untold and long-missed deadlines as open.
 */
export function createPlanner({ db, store, body, clock, queue, simulated }: Planning): Planner {
  const isSet = new Set<string>();
  let isAnswered: ReadonlySet<string> = new Set();

  async function look() {
    const now = clock.now();
    const table = await readDueTable(db, body, now, { days: NEAR_WINDOW_HOURS / 24 });
    const planned = planAlarms(table, now);
    isAnswered = new Set(planned.flatMap(({ id }) => (isAnswered.has(id) ? [id] : [])));
    const alarms = planned.filter(({ id }) => !isAnswered.has(id));
    const due = alarms.filter(({ ringsAt }) => ringsAt <= now);
    const windowEnd = new Date(Date.parse(now) + NEAR_WINDOW_HOURS * 3_600_000).toISOString();
    const near = simulated ? due : alarms.filter(({ ringsAt }) => ringsAt <= windowEnd);
    return { now, position: table.position, due: due.length, fresh: near.filter(({ id }) => !isSet.has(id)) };
  }

  async function set(alarms: readonly Alarm[], now: Instant): Promise<void> {
    for (const { id } of alarms) isSet.add(id); // before they can ring
    try {
      await (simulated ? queue.ringNow(alarms) : queue.set(alarms, now));
    } catch (error) {
      for (const { id } of alarms) isSet.delete(id);
      throw error;
    }
  }

  return {
    pass: async () => {
      let seen = await look();
      if (seen.fresh.length > 0) {
        const reached = await caughtUp(db, store, body, seen.position);
        if (reached > seen.position) seen = await look();
      }
      const { now, position, due, fresh } = seen;
      if (due === 0) await recordPlanned(db, body, position, now);
      if (fresh.length > 0) await set(fresh, now);
      return { position, now, due, set: fresh.length };
    },
    pending: () => isSet.size,
    reconcile: () => isSet.clear(),
    over: (alarmId) => isSet.delete(alarmId),
    answered: (alarmId) => {
      isAnswered = new Set(isAnswered).add(alarmId);
    },
  };
}
