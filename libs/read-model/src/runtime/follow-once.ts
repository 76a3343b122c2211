import type { Kysely } from 'kysely';
import { categories, streamPrefix } from '#domain';
import type { EventStore, Followed, Position } from '#event-store';
import type { ReadTables } from '#postgres';
import { advanceAll } from './advance.js';
import { announce, Fenced, standingsOf, type Standing } from './checkpoints.js';
import { delay, type Gate } from './pauses.js';
import type { Projection } from './projection.js';
import { boundedQueue, type Queue } from './queue.js';
import { ensureSchema } from './schema.js';

export interface RuntimeOptions {
  readonly store: EventStore;
  readonly db: Kysely<ReadTables>;
  readonly body: string;
  readonly projections: readonly Projection[];
  readonly signal?: AbortSignal;
  /** Every projection has taken what stands up to here. */
  readonly onProgress?: (position: Position) => void;
  /** What went wrong, before it is tried again. */
  readonly onError?: (error: unknown) => void;
}

export type ProjectionsState = 'starting' | 'catching-up' | 'live' | 'paused' | 'retrying' | 'stopped';

/** What a running projector shows of itself. */
export interface Run {
  position: Position;
  state: ProjectionsState;
  readonly pausing: Gate;
}

/** The streams of a body that the read model is made of: the audit trail shows them all. */
export function projectedPrefixes(body: string): readonly string[] {
  return categories.map((category) => streamPrefix(category, body));
}

/** Most events in one transaction. */
const BATCH = 500;
/** Events read ahead of the tables; more wait in the store. */
const READ_AHEAD = 5_000;
/** Under load a moment's wait makes one transaction of many; a lone event is never kept waiting. */
const CROWD = 16;
const GATHERING_MS = 20;

/**
 * One life of the subscription: from what the tables say until it is stopped or anything fails.
 *
 * @param progressed  called after each batch
 */
export async function followOnce(
  options: RuntimeOptions,
  run: Run,
  over: AbortSignal,
  progressed: () => void,
): Promise<void> {
  const { store, db, body, projections } = options;
  await ensureSchema(db, projections);
  const standings = await standingsOf(db, projections);
  run.position = lowest(standings);
  run.state = 'catching-up';
  await announce(db, run.position);

  const queue = boundedQueue<Followed>(READ_AHEAD);
  const end = new AbortController();
  end.signal.addEventListener('abort', () => queue.close());
  const forward = (): void => end.abort();
  over.addEventListener('abort', forward);
  if (over.aborted) forward();
  const feeding = feed(store, projectedPrefixes(body), run.position, queue, end.signal);
  const draining = drain(options, run, queue, standings, end.signal, progressed);
  try {
    await Promise.race([feeding, draining]);
  } finally {
    over.removeEventListener('abort', forward);
    end.abort();
    await Promise.allSettled([feeding, draining]);
  }
}

async function feed(
  store: EventStore,
  prefixes: readonly string[],
  after: Position,
  queue: Queue<Followed>,
  signal: AbortSignal,
): Promise<void> {
  for await (const item of store.follow({ prefixes, signal, ...(after >= 0n && { after }) })) await queue.put(item);
}

async function drain(
  { db, onProgress }: RuntimeOptions,
  run: Run,
  queue: Queue<Followed>,
  start: readonly Standing[],
  signal: AbortSignal,
  progressed: () => void,
): Promise<void> {
  let standings = start;
  for (;;) {
    const items = await queue.take(BATCH);
    if (items.length === 0) return;
    await run.pausing.enter();
    try {
      standings = await take(db, standings, items);
      run.position = lowest(standings);
    } finally {
      run.pausing.leave();
    }
    if (items.some(({ kind }) => kind === 'caught-up')) run.state = 'live';
    progressed();
    onProgress?.(run.position);
    if (run.state === 'live' && items.length > CROWD && queue.length < BATCH) await delay(GATHERING_MS, signal);
  }
}

/** Takes what a subscription told into every projection; where another projector was quicker, goes on from there. */
async function take(
  db: Kysely<ReadTables>,
  start: readonly Standing[],
  items: readonly Followed[],
): Promise<readonly Standing[]> {
  const events = items.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
  const through = items.reduce((highest, item) => {
    const position = item.kind === 'event' ? item.event.position : item.kind === 'checkpoint' ? item.position : -1n;
    return position > highest ? position : highest;
  }, -1n);
  for (let standings = start; ;) {
    try {
      const behind = standings.filter(({ position }) => position < through);
      const moved = await advanceAll(db, behind, events, through);
      return standings.map(
        (standing) => moved.find(({ projection }) => projection === standing.projection) ?? standing,
      );
    } catch (error) {
      if (!(error instanceof Fenced)) throw error;
      const reread = await standingsOf(
        db,
        standings.map(({ projection }) => projection),
      );
      // built again from the beginning: what came before must be read again too
      if (lowest(reread) < lowest(start)) throw error;
      standings = reread;
    }
  }
}

function lowest(standings: readonly Standing[]): Position {
  return standings.reduce((low, { position }) => (position < low ? position : low), standings[0]?.position ?? -1n);
}
