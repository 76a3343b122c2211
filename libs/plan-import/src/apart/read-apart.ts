import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { unreadableParts } from '../parts.js';
import type { PlanReading } from '../plan-reading.js';
import type { Problem } from '../problem.js';
import { readParts, type ReadOptions } from '../read-plan.js';
import { tooBig, tookTooLong } from '../office/unreadable.js';
import type { ReadRequest, Sent } from './request.js';
import { turns } from './turns.js';

export interface ApartLimits {
  readonly timeMs: number;
  /** Of what the thread makes of a file; the file and its parts have limits of their own. */
  readonly heapMb: number;
  /** Threads at once. */
  readonly atOnce: number;
}

const LIMITS: ApartLimits = { timeMs: 30_000, heapMb: 384, atOnce: 2 };

/** Reads plans that others sent. */
export type ReadApart = (sent: Sent, options?: ReadOptions) => Promise<PlanReading>;

/**
 * Reads each plan in a thread of its own, so that a file made to be slow or large holds up nothing else: beyond the limits
 * the thread is ended and a problem says so.
 */
export function readingApart(limits: Partial<ApartLimits> = {}): ReadApart {
  const { timeMs, heapMb, atOnce } = { ...LIMITS, ...limits };
  const inTurn = turns(atOnce);
  return (sent, options = {}) => inTurn(() => readOnce({ sent, options }, timeMs, heapMb));
}

async function readOnce(request: ReadRequest, timeMs: number, heapMb: number): Promise<PlanReading> {
  const worker = new Worker(workerFile(), {
    workerData: request,
    // none of the process's secrets, none of its switches
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PlanReading>((resolve, reject) => {
      timer = setTimeout(() => resolve(unread(tookTooLong(timeMs).problem)), timeMs);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(unread(tooBig().problem));
        else reject(error);
      });
      worker.once('exit', (code) => reject(new Error(`The reading of a plan ended with code ${code} and no answer.`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function unread(problem: Problem): PlanReading {
  return readParts(unreadableParts(problem));
}

/** Where sources are run, in tests, the thread runs what was built of them. */
function workerFile(): string {
  const own = fileURLToPath(new URL('./reading-worker.js', import.meta.url));
  return existsSync(own) ? own : own.replace(/libs([\\/])plan-import([\\/])src/, 'dist$1libs$1plan-import$2src');
}
