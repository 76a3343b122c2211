import type { Filter } from './filter.js';
import { matches } from './filter.js';
import type { Heading } from './record.js';
import { headingOf } from './record.js';
import { TOMBSTONE } from './revision.js';
import type { Entry } from './storage.js';
import { metadataStreamOf } from './stream-metadata.js';

/** Of followers who merely want to hear how far the log has come, a batch tells so many, each in their turn. */
const MOST_TOLD_OF_NOTHING = 100;

/** What a follower wants to hear of: one stream, the whole log, or what matches in it. */
export type Concern =
  | { readonly stream: string }
  | {
      readonly filter?: Filter;
      /** With a filter: also after this many positions without a match. */
      readonly atLeastEvery: number;
    };

/** Remembers whether its follower has something new to read, from the moment it is made until it or `signal` ends. */
export interface Watch {
  /**
   * Resolves when something of concern was written since the last call, or at the end.
   *
   * @returns the position up to which nothing is of concern, for a follower who has read everything before: it may
   *   skip that unread
   */
  next(): Promise<number | undefined>;
  end(): void;
}

interface Watching {
  readonly concern: Concern;
  /** Followers who ask the same are answered together. */
  readonly question: string;
  pending: boolean;
  /** Entries that went by without a match. */
  passed: number;
  nothingUpTo: number | undefined;
  wake: (() => void) | undefined;
}

/** Who follows what. A batch touches only the followers it concerns, however many others there are. */
export class Growth {
  private readonly ofStreams = new Map<string, Set<Watching>>();
  private readonly ofAll = new Set<Watching>();

  watch(concern: Concern, signal: AbortSignal): Watch {
    const watching: Watching = {
      concern,
      question: questionOf(concern),
      pending: signal.aborted,
      passed: 0,
      nothingUpTo: undefined,
      wake: undefined,
    };
    const end = (): void => {
      signal.removeEventListener('abort', end);
      this.forget(watching);
      tell(watching);
    };
    signal.addEventListener('abort', end);
    this.setOf(concern).add(watching);
    return {
      next: async () => {
        if (!watching.pending && !signal.aborted) await new Promise<void>((resolve) => (watching.wake = resolve));
        watching.pending = false;
        return watching.nothingUpTo;
      },
      end,
    };
  }

  /** How many watch. */
  count(): number {
    return [...this.ofStreams.values()].reduce((sum, { size }) => sum + size, this.ofAll.size);
  }

  /** To be called once the entries can be read. */
  grewBy(entries: readonly Entry[]): void {
    for (const stream of new Set(entries.flatMap(streamsTold))) this.ofStreams.get(stream)?.forEach(tellAll);
    const answers = new Map<string, boolean>();
    const due: Watching[] = [];
    let headings: Heading[] | undefined;
    for (const watching of this.ofAll) {
      if (watching.pending || 'stream' in watching.concern) continue;
      const { filter, atLeastEvery } = watching.concern;
      let concerned = filter === undefined || answers.get(watching.question);
      if (filter && concerned === undefined) {
        headings ??= entries.map(({ bytes }) => headingOf(bytes));
        concerned = headings.some((heading) => matches(filter, heading));
        answers.set(watching.question, concerned);
      }
      watching.passed += entries.length;
      if (concerned) tell(watching);
      else if (watching.passed >= atLeastEvery && due.length < MOST_TOLD_OF_NOTHING) due.push(watching);
    }
    for (const watching of due) {
      tell(watching, entries.at(-1)?.position);
      // to the end of the queue
      this.ofAll.delete(watching);
      this.ofAll.add(watching);
    }
  }

  private setOf(concern: Concern): Set<Watching> {
    if (!('stream' in concern)) return this.ofAll;
    const known = this.ofStreams.get(concern.stream) ?? new Set();
    this.ofStreams.set(concern.stream, known);
    return known;
  }

  private forget(watching: Watching): void {
    const set = this.setOf(watching.concern);
    set.delete(watching);
    if ('stream' in watching.concern && set.size === 0) this.ofStreams.delete(watching.concern.stream);
  }
}

function questionOf(concern: Concern): string {
  if ('stream' in concern || !concern.filter) return '';
  const { on, pattern, prefixes } = concern.filter;
  return `${on} ${pattern ? `pattern ${pattern.source}` : `prefixes ${prefixes.join('\0')}`}`;
}

/** A stream that ends for good takes its metadata stream along. */
function streamsTold({ stream, revision }: Entry): string[] {
  return revision === TOMBSTONE ? [stream, metadataStreamOf(stream)] : [stream];
}

function tellAll(watching: Watching): void {
  tell(watching);
}

function tell(watching: Watching, nothingUpTo?: number): void {
  watching.pending = true;
  watching.passed = 0;
  watching.nothingUpTo = nothingUpTo;
  watching.wake?.();
  watching.wake = undefined;
}
