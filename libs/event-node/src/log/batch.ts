import type { Append, Deletion, Written } from './append.js';
import { decide } from './append.js';
import type { RecentIds } from './recent-ids.js';
import type { ProposedEvent } from './record.js';
import { encodeRecord, idOf } from './record.js';
import { TOMBSTONE } from './revision.js';
import type { Entry, Storage } from './storage.js';
import {
  DELETION,
  describedBy,
  isDeleted,
  METADATA_TYPE,
  metadataRecord,
  metadataStreamOf,
  parseMetadata,
  revived,
} from './stream-metadata.js';

export type Outcome =
  /** `position` is that of the last event, or of the whole log when there was none to write; 0 when that is empty. */
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-revision'; readonly current: number }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'expired' };

/** What a batch needs from outside. */
export interface Moment {
  readonly nowMs: number;
  /** Like `nowMs`, but never before that of an earlier batch. */
  readonly writtenAtMs: number;
  /** For events that the node itself writes. */
  readonly newId: () => string;
}

interface Pending extends Entry {
  readonly id: string;
}

const NOTHING = new Uint8Array();

/** Appends and deletions decided one after the other, each on what the ones before it will have written. */
export class Batch implements Written {
  private readonly pending: Pending[] = [];
  private readonly byStream = new Map<string, Pending[]>();

  constructor(
    private readonly storage: Storage,
    private readonly recent: RecentIds,
    private readonly moment: Moment,
  ) {}

  get entries(): readonly Entry[] {
    return this.pending;
  }

  append(append: Append): Outcome {
    if (this.moment.nowMs > append.deadlineMs) return { kind: 'expired' };
    const { stream, events } = append;
    const decision = decide(append, this);
    if (decision.kind === 'repeated') return this.standing(stream, decision.revision);
    if (decision.kind !== 'write') return decision;
    const subject = describedBy(stream) ?? stream;
    const revivedFrom = this.isDeleted(subject) ? this.lastRevision(subject) + 1 : undefined;
    events.forEach((event, index) => this.add(stream, decision.firstRevision + index, event));
    const position = this.lastPosition();
    if (revivedFrom !== undefined) this.revive(subject, revivedFrom);
    return { kind: 'written', revision: decision.firstRevision + events.length - 1, position };
  }

  delete({ stream, expected, forGood, deadlineMs }: Deletion): Outcome {
    if (this.moment.nowMs > deadlineMs) return { kind: 'expired' };
    const id = this.moment.newId();
    const decision = decide({ stream, expected, events: [{ id }] }, this);
    if (decision.kind === 'repeated') return this.standing(stream, decision.revision);
    if (decision.kind !== 'write') return decision;
    if (forGood) {
      this.add(stream, TOMBSTONE, { id, type: '$streamDeleted', json: false, data: NOTHING, metadata: NOTHING });
      return { kind: 'written', revision: TOMBSTONE, position: this.lastPosition() };
    }
    const current = this.lastRevision(stream);
    if (current < 0 && this.lastRevision(metadataStreamOf(stream)) < 0) return { kind: 'wrong-revision', current };
    this.describe(stream, DELETION, id);
    return { kind: 'written', revision: current, position: this.lastPosition() };
  }

  /** To be called once the entries are durable. */
  remember(): void {
    for (const { stream, id, revision } of this.pending) this.recent.add(stream, id, revision);
  }

  lastRevision(stream: string): number {
    return this.byStream.get(stream)?.at(-1)?.revision ?? this.storage.lastRevision(stream);
  }

  isDeleted(stream: string): boolean {
    const record = this.metadataRecord(stream);
    return record !== undefined && isDeleted(parseMetadata(record));
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

  private lastPosition(): number {
    return this.pending.at(-1)?.position ?? this.storage.lastPosition();
  }

  private add(stream: string, revision: number, event: ProposedEvent): void {
    const position = this.lastPosition() + 1;
    const { writtenAtMs } = this.moment;
    const bytes = encodeRecord(event, { stream, revision, position, writtenAtMs });
    const entry: Pending = { id: event.id, stream, revision, position, bytes };
    this.pending.push(entry);
    const ofStream = this.byStream.get(stream);
    if (ofStream) ofStream.push(entry);
    else this.byStream.set(stream, [entry]);
  }

  private describe(stream: string, metadata: string, id = this.moment.newId()): void {
    const name = metadataStreamOf(stream);
    const event = { id, type: METADATA_TYPE, json: true, data: Buffer.from(metadata), metadata: NOTHING };
    this.add(name, this.lastRevision(name) + 1, event);
  }

  /** A deleted stream that is written to, or given metadata, is seen again from its next revision on. */
  private revive(stream: string, from: number): void {
    const record = this.metadataRecord(stream);
    const metadata = record && revived(record, from);
    if (metadata !== undefined) this.describe(stream, metadata);
  }

  private metadataRecord(stream: string): Buffer | undefined {
    if (describedBy(stream) !== undefined) return undefined;
    return this.byStream.get(metadataStreamOf(stream))?.at(-1)?.bytes ?? metadataRecord(this.storage, stream);
  }

  private pendingAt(stream: string, revision: number): Pending | undefined {
    const ofStream = this.byStream.get(stream) ?? [];
    return ofStream[revision - (ofStream[0]?.revision ?? 0)];
  }

  private standing(stream: string, revision: number): Outcome {
    const entry = this.pendingAt(stream, revision) ?? this.storage.eventAt(stream, revision);
    return { kind: 'written', revision, position: entry?.position ?? this.lastPosition() };
  }
}
