import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { KnownOffice } from '../lists/known-office.js';
import type { ListReading } from '../lists/list.js';
import type { ListedOffice } from '../lists/offices.js';
import type { ListedPerson } from '../lists/people.js';
import { tooLongAList } from '../lists/records.js';
import { tooBig, tookTooLong } from '../office/unreadable.js';
import { unreadableParts } from '../parts.js';
import { placeWords } from '../place.js';
import type { PlanReading } from '../plan-reading.js';
import type { Problem } from '../problem.js';
import { readParts, type ReadOptions } from '../read-plan.js';
import type { Wording } from '../text.js';
import type { ReadAnswers, ReadRequest, Sent } from './request.js';
import { turns } from './turns.js';

export interface ApartLimits {
  readonly timeMs: number;
  /** Of what the thread makes of a file; the file and its parts have limits of their own. */
  readonly heapMb: number;
  /** Threads at once. */
  readonly atOnce: number;
}

const LIMITS: ApartLimits = { timeMs: 30_000, heapMb: 384, atOnce: 2 };

/** Reads what others sent. */
export interface ReadApart {
  plan(sent: Sent, options?: ReadOptions): Promise<PlanReading>;
  people(sent: Sent, offices: readonly KnownOffice[]): Promise<ListReading<ListedPerson>>;
  /** @param known  offices that the body has */
  offices(sent: Sent, known: readonly KnownOffice[]): Promise<ListReading<ListedOffice>>;
}

/**
 * Reads each file in a thread of its own, so that one made to be slow or large holds up nothing else: beyond the limits
 * the thread is ended and a problem says so.
 *
 * @param called  offices by the names that bodies have for them
 */
export function readingApart(limits: Partial<ApartLimits> = {}, called: readonly KnownOffice[] = []): ReadApart {
  const { timeMs, heapMb, atOnce } = { ...LIMITS, ...limits };
  const inTurn = turns(atOnce);
  const read = <What extends keyof ReadAnswers>(
    request: ReadRequest & { readonly what: What },
    unread: (problem: Problem) => ReadAnswers[What],
  ) => inTurn(async () => (await answerTo<ReadAnswers[What]>(request, timeMs, heapMb)).otherwise(unread));
  return {
    plan: (sent, options = {}) =>
      read({ what: 'plan', sent, options: { ...options, called } }, (one) => readParts(unreadableParts(one))),
    people: (sent, offices) => read({ what: 'people', sent, offices: withNames(offices, called) }, unreadList),
    offices: (sent, known) => read({ what: 'offices', sent, called, known }, unreadList),
  };
}

const LIST: Wording = { it: "l'elenco", en: 'the list' };
const WANTED: Readonly<Record<ReadRequest['what'], Wording>> = {
  plan: { it: 'il piano', en: 'the plan' },
  people: LIST,
  offices: LIST,
};

interface Answered<Answer> {
  otherwise(unread: (problem: Problem) => Answer): Answer;
}

async function answerTo<Answer>(request: ReadRequest, timeMs: number, heapMb: number): Promise<Answered<Answer>> {
  const worker = new Worker(workerFile(), {
    workerData: request,
    // none of the process's secrets, none of its switches
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      const refuse = (problem: Problem) => resolve({ otherwise: (unread) => unread(problem) });
      timer = setTimeout(() => refuse(tookTooLong(timeMs, WANTED[request.what]).problem), timeMs);
      worker.once('message', (answer: Answer) => resolve({ otherwise: () => answer }));
      worker.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
          refuse(request.what === 'plan' ? tooBig().problem : tooLongAList());
        else reject(error);
      });
      worker.once('exit', (code) => reject(new Error(`The reading of a file ended with code ${code} and no answer.`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Of offices that the body has, also what they are called elsewhere. */
function withNames(offices: readonly KnownOffice[], called: readonly KnownOffice[]): readonly KnownOffice[] {
  return [...offices, ...called.filter(({ id }) => offices.some((office) => office.id === id))];
}

function unreadList<Row>(problem: Problem): ListReading<Row> {
  return { rows: [], problems: [{ ...problem, place: placeWords(problem.line, new Map()) }], warnings: [] };
}

/** Where sources are run, in tests, the thread runs what was built of them. */
function workerFile(): string {
  const own = fileURLToPath(new URL('./reading-worker.js', import.meta.url));
  return existsSync(own) ? own : own.replace(/libs([\\/])plan-import([\\/])src/, 'dist$1libs$1plan-import$2src');
}
