import { randomUUID } from 'node:crypto';
import type { Append, Deletion } from './append.js';
import type { Moment, Outcome } from './batch.js';
import { Batch } from './batch.js';
import type { Queued } from './queue.js';
import { Queue } from './queue.js';
import type { Concern, Watch } from './growth.js';
import { Growth } from './growth.js';
import { RecentIds } from './recent-ids.js';
import type { Heading } from './record.js';
import { contentOf, headingOf } from './record.js';
import type { Storage, Stored } from './storage.js';
import { NotWritten } from './storage.js';

/** What an event takes beside its content and the name of its stream, which every event of an append repeats. */
const RECORD_BYTES = 200;
const MOST_APPEND_BYTES = 256 * 1024 * 1024;

const RECENT_IDS = 50_000;
const RECENT_IDS_AT_OPENING = 10_000;
/** Large events are not read without end to learn their ids: opening would take seconds, and all of them in memory. */
const RECENT_BYTES_AT_OPENING = 32 * 1024 * 1024;

const PAGE_EVENTS = 512;
const NOTHING_READ = { after: -1, asOf: -1, page: [] };

/** What the writer has done since the log was opened. */
export interface Activity {
  readonly appends: number;
  readonly events: number;
  readonly flushes: number;
  /** Appends that wait for the next flush. */
  readonly waiting: number;
}

/** The log is stopping: the append was not written. */
export class LogStopped extends Error {
  override readonly name = 'LogStopped';
}

/**
 * One writer for the whole log. Appends that arrive while a batch is being flushed form the next batch and share its
 * flush; each is decided in order of arrival, and answered only when everything it was decided on is durable.
 */
export class Log {
  private readonly recent = new RecentIds(RECENT_IDS);
  private readonly queue = new Queue();
  private readonly growth = new Growth();
  private writing: Promise<void> | undefined;
  private stopped = false;
  private readonly done = { appends: 0, events: 0, flushes: 0 };
  private lastWrittenAtMs: number;
  private shared: { readonly after: number; readonly asOf: number; readonly page: readonly Stored[] } = NOTHING_READ;

  constructor(
    readonly storage: Storage,
    readonly nowMs: () => number,
    private readonly newId: () => string = randomUUID,
  ) {
    const [newest] = storage.page(storage.lastPosition(), 'backwards', 1);
    this.lastWrittenAtMs = newest ? contentOf(newest.bytes).writtenAtMs : 0;
    for (const { stream, id, revision } of newestIn(storage).reverse()) this.recent.add(stream, id, revision);
  }

  append(append: Append): Promise<Outcome> {
    const each = append.stream.length + RECORD_BYTES;
    const bytes = append.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length + each, 0);
    if (bytes > MOST_APPEND_BYTES)
      return Promise.reject(
        new NotWritten(`An append takes ${MOST_APPEND_BYTES} bytes on disk at most: append less at once.`),
      );
    return this.enqueue((batch) => batch.append(append), append.events.length, bytes);
  }

  delete(deletion: Deletion): Promise<Outcome> {
    return this.enqueue((batch) => batch.delete(deletion), 1, 0);
  }

  /** What stands after a position, a page of it: followers who are at the same place share it. */
  after(position: number): readonly Stored[] {
    const asOf = this.storage.lastPosition();
    if (this.shared.after !== position || this.shared.asOf !== asOf)
      this.shared = { after: position, asOf, page: this.storage.page(position + 1, 'forwards', PAGE_EVENTS) };
    return this.shared.page;
  }

  /** Begins to watch for what concerns a follower, who reads first, then waits, then reads again. */
  watch(concern: Concern, signal: AbortSignal): Watch {
    return this.growth.watch(concern, signal);
  }

  /** Resolves when there is something after `position`, or when `signal` aborts. */
  async grown(position: number, signal: AbortSignal): Promise<void> {
    const watch = this.watch({ atLeastEvery: 1 }, signal);
    while (!signal.aborted && this.storage.lastPosition() <= position) await watch.next();
    watch.end();
  }

  /** Resolves when more appends may be brought; undefined when they may now. */
  room(): Promise<void> | undefined {
    return this.queue.room();
  }

  activity(): Activity {
    return { ...this.done, waiting: this.queue.length };
  }

  followers(): number {
    return this.growth.count();
  }

  /** Writes what was accepted, refuses the rest. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.writing;
  }

  private enqueue(decide: Queued['decide'], events: number, bytes: number): Promise<Outcome> {
    if (this.stopped) return Promise.reject(new LogStopped('The event node is stopping.'));
    return new Promise((resolve, reject) => {
      this.queue.push({ decide, events, bytes, resolve, reject });
      this.writing ??= this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    // everything that arrives in this turn of the event loop shares the first flush
    await new Promise((resolve) => setImmediate(resolve));
    while (this.queue.length > 0) await this.writeBatch(this.queue.take());
    this.writing = undefined;
  }

  private async writeBatch(queued: readonly Queued[]): Promise<void> {
    try {
      const batch = new Batch(this.storage, this.recent, this.moment());
      const outcomes = queued.map(({ decide }) => decide(batch));
      if (batch.entries.length > 0) {
        const began = performance.now();
        await this.storage.write(batch.entries);
        this.queue.flushed(performance.now() - began);
        batch.remember();
        this.done.events += batch.entries.length;
        this.done.flushes += 1;
        this.growth.grewBy(batch.entries);
      }
      this.done.appends += queued.length;
      outcomes.forEach((outcome, index) => queued[index]?.resolve(outcome));
    } catch (error) {
      // refusals too: they may rest on an append of the same batch that was not written
      for (const { reject } of queued) reject(error);
    }
  }

  /** Times of events never go back, whatever the clock does: what is older than a time is found by halving. */
  private moment(): Moment {
    const nowMs = this.nowMs();
    this.lastWrittenAtMs = Math.max(this.lastWrittenAtMs, nowMs);
    return { nowMs, writtenAtMs: this.lastWrittenAtMs, newId: this.newId };
  }
}

/** Newest first; a page may end before. */
function newestIn(storage: Storage): Heading[] {
  const newest: Heading[] = [];
  let [from, bytes] = [storage.lastPosition(), 0];
  while (newest.length < RECENT_IDS_AT_OPENING && bytes < RECENT_BYTES_AT_OPENING) {
    const page = storage.page(from, 'backwards', RECENT_IDS_AT_OPENING - newest.length);
    const oldest = page.at(-1);
    if (!oldest) break;
    for (const stored of page) newest.push(headingOf(stored.bytes));
    bytes += page.reduce((sum, stored) => sum + stored.bytes.length, 0);
    from = oldest.position - 1;
  }
  return newest;
}
