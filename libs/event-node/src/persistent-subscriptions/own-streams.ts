import { randomUUID } from 'node:crypto';
import { LINK_TYPE } from '../log/links.js';
import type { Log } from '../log/log.js';
import type { ProposedEvent } from '../log/record.js';
import { contentOf, headingOf } from '../log/record.js';
import { revisionText, TOMBSTONE } from '../log/revision.js';
import type { Storage, Stored } from '../log/storage.js';
import { DELETION, isDeleted, METADATA_TYPE, metadataOf, metadataStreamOf } from '../log/stream-metadata.js';

const NOTHING = Buffer.alloc(0);

export function jsonEvent(type: string, text: string): ProposedEvent {
  return { id: randomUUID(), type, json: true, data: Buffer.from(text), metadata: NOTHING };
}

/** An event that leads to another one; `metadata` says why. */
export function linkTo({ bytes }: Stored, metadata: object): ProposedEvent {
  const { revision, stream } = headingOf(bytes);
  return {
    id: randomUUID(),
    type: LINK_TYPE,
    json: false,
    data: Buffer.from(`${revisionText(revision)}@${stream}`),
    metadata: Buffer.from(JSON.stringify(metadata)),
  };
}

/** Appends to a stream of the node's own. */
export async function write(log: Log, stream: string, ...events: readonly ProposedEvent[]): Promise<void> {
  const outcome = await log.append({ stream, expected: 'any', events, deadlineMs: Infinity });
  if (outcome.kind !== 'written') throw new Error(`The stream ${stream} could not be written: ${outcome.kind}.`);
}

export interface OwnMetadata {
  readonly $maxCount?: number;
  readonly $tb?: number;
}

export async function writeMetadata(log: Log, stream: string, metadata: OwnMetadata): Promise<void> {
  await write(log, metadataStreamOf(stream), jsonEvent(METADATA_TYPE, JSON.stringify(metadata)));
}

/** Deletes a stream, if it is there, in such a way that it can be written again. */
export async function softDelete(log: Log, stream: string): Promise<void> {
  if (nextRevision(log.storage, stream) === 0 || isDeleted(metadataOf(log.storage, stream))) return;
  await write(log, metadataStreamOf(stream), jsonEvent(METADATA_TYPE, DELETION));
}

/** The data of the newest event that can be seen. */
export function newest(storage: Storage, stream: string): Buffer | undefined {
  const last = storage.lastRevision(stream);
  if (last < visibleFrom(storage, stream)) return undefined;
  const stored = storage.eventAt(stream, last);
  return stored && contentOf(stored.bytes).data;
}

export function nextRevision(storage: Storage, stream: string): number {
  return storage.lastRevision(stream) + 1;
}

/** The first revision that can be seen. */
export function visibleFrom(storage: Storage, stream: string): number {
  const { truncateBefore } = metadataOf(storage, stream);
  if (truncateBefore === TOMBSTONE) return nextRevision(storage, stream);
  return truncateBefore ?? 0;
}
