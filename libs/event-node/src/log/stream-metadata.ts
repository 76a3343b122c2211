import { topLevelMember, withMember } from './json-text.js';
import { contentOf } from './record.js';
import { LARGEST_REVISION, revisionOf, TOMBSTONE } from './revision.js';
import type { Storage } from './storage.js';

/** What the newest `$metadata` event of a stream says, as far as it is in force; absent: no limit, no list. */
export interface StreamMetadata {
  /** How many of the newest events are seen. */
  readonly maxCount?: number;
  /** How long events are seen. */
  readonly maxAgeMs?: number;
  /** Lowest revision that is seen; `TOMBSTONE` when the stream was deleted. */
  readonly truncateBefore?: number;
  readonly acl?: StreamAcl;
}

/** Names of users and groups who may; an absent list says nothing. */
export interface StreamAcl {
  readonly read?: readonly string[];
  readonly write?: readonly string[];
  readonly delete?: readonly string[];
  readonly metadataRead?: readonly string[];
  readonly metadataWrite?: readonly string[];
}

export const METADATA_TYPE = '$metadata';

/** What becomes the metadata of a stream that is deleted: all else is forgotten. */
export const DELETION = `{"$tb":${LARGEST_REVISION}}`;

const NONE: StreamMetadata = {};

/** Metadata streams have no metadata of their own: only their newest event counts. */
const OF_METADATA: StreamMetadata = { maxCount: 1 };

export function metadataStreamOf(stream: string): string {
  return `$$${stream}`;
}

/** The stream that a metadata stream describes; undefined for others. */
export function describedBy(stream: string): string | undefined {
  return stream.startsWith('$$') ? stream.slice(2) : undefined;
}

export function metadataOf(storage: Storage, stream: string): StreamMetadata {
  if (describedBy(stream) !== undefined) return OF_METADATA;
  const record = metadataRecord(storage, stream);
  return record ? parseMetadata(record) : NONE;
}

/** The record of the newest metadata, whatever it holds. */
export function metadataRecord(storage: Storage, stream: string): Buffer | undefined {
  const name = metadataStreamOf(stream);
  const last = storage.lastRevision(name);
  return last < 0 || last === TOMBSTONE ? undefined : storage.eventAt(name, last)?.bytes;
}

/** Deleted, but not for good: whoever writes again brings it back. */
export function isDeleted({ truncateBefore }: StreamMetadata): boolean {
  return truncateBefore === TOMBSTONE;
}

/** @param record  a `$metadata` event; what is no JSON object, or no sensible value, says nothing */
export function parseMetadata(record: Buffer): StreamMetadata {
  const { json, data } = contentOf(record);
  const text = data.toString();
  const members = json ? objectIn(text) : undefined;
  if (!members) return NONE;
  const maxCount = atLeast(1, members['$maxCount']);
  const maxAge = atLeast(1, members['$maxAge']);
  const truncateBefore = '$tb' in members ? truncation(topLevelMember(text, '$tb')?.text) : undefined;
  const acl = aclIn(members['$acl']);
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAge !== undefined && { maxAgeMs: maxAge * 1000 }),
    ...(truncateBefore !== undefined && { truncateBefore }),
    ...(acl && { acl }),
  };
}

/**
 * The text of metadata for a deleted stream that comes back.
 *
 * @param record  its newest `$metadata` event
 * @param from  revision of the first event that is seen
 * @returns the same but for `$tb`, to the letter; undefined when it holds no object
 */
export function revived(record: Buffer, from: number): string | undefined {
  const text = contentOf(record).data.toString();
  return objectIn(text) && withMember(text, '$tb', String(from));
}

type Members = Readonly<Record<string, unknown>>;

function objectIn(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function atLeast(lowest: number, value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= lowest ? (value as number) : undefined;
}

/** From the text, since 2^63−1 is no exact number here. */
function truncation(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,19}$/.test(text)) return undefined;
  return BigInt(text) > LARGEST_REVISION ? undefined : revisionOf(text);
}

/** The lists that an `$acl` holds; undefined when it is none. */
export function aclIn(value: unknown): StreamAcl | undefined {
  if (!isObject(value)) return undefined;
  const lists = {
    read: names(value['$r']),
    write: names(value['$w']),
    delete: names(value['$d']),
    metadataRead: names(value['$mr']),
    metadataWrite: names(value['$mw']),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
}

function names(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  return value.filter((name): name is string => typeof name === 'string');
}
