import { randomUUID } from 'node:crypto';
import type { Log } from '../log/log.js';
import { LogStopped } from '../log/log.js';
import type { ProposedEvent } from '../log/record.js';
import { contentOf, headingOf } from '../log/record.js';
import type { Storage, Stored } from '../log/storage.js';
import { metadataStreamOf } from '../log/stream-metadata.js';
import type { Index, Note } from './standard.js';
import { isIndexed } from './standard.js';

const PAGE_EVENTS = 500;

/** After a crash at most this many events are looked at once more. */
const CHECKPOINT_EVERY = 2_000;

/** Events of others behind which the newest link of an index is looked for, a few at a time. */
const MOST_FOREIGN = 1_000;
const PAGE_LINKS = 8;

const RETRY_AFTER_MS = 1_000;

/** Links of what comes within this time share one transaction and its flush. */
const GATHER_MS = 100;

export interface Progress {
  readonly state: 'running' | 'faulted';
  readonly reason: string;
  /** Of the last event that was looked at. */
  readonly position: number;
  readonly checkpoint: number;
  readonly processed: number;
}

/**
 * Follows the log and writes the links of one index, each exactly once.
 *
 * Links carry the position of the event they stand for and are written in its order. So what was written after the last
 * checkpoint and before a crash shows in the newest link of each stream, and is not written again.
 */
export class Projection {
  private readonly over = new AbortController();
  private readonly ended: Promise<void>;
  /** Of events up to here the links may be written already, by whoever was at work before. */
  private doubtfulUpTo: number;
  private seen: number;
  private checkpoint: number;
  private processed = 0;
  private fault: string | undefined;

  constructor(
    private readonly name: string,
    private readonly index: Index,
    private readonly log: Log,
    /** From the first event on, whatever the checkpoint says. */
    { afresh = false }: { readonly afresh?: boolean } = {},
  ) {
    this.checkpoint = afresh ? 0 : checkpointIn(log.storage, this.checkpointStream);
    this.seen = this.checkpoint;
    this.doubtfulUpTo = log.storage.lastPosition();
    this.ended = this.run();
  }

  progress(): Progress {
    return {
      state: this.fault === undefined ? 'running' : 'faulted',
      reason: this.fault ?? '',
      position: this.seen,
      checkpoint: this.checkpoint,
      processed: this.processed,
    };
  }

  /** Settles when nothing more is written. */
  async stop({ withCheckpoint }: { readonly withCheckpoint: boolean }): Promise<void> {
    this.over.abort();
    await this.ended;
    if (withCheckpoint && this.seen > this.checkpoint) await this.keepCheckpoint().catch(() => undefined);
  }

  private get checkpointStream(): string {
    return `$projections-${this.name}-checkpoint`;
  }

  private async run(): Promise<void> {
    const watch = this.log.watch({ atLeastEvery: 1 }, this.over.signal);
    while (!this.over.signal.aborted) {
      try {
        const page = this.log.storage.page(this.seen + 1, 'forwards', PAGE_EVENTS);
        if (page.length > 0) await this.take(page);
        else {
          await watch.next();
          await this.patience(GATHER_MS);
        }
        this.fault = undefined;
      } catch (error) {
        if (error instanceof LogStopped) break;
        // such as a full disk: the events wait in the log, and the links of some of them may be there
        this.doubtfulUpTo = this.log.storage.lastPosition();
        this.fault = error instanceof Error ? error.message : String(error);
        await this.patience(RETRY_AFTER_MS);
      }
    }
    watch.end();
  }

  private async take(page: readonly Stored[]): Promise<void> {
    const links = new Map<string, ProposedEvent[]>();
    for (const stored of page) this.note(stored, links);
    const written = await Promise.allSettled(
      [...links].map(([stream, events]) => this.log.append({ stream, expected: 'any', events, deadlineMs: Infinity })),
    );
    for (const append of written) if (append.status === 'rejected') throw append.reason;
    this.processed += page.length;
    this.seen = page.at(-1)?.position ?? this.seen;
    if (this.seen - this.checkpoint >= CHECKPOINT_EVERY) await this.keepCheckpoint();
  }

  private note({ position, bytes }: Stored, links: Map<string, ProposedEvent[]>): void {
    const heading = headingOf(bytes);
    if (!isIndexed(heading)) return;
    const note = this.index({ ...heading, metadata: () => contentOf(bytes).metadata.toString() });
    if (!note || this.isWritten(note, position)) return;
    const origin = { $c: position, $p: position, $o: heading.stream, $causedBy: heading.id };
    const event = eventOf(note.type, note.text, origin);
    const others = links.get(note.stream);
    if (others) others.push(event);
    else links.set(note.stream, [event]);
  }

  private isWritten({ stream }: Note, position: number): boolean {
    if (position > this.doubtfulUpTo) return false;
    return lastOriginIn(this.log.storage, stream) >= position;
  }

  private async keepCheckpoint(): Promise<void> {
    const { seen, checkpointStream: stream } = this;
    const event = eventOf('$ProjectionCheckpoint', JSON.stringify({ $c: seen, $p: seen }), undefined, true);
    const limit = eventOf('$metadata', JSON.stringify({ $maxCount: 2 }), undefined, true);
    const isNew = this.log.storage.lastRevision(stream) < 0;
    const append = (to: string, written: ProposedEvent) =>
      this.log.append({ stream: to, expected: 'any', events: [written], deadlineMs: Infinity });
    await Promise.all([isNew && append(metadataStreamOf(stream), limit), append(stream, event)]);
    this.checkpoint = seen;
  }

  private patience(ms: number): Promise<void> {
    if (this.over.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        this.over.signal.removeEventListener('abort', go);
        resolve();
      };
      const timer = setTimeout(go, ms);
      this.over.signal.addEventListener('abort', go);
    });
  }
}

function eventOf(type: string, text: string, metadata?: object, json = false): ProposedEvent {
  const note = metadata === undefined ? '' : JSON.stringify(metadata);
  return { id: randomUUID(), type, json, data: Buffer.from(text), metadata: Buffer.from(note) };
}

/** Of the newest link that says so: others may have written after it, into a stream that is not theirs. */
function lastOriginIn(storage: Storage, stream: string): number {
  let from = storage.lastRevision(stream);
  for (let looked = 0; from >= 0 && looked < MOST_FOREIGN;) {
    const page = storage.streamPage(stream, from, 'backwards', PAGE_LINKS);
    const origin = page.map(({ bytes }) => originOf(bytes)).find((position) => position > 0);
    if (origin !== undefined || page.length === 0) return origin ?? 0;
    looked += page.length;
    from = (page.at(-1)?.revision ?? 0) - 1;
  }
  return 0;
}

/** Position of the event that a link stands for; 0 where it does not say, as with links that somebody else wrote. */
function originOf(record: Buffer): number {
  return positionIn(contentOf(record).metadata.toString());
}

function checkpointIn(storage: Storage, stream: string): number {
  const newest = storage.eventAt(stream, storage.lastRevision(stream));
  return newest ? positionIn(contentOf(newest.bytes).data.toString()) : 0;
}

function positionIn(json: string): number {
  try {
    const position = (JSON.parse(json) as Readonly<Record<string, unknown>> | null)?.['$c'];
    return Number.isSafeInteger(position) ? (position as number) : 0;
  } catch {
    return 0;
  }
}
