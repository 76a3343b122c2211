import type { Append, Written } from './append.js';
import { decide } from './append.js';
import type { RecentIds } from './recent-ids.js';
import { encodeRecord, idOf } from './record.js';
import type { Entry, Storage } from './storage.js';

export type Outcome =
  /** `position` is that of the last event; 0 when the log is empty. */
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-revision'; readonly current: number }
  | { readonly kind: 'expired' };

interface Pending extends Entry {
  readonly id: string;
}

/** Appends decided one after the other, each on what the ones before it will have written. */
export class Batch implements Written {
  private readonly pending: Pending[] = [];
  private readonly byStream = new Map<string, Pending[]>();

  constructor(
    private readonly storage: Storage,
    private readonly recent: RecentIds,
  ) {}

  get entries(): readonly Entry[] {
    return this.pending;
  }

  decide(append: Append, nowMs: number): Outcome {
    if (nowMs > append.deadlineMs) return { kind: 'expired' };
    const decision = decide(append, this);
    switch (decision.kind) {
      case 'wrong-revision':
        return decision;
      case 'repeated':
        return this.written(append.stream, decision.revision);
      case 'write':
        append.events.forEach((event, index) => {
          const revision = decision.firstRevision + index;
          const position = this.storage.lastPosition() + this.pending.length + 1;
          const bytes = encodeRecord(event, { stream: append.stream, revision, position, writtenAtMs: nowMs });
          this.add({ id: event.id, stream: append.stream, revision, position, bytes });
        });
        return this.written(append.stream, decision.firstRevision + append.events.length - 1);
    }
  }

  /** To be called once the entries are durable. */
  remember(): void {
    for (const { stream, id, revision } of this.pending) this.recent.add(stream, id, revision);
  }

  lastRevision(stream: string): number {
    return this.byStream.get(stream)?.at(-1)?.revision ?? this.storage.lastRevision(stream);
  }

  idAt(stream: string, revision: number): string | undefined {
    const pending = this.pendingAt(stream, revision);
    if (pending) return pending.id;
    const stored = this.storage.eventAt(stream, revision);
    return stored && idOf(stored.bytes);
  }

  recentRevision(stream: string, id: string): number | undefined {
    const pending = this.byStream.get(stream)?.findLast((entry) => entry.id === id);
    return pending?.revision ?? this.recent.revisionOf(stream, id);
  }

  private add(entry: Pending): void {
    this.pending.push(entry);
    const ofStream = this.byStream.get(entry.stream);
    if (ofStream) ofStream.push(entry);
    else this.byStream.set(entry.stream, [entry]);
  }

  private pendingAt(stream: string, revision: number): Pending | undefined {
    const ofStream = this.byStream.get(stream) ?? [];
    return ofStream[revision - (ofStream[0]?.revision ?? 0)];
  }

  private written(stream: string, revision: number): Outcome {
    const entry = this.pendingAt(stream, revision) ?? this.storage.eventAt(stream, revision);
    return { kind: 'written', revision, position: entry?.position ?? this.storage.lastPosition() };
  }
}
