import { randomUUID } from 'node:crypto';
import { rested } from '../log/rested.js';
import type { Storage } from '../log/storage.js';
import { garbageIn } from './garbage.js';

/** Events looked at in one step, and at most removed in one transaction. */
const STEP_EVENTS = 512;

export interface Scavenge {
  readonly id: string;
  state: 'removing' | 'compacting' | 'completed' | 'stopped' | 'failed';
  /** Positions of the log: how far it has looked, and how far it will. */
  looked: number;
  readonly until: number;
  removed: number;
  /** Sizes of the log's file; absent until it was made smaller, or found to be small enough. */
  bytesBefore?: number;
  bytesAfter?: number;
  /** The longest that appends were kept waiting, in ms. */
  longestPauseMs: number;
  /** Why it failed; what it had removed stays removed. */
  failure?: string;
}

/**
 * Takes what nobody can read any more out of the log, and gives its room back to the file system, in steps small
 * enough for appends and reads to go on. Each step is a transaction: a scavenge that is broken off has done a part of its work,
 * and the next one does the rest.
 */
export class Scavenger {
  private current: Scavenge | undefined;
  private running: { readonly done: Promise<void>; readonly stopping: AbortController } | undefined;

  constructor(
    private readonly storage: Storage,
    private readonly nowMs: () => number,
  ) {}

  /** The one that runs, or the last one that did. */
  get scavenge(): Readonly<Scavenge> | undefined {
    return this.current;
  }

  /** Starts one, unless one is running. */
  start(): { readonly id: string; readonly outcome: 'started' | 'in-progress' } {
    if (this.running && this.current) return { id: this.current.id, outcome: 'in-progress' };
    const scavenge: Scavenge = {
      id: randomUUID(),
      state: 'removing',
      looked: 0,
      until: this.storage.lastPosition(),
      removed: 0,
      longestPauseMs: 0,
    };
    this.current = scavenge;
    const stopping = new AbortController();
    const done = this.run(scavenge, stopping.signal).finally(() => (this.running = undefined));
    this.running = { done, stopping };
    return { id: scavenge.id, outcome: 'started' };
  }

  /** @returns false when no scavenge with this id is running */
  async stop(id: string): Promise<boolean> {
    if (!this.running || this.current?.id !== id) return false;
    await this.close();
    return true;
  }

  /** Resolves when none is running any more. */
  async finished(): Promise<Readonly<Scavenge> | undefined> {
    await this.running?.done;
    return this.current;
  }

  /** Stops what runs; to be called before the storage is closed. */
  async close(): Promise<void> {
    this.running?.stopping.abort();
    await this.running?.done;
  }

  private async run(scavenge: Scavenge, signal: AbortSignal): Promise<void> {
    try {
      await this.removeGarbage(scavenge, signal);
      scavenge.state = 'compacting';
      const { bytesBefore, bytesAfter, pauseMs } = await this.storage.compact(signal);
      noted(scavenge, pauseMs);
      Object.assign(scavenge, { bytesBefore, bytesAfter, state: 'completed' });
    } catch (error) {
      if (signal.aborted) scavenge.state = 'stopped';
      else {
        scavenge.state = 'failed';
        scavenge.failure = error instanceof Error ? error.message : String(error);
      }
    }
  }

  private async removeGarbage(scavenge: Scavenge, signal: AbortSignal): Promise<void> {
    for (;;) {
      const began = performance.now();
      const page = this.storage.page(scavenge.looked + 1, 'forwards', STEP_EVENTS);
      const end = page.at(-1);
      if (!end || scavenge.looked >= scavenge.until) return;
      const garbage = garbageIn(this.storage, page, this.nowMs());
      noted(scavenge, performance.now() - began); // nothing else runs meanwhile
      if (garbage.length > 0) await this.storage.remove(garbage);
      scavenge.looked = end.position;
      scavenge.removed += garbage.length;
      await rested(performance.now() - began, signal);
    }
  }
}

function noted(scavenge: Scavenge, pauseMs: number): void {
  scavenge.longestPauseMs = Math.max(scavenge.longestPauseMs, pauseMs);
}
