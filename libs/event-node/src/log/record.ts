import type { Cursor } from './protobuf.js';
import { BackwardWriter, enter, nested, readText, readVarint } from './protobuf.js';
import { TOMBSTONE } from './revision.js';

/** An event as a writer proposes it. */
export interface ProposedEvent {
  /** UUID in its canonical lower-case text. */
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Place {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly writtenAtMs: number;
}

/** What filters and idempotence ask about a stored event. */
export interface Heading {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
}

export interface Content {
  readonly json: boolean;
  readonly writtenAtMs: number;
  readonly metadata: Buffer;
  readonly data: Buffer;
}

/** `created` counts hundreds of nanoseconds. */
const DIGITS_PER_MS = 4;
const ID_LENGTH = 36;

const JSON_TYPE = Buffer.from('application/json');
const OTHER_TYPE = Buffer.from('application/octet-stream');

/** Keys of `RecordedEvent.metadata`, as the first field of an entry. */
const [TYPE, CONTENT_TYPE, CREATED] = ['type', 'content-type', 'created'].map((key) =>
  Buffer.from([(1 << 3) | 2, key.length, ...Buffer.from(key)]),
) as [Buffer, Buffer, Buffer];

/** More than what a record takes besides texts and contents: id, numbers, tags, lengths, keys. */
const OVERHEAD = 256;

/** 2^63−1, which numbers here do not hold. */
const TOMBSTONE_FIELD = Buffer.from([3 << 3, 255, 255, 255, 255, 255, 255, 255, 255, 127]);

/**
 * Encodes an event once and for all as `ReadResp{event{event, commit_position}}`, ready to be sent.
 *
 * The fields come in the order in which they are looked at: id, stream name, revision, type, content type, time.
 */
export function encodeRecord(event: ProposedEvent, place: Place): Buffer {
  const [type, stream] = [Buffer.from(event.type), Buffer.from(place.stream)];
  const record = new BackwardWriter(type.length + stream.length + event.data.length + event.metadata.length + OVERHEAD);
  const end = record.end;
  record.number(3, place.position);
  const recorded = record.end;
  bytesField(record, 8, event.data);
  bytesField(record, 7, event.metadata);
  record.number(5, place.position);
  record.number(4, place.position);
  mapEntry(record, CREATED, Buffer.from(`${place.writtenAtMs}${'0'.repeat(DIGITS_PER_MS)}`, 'latin1'));
  mapEntry(record, CONTENT_TYPE, event.json ? JSON_TYPE : OTHER_TYPE);
  mapEntry(record, TYPE, type);
  if (place.revision === TOMBSTONE) record.bytes(TOMBSTONE_FIELD);
  else record.number(3, place.revision);
  wrapped(record, 2, 3, stream);
  wrapped(record, 1, 2, Buffer.from(event.id, 'latin1'));
  record.around(1, recorded);
  record.around(1, end);
  return record.written;
}

/**
 * What a read with resolved links sends: the event that is linked to, if it is still there, and the link.
 *
 * The position of the answer is the link's, which is the last field of its record.
 */
export function encodeLinked(target: Buffer | undefined, link: Buffer): Buffer {
  const linking = recordedEventOf(link);
  const position = link.subarray(linking.byteOffset - link.byteOffset + linking.length);
  const event = target ? nested(1, [recordedEventOf(target)]) : [];
  return Buffer.concat(nested(1, [...event, ...nested(2, [linking]), position]));
}

/** The `RecordedEvent` message inside a record. */
export function recordedEventOf(record: Buffer): Buffer {
  const cursor = { at: 0 };
  enter(record, cursor); // ReadResp.event
  const length = enter(record, cursor); // ReadEvent.event
  return record.subarray(cursor.at, cursor.at + length);
}

/** Reads the heading of a record written by `encodeRecord`, without decoding the rest. */
export function headingOf(record: Buffer): Heading {
  return readHeading(record, { at: 0 });
}

/** Reads the rest of a record, without copying it. */
export function contentOf(record: Buffer): Content {
  const cursor = { at: 0 };
  readHeading(record, cursor);
  const json = mapValue(record, cursor) === 'application/json';
  const writtenAtMs = Number(mapValue(record, cursor).slice(0, -DIGITS_PER_MS));
  for (let number = 4; number <= 5; number += 1) enter(record, cursor); // the positions: a tag and a number each
  const metadata = bytes(record, cursor);
  return { json, writtenAtMs, metadata, data: bytes(record, cursor) };
}

/** The id alone, for comparing. */
export function idOf(record: Buffer): string {
  const cursor = { at: 0 };
  enter(record, cursor);
  enter(record, cursor);
  enter(record, cursor);
  enter(record, cursor);
  return record.toString('latin1', cursor.at, cursor.at + ID_LENGTH);
}

/** Whether the name of a record's stream begins with these bytes. */
export function streamBegins(record: Buffer, name: Buffer): boolean {
  const cursor = { at: 0 };
  enter(record, cursor); // ReadResp.event
  enter(record, cursor); // ReadEvent.event
  cursor.at += 2 + 2 + ID_LENGTH; // RecordedEvent.id, whose length is known
  enter(record, cursor); // RecordedEvent.stream_identifier
  const length = enter(record, cursor);
  return length >= name.length && record.compare(name, 0, name.length, cursor.at, cursor.at + name.length) === 0;
}

function readHeading(record: Buffer, cursor: Cursor): Heading {
  enter(record, cursor); // ReadResp.event
  enter(record, cursor); // ReadEvent.event
  enter(record, cursor); // RecordedEvent.id
  const id = readText(record, cursor);
  enter(record, cursor); // RecordedEvent.stream_identifier
  const stream = readText(record, cursor);
  cursor.at += 1;
  const revision = Math.min(readVarint(record, cursor), TOMBSTONE);
  return { id, stream, revision, type: mapValue(record, cursor) };
}

function bytesField(record: BackwardWriter, field: number, content: Uint8Array): void {
  const end = record.end;
  record.bytes(content);
  record.around(field, end);
}

/** A field that holds a message of one field. */
function wrapped(record: BackwardWriter, field: number, inner: number, content: Uint8Array): void {
  const end = record.end;
  bytesField(record, inner, content);
  record.around(field, end);
}

/** @param key  the field of the key, encoded */
function mapEntry(record: BackwardWriter, key: Uint8Array, value: Uint8Array): void {
  const end = record.end;
  bytesField(record, 2, value);
  record.bytes(key);
  record.around(6, end);
}

/** The value of the next entry of a map: the order of the keys is known. */
function mapValue(record: Buffer, cursor: Cursor): string {
  enter(record, cursor);
  readText(record, cursor); // the key
  return readText(record, cursor);
}

function bytes(record: Buffer, cursor: Cursor): Buffer {
  const length = enter(record, cursor);
  cursor.at += length;
  return record.subarray(cursor.at - length, cursor.at);
}
