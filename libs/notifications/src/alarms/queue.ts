import { setTimeout as pause } from 'node:timers/promises';
import type { IQueueBackend, JobsOptions, withBackend } from 'bullmq';
import type { Instant } from '#domain';
import { openPool } from '#postgres';
import type { Alarm } from './alarm.js';

/** Where jobs live: PostgreSQL, or Redis where there is one. */
type JobStore = { readonly kind: 'postgres'; readonly url: string } | { readonly kind: 'redis'; readonly url: string };

interface AlarmQueueOptions {
  readonly store: JobStore;
  /** Each body has a queue of its own. */
  readonly body: string;
  /** Told of what BullMQ gets over by itself: a lost connection, an alarm that must ring again. */
  readonly onTrouble: (trouble: Error) => void;
}

/** The alarm clock: it holds the alarms of the near window, and nothing that could not be planned again. */
export interface AlarmQueue {
  /** Sets alarms to ring at their instants by the wall clock. One that is set or ringing already stays as it is. */
  set(alarms: readonly Alarm[], now: Instant): Promise<void>;
  /** Lets alarms ring at once, whatever their instants: for a clock that is not the wall's. */
  ringNow(alarms: readonly Alarm[]): Promise<void>;
  /**
   * Calls `ring` for every alarm that rings. When it throws, the alarm rings again, later and later, and is given up
   * in the end until it is set anew.
   *
   * @param atOnce  how many may ring at the same time; 1 keeps their order
   * @param onOver  told when an alarm has left the queue, done or given up
   */
  answer(ring: (alarm: Alarm) => Promise<void>, atOnce: number, onOver: (id: string) => void): Promise<void>;
  /** Waits a few seconds for the alarms that are ringing, then disconnects. */
  close(): Promise<void>;
}

const SCHEMA = 'bullmq';

/**
 * Opens the queue over PostgreSQL or Redis; in PostgreSQL it brings the schema `bullmq` up to date first.
 *
 * The id of a job says which alarm it is, so that planning twice sets it once. Nothing stays behind when a job is done
 * or given up: a job that was kept would silently swallow the next with its id. Locks are short, so that the alarms of
 * a killed process ring again within seconds; that a slow one may ring twice is no harm, ringing is idempotent.
 */
export async function openAlarmQueue(options: AlarmQueueOptions): Promise<AlarmQueue> {
  const { store } = options;
  // an API asks for the next alarm too, and has no queue
  const { createPostgresBackend, createRedisBackend, runMigrations, withBackend } = await import('bullmq');
  if (store.kind === 'redis') {
    const failFast = { url: store.url, maxRetriesPerRequest: 1 }; // or setting an alarm would wait for Redis for ever
    const patient = { url: store.url, maxRetriesPerRequest: null };
    return queueOver(withBackend(createRedisBackend), failFast, patient, options);
  }
  // BullMQ names its tables without a schema; the worker's LISTEN takes a connection of its own
  const pool = openPool(store.url, { searchPath: SCHEMA });
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  return queueOver(withBackend(createPostgresBackend), pool, pool, options, () => pool.end());
}

const JOB: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 6,
  backoff: { type: 'exponential', delay: 250 },
};

const BATCH = 1000;

const CLOSE_WITHIN_MS = 3000;

function queueOver<Backend extends IQueueBackend, Connection>(
  { Queue, Worker }: ReturnType<typeof withBackend<Backend, Connection>>,
  producer: Connection,
  consumer: Connection,
  { body, onTrouble }: AlarmQueueOptions,
  disconnect: () => Promise<void> = async () => undefined,
): AlarmQueue {
  const name = `alarms-${body}`;
  const queue = new Queue<Alarm, void>(name, { connection: producer });
  queue.on('error', onTrouble);
  const closing: (() => Promise<void>)[] = [];

  async function add(alarms: readonly Alarm[], when: (alarm: Alarm) => JobsOptions): Promise<void> {
    for (let start = 0; start < alarms.length; start += BATCH) {
      const batch = alarms.slice(start, start + BATCH);
      const jobs = batch.map((data) => ({ name: data.kind, data, opts: { ...JOB, jobId: data.id, ...when(data) } }));
      await queue.addBulk(jobs);
    }
  }

  return {
    set: (alarms, now) => {
      // a delay counts from the job's timestamp: without it every alarm would be late by the time it took to get here
      const timestamp = Date.parse(now);
      return add(alarms, ({ ringsAt }) => ({ timestamp, delay: Math.max(0, Date.parse(ringsAt) - timestamp) }));
    },
    ringNow: (alarms) => add(alarms, () => ({})),
    answer: async (ring, atOnce, onOver) => {
      const worker = new Worker<Alarm, void>(name, ({ data }) => ring(data), {
        connection: consumer,
        concurrency: atOnce,
        lockDuration: 5000,
        stalledInterval: 2500,
        maxStalledCount: 100,
        runRetryDelay: 500,
      });
      worker.on('error', onTrouble);
      worker.on('completed', ({ data }) => onOver(data.id));
      worker.on('failed', (job, cause) => {
        onTrouble(cause);
        if (job && job.attemptsMade >= (job.opts.attempts ?? 1)) onOver(job.data.id);
      });
      closing.push(() => worker.close());
      await worker.waitUntilReady();
    },
    close: async () => {
      const closed = (async () => {
        await Promise.all(closing.map((close) => close()));
        await queue.close();
        await disconnect();
      })();
      // a store that is away is not waited for: what it still believes to be ringing rings again
      await Promise.race([closed, pause(CLOSE_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
