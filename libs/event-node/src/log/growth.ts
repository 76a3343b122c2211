import type { Question } from './questions.js';
import { Questions } from './questions.js';
import { TOMBSTONE } from './revision.js';
import type { Entry } from './storage.js';
import { metadataStreamOf } from './stream-metadata.js';
import type { Watching } from './watching.js';
import { awake, Waking } from './watching.js';

/** What a follower wants to hear of: one stream, the whole log, or what matches in it. */
export type Concern = { readonly stream: string } | Question;

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

/** Where a follower listens. */
interface Ear {
  listen(watching: Watching): void;
  leave(watching: Watching): void;
}

/** Who follows what. A batch touches only the followers it concerns, however many others there are. */
export class Growth {
  private readonly ofStreams = new Map<string, Set<Watching>>();
  private readonly waking = new Waking();
  private readonly questions: Questions;

  constructor(nowMs: () => number = () => performance.now()) {
    this.questions = new Questions(this.waking, nowMs);
  }

  watch(concern: Concern, signal: AbortSignal): Watch {
    const watching: Watching = { pending: false, nothingUpTo: undefined, since: 0, wake: undefined };
    const ear = 'stream' in concern ? this.ofStream(concern.stream) : this.ofLog(concern);
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      signal.removeEventListener('abort', end);
      ear.leave(watching);
      watching.pending = true;
      watching.nothingUpTo = undefined;
      awake(watching);
    };
    ear.listen(watching);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    return {
      next: async () => {
        if (!watching.pending) await new Promise<void>((resolve) => (watching.wake = resolve));
        watching.pending = ended;
        if (!ended) ear.listen(watching);
        return watching.nothingUpTo;
      },
      end,
    };
  }

  /** How many watch. */
  count(): number {
    return [...this.ofStreams.values()].reduce((sum, { size }) => sum + size, this.questions.count());
  }

  /** To be called once the entries can be read. */
  grewBy(entries: readonly Entry[]): void {
    for (const stream of new Set(entries.flatMap(streamsTold)))
      for (const watching of this.ofStreams.get(stream) ?? []) this.waking.tell(watching);
    this.questions.grewBy(entries);
    this.waking.wake();
  }

  private ofStream(stream: string): Ear {
    const set = this.ofStreams.get(stream) ?? new Set();
    this.ofStreams.set(stream, set);
    return {
      listen: (watching) => set.add(watching),
      leave: (watching) => {
        set.delete(watching);
        if (set.size === 0 && this.ofStreams.get(stream) === set) this.ofStreams.delete(stream);
      },
    };
  }

  private ofLog(question: Question): Ear {
    const asked = this.questions.ask(question);
    return {
      listen: (watching) => {
        watching.since = asked.passed;
        asked.listening.add(watching);
      },
      leave: (watching) => {
        asked.listening.delete(watching);
        this.questions.leave(asked);
      },
    };
  }
}

/** A stream that ends for good takes its metadata stream along. */
function streamsTold({ stream, revision }: Entry): string[] {
  return revision === TOMBSTONE ? [stream, metadataStreamOf(stream)] : [stream];
}
