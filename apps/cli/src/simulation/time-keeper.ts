import { z } from 'zod';
import type { Instant } from '#domain';
import { nameUuid } from './identity.js';
import { TownHallClosed, type TownHall } from './town-hall.js';

/** How often ten seconds are waited for the stack to come to rest. */
const PATIENCE = 12;

const Clock = z.object({
  mode: z.enum(['system', 'simulated']),
  now: z.string(),
  settled: z.boolean(),
  nextAlarmAt: z.string().nullable(),
});

export type ClockReading = z.output<typeof Clock>;

/** Moves the simulated clock, stopping wherever an alarm rings. */
export interface TimeKeeper {
  read(): Promise<ClockReading>;
  /**
   * Lets time pass until `target`: every alarm until then rings at its own instant and has its effects before time goes
   * on. Does nothing when it is that late already.
   */
  passTo(target: Instant, onStop?: (now: Instant) => void): Promise<void>;
  /** Waits until everything that follows from the log has been done. */
  settle(): Promise<ClockReading>;
}

/** @param user  the account that may move the clock */
export function timeKeeper(townHall: TownHall, user: string): TimeKeeper {
  let reached: Instant | undefined;

  async function settle(): Promise<ClockReading> {
    for (let waited = 0; waited < PATIENCE; waited++) {
      const clock = await townHall.query(user, '/clock?settled=true', Clock);
      if (clock.settled) return clock;
    }
    throw new TownHallClosed('The stack does not come to rest: see the logs of api and worker in its folder.');
  }

  async function set(now: Instant): Promise<void> {
    const answer = await townHall.command(user, '/clock', { now }, nameUuid('clock', now));
    if (answer.refused !== null) throw new TownHallClosed(`The clock cannot be set to ${now}: ${answer.detail}`);
    reached = now;
  }

  return {
    read: () => townHall.query(user, '/clock', Clock),
    settle,
    async passTo(target, onStop) {
      while (reached === undefined || reached < target) {
        const { now, nextAlarmAt } = await settle();
        reached = now;
        if (now >= target) return;
        const alarm = nextAlarmAt !== null && nextAlarmAt <= target ? nextAlarmAt : null;
        await set(alarm ?? target);
        onStop?.(reached);
        if (alarm === target) await settle();
      }
    },
  };
}
