import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '#logging';
import { emailOfAccount } from '#auth';
import { createEngine, simulatedClock, systemClock, type Clock } from '#engine';
import { eventStoreDb } from '#event-store';
import { createPlanner, finishStaged, openAlarmQueue, type AlarmQueue } from '#notifications';
import { openDatabase, openPool, type AuthTables, type ReadTables } from '#postgres';
import {
  answering,
  ensureReadSchema,
  officeNames,
  PROJECTED_CHANNEL,
  startProjections,
  stillEvaluating,
} from '#read-model';
import type { Config } from './config.js';
import { keepTrying, reasonOf } from './keep-trying.js';
import { answerAlarms } from './loops/alarms.js';
import { listen } from './loops/listen.js';
import { planAlarmsLoop } from './loops/planner.js';
import { reactionsLoop } from './loops/reactions.js';
import { withOneSubscription } from './one-subscription.js';
import { staffOfDay } from './staff-of-day.js';
import { createWake } from './wake.js';

export interface RunningWorker {
  /** Finishes what is under way, then disconnects. */
  stop(): Promise<void>;
}

/** By a simulated clock alarms ring one after the other, so that a year always comes out in the same order. */
const PACE = {
  system: { atOnce: 8, everyMs: 60_000, gatherMs: 250, inRounds: false },
  simulated: { atOnce: 1, everyMs: 1000, gatherMs: 0, inRounds: true },
};

const LEAVE_STORE_MS = 1000;

/** For the projections, for planning and listening, and for as many alarms as ring at once. */
const CONNECTIONS = 16;

/**
 * Starts everything that happens by itself: projections, reactions, alarms. Waits for PostgreSQL and the event store
 * as long as they need, now and whenever they go away; nothing is kept in memory that they would miss.
 *
 * @param given  ends the wait
 */
export async function startWorker(config: Config, log: Logger, given?: AbortSignal): Promise<RunningWorker> {
  const { body } = config;
  const over = new AbortController();
  const signal = given === undefined ? over.signal : AbortSignal.any([over.signal, given]);
  const onTrouble = (error: unknown): void => log.warn({ error: reasonOf(error) }, 'trouble');
  const wake = createWake();
  const loops: Promise<unknown>[] = [];
  const keepRunning = (what: string, loop: () => Promise<void>): void => {
    loops.push(keepTrying(what, loop, log, signal));
  };

  const store = eventStoreDb(config.eventStore);
  const pool = openPool(config.database, { max: CONNECTIONS });
  const db = openDatabase<ReadTables>(pool);
  const engine = createEngine({ store, body });
  const followed = withOneSubscription(store);
  const projections = startProjections({ store: followed, db, body, onError: onTrouble });

  await keepTrying('read schema', () => ensureReadSchema(db), log, signal);
  const clock = await keepTrying('clock', () => openClock(), log, signal);
  const queue = await keepTrying('alarm queue', () => openQueue(), log, signal);
  if (clock !== undefined && queue !== undefined) await startLoops(clock, queue);
  log.info({ body, clock: config.clock, jobs: config.redis === null ? 'postgres' : 'redis' }, 'worker runs');

  async function openClock(): Promise<Clock & { close(): Promise<void> }> {
    if (config.clock === 'simulated') return simulatedClock(store, body, wake.ring);
    return { ...systemClock, close: async () => undefined };
  }

  function openQueue(): Promise<AlarmQueue> {
    const { redis, database } = config;
    const jobs =
      redis === null ? ({ kind: 'postgres', url: database } as const) : ({ kind: 'redis', url: redis } as const);
    return openAlarmQueue({ store: jobs, body, onTrouble });
  }

  async function startLoops(time: Clock, alarms: AlarmQueue): Promise<void> {
    const { atOnce, ...pace } = PACE[config.clock];
    const { mail, mailDomain, url } = config;
    const planner = createPlanner({
      db,
      store,
      body,
      clock: time,
      queue: alarms,
      simulated: config.clock === 'simulated',
    });
    const onOver = (alarmId: string): void => {
      planner.over(alarmId);
      wake.ring();
    };
    const accounts = openDatabase<AuthTables>(pool);
    const emailOf = (person: string) => emailOfAccount(accounts, person);
    const namesOf = () => officeNames(db);
    const ringing = { db, store, body, clock: time, mail, mailDomain, url, emailOf, namesOf };
    const staffAt = staffOfDay({
      engine,
      accounts,
      stillEvaluating: (offices) => stillEvaluating(db, offices),
      answering: (today) => answering(db, today),
      simulated: config.clock === 'simulated',
    });
    const onAnswered = (alarmId: string): void => planner.answered(alarmId);
    await answerAlarms({ queue: alarms, engine, ringing, staffAt, atOnce, onOver, onAnswered, log });
    keepRunning('reactions', () => reactionsLoop({ ...ringing, store: followed, engine, staffAt, signal, log }));
    keepRunning('listening', () => listen(pool, PROJECTED_CHANNEL, wake.ring, signal));
    keepRunning('planner', async () => {
      await finishStaged(ringing); // a plan says that nothing is left to do
      await planAlarmsLoop({ planner, wake, ...pace, signal });
    });
  }

  return {
    stop: async () => {
      over.abort();
      await Promise.all(loops);
      await queue?.close(); // an alarm that rings still needs what comes after
      await projections.stop();
      await clock?.close();
      await db.destroy();
      // nothing is lost with the connection, and the stop must not hang on what the store still sends
      await Promise.race([store.close(), pause(LEAVE_STORE_MS, undefined, { ref: false })]);
    },
  };
}
