import type { Filter } from './filter.js';
import { matches } from './filter.js';
import type { Heading } from './record.js';
import { headingOf } from './record.js';
import type { Entry } from './storage.js';

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
  /** Resolves when something of concern was written since the last call, or at the end. */
  next(): Promise<void>;
  end(): void;
}

interface Watching {
  readonly concern: Concern;
  pending: boolean;
  /** Positions that went by without a match. */
  passed: number;
  wake: (() => void) | undefined;
}

/** Who follows what. A batch touches only the followers it concerns, however many others there are. */
export class Growth {
  private readonly ofStreams = new Map<string, Set<Watching>>();
  private readonly ofAll = new Set<Watching>();

  watch(concern: Concern, signal: AbortSignal): Watch {
    const watching: Watching = { concern, pending: signal.aborted, passed: 0, wake: undefined };
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
    for (const stream of new Set(entries.map((entry) => entry.stream))) this.ofStreams.get(stream)?.forEach(tell);
    if (this.ofAll.size === 0) return;
    const answers = new Map<string, boolean>();
    let headings: Heading[] | undefined;
    for (const watching of this.ofAll) {
      if (watching.pending || 'stream' in watching.concern) continue;
      const { filter, atLeastEvery } = watching.concern;
      watching.passed += entries.length;
      let concerned = filter === undefined || watching.passed >= atLeastEvery;
      if (!concerned && filter) {
        // many followers ask the same: each question is answered once
        const question = `${filter.on} ${filter.pattern?.source ?? filter.prefixes.join('\0')}`;
        concerned = answers.get(question) ?? false;
        if (!answers.has(question)) {
          headings ??= entries.map(({ bytes }) => headingOf(bytes));
          concerned = headings.some((heading) => matches(filter, heading));
          answers.set(question, concerned);
        }
      }
      if (concerned) tell(watching);
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

function tell(watching: Watching): void {
  watching.pending = true;
  watching.passed = 0;
  watching.wake?.();
  watching.wake = undefined;
}
