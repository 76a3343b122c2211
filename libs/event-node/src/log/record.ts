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

/** `created` counts hundreds of nanoseconds. */
const TICKS_PER_MS = 10_000n;
const ID_LENGTH = 36;
const LENGTH_DELIMITED = 2;

/**
 * Encodes an event once and for all as `ReadResp{event{event, commit_position}}`, ready to be sent.
 *
 * The fields that `headingOf` needs come first: id, stream name, revision, type.
 */
export function encodeRecord(event: ProposedEvent, place: Place): Buffer {
  const created = String(BigInt(place.writtenAtMs) * TICKS_PER_MS);
  const recorded = [
    bytesField(1, concat([bytesField(2, Buffer.from(event.id, 'latin1'))])),
    bytesField(2, concat([bytesField(3, Buffer.from(place.stream))])),
    numberField(3, place.revision),
    mapEntry(6, 'type', event.type),
    mapEntry(6, 'content-type', event.json ? 'application/json' : 'application/octet-stream'),
    mapEntry(6, 'created', created),
    numberField(4, place.position),
    numberField(5, place.position),
    bytesField(7, event.metadata),
    bytesField(8, event.data),
  ];
  const readEvent = [...nested(1, recorded), numberField(3, place.position)];
  return concat(nested(1, readEvent));
}

/** Reads the heading of a record written by `encodeRecord`, without decoding the rest. */
export function headingOf(record: Buffer): Heading {
  const cursor = { at: 0 };
  enter(record, cursor); // ReadResp.event
  enter(record, cursor); // ReadEvent.event
  enter(record, cursor); // RecordedEvent.id
  const id = text(record, cursor);
  enter(record, cursor); // RecordedEvent.stream_identifier
  const stream = text(record, cursor);
  cursor.at += 1;
  const revision = readVarint(record, cursor);
  enter(record, cursor); // RecordedEvent.metadata, first entry
  text(record, cursor);
  const type = text(record, cursor);
  return { id, stream, revision, type };
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

interface Cursor {
  at: number;
}

/** Steps over a tag and its length, into the field's content. */
function enter(record: Buffer, cursor: Cursor): number {
  cursor.at += 1;
  return readVarint(record, cursor);
}

function readVarint(record: Buffer, cursor: Cursor): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = record[cursor.at++] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

function text(record: Buffer, cursor: Cursor): string {
  const length = enter(record, cursor);
  cursor.at += length;
  return record.toString('utf8', cursor.at - length, cursor.at);
}

type Part = Uint8Array;

function mapEntry(field: number, key: string, value: string): Part {
  return concat(nested(field, [bytesField(1, Buffer.from(key)), bytesField(2, Buffer.from(value))]));
}

function bytesField(field: number, content: Uint8Array): Part {
  return concat(nested(field, [content]));
}

/** A length-delimited field around parts that are already encoded. */
function nested(field: number, parts: readonly Part[]): Part[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [Buffer.from([(field << 3) | LENGTH_DELIMITED, ...varint(length)]), ...parts];
}

function numberField(field: number, value: number): Part {
  return Buffer.from([field << 3, ...varint(value)]);
}

/** Also right above 2^31, where bit operators are not. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
}

function concat(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts);
}
