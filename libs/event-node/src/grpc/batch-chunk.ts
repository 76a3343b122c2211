import type { ExpectedRevision } from '../log/append.js';
import type { ProposedEvent } from '../log/record.js';
import type { Malformed } from './proposed.js';
import { apartFrom, proposedOf } from './proposed.js';
import { nameFrom, placeIn } from './target.js';
import { canonical, textOfHalves } from './uuid.js';
import { bytesTag, numberTag, WireReader } from './wire-reader.js';

// A message of Streams.BatchAppend is read by hand: the stubs spend more on it than on all else that becomes of it.

/** A chunk of an append: `BatchAppendReq`. */
export interface Chunk {
  /** As it came. */
  readonly correlationId: Buffer | undefined;
  /** With the first chunk. */
  readonly options: ChunkOptions | undefined;
  readonly events: readonly (ProposedEvent | Malformed)[];
  readonly isFinal: boolean;
}

export interface ChunkOptions {
  /** Undefined when it is no name. */
  readonly stream: string | undefined;
  /** Undefined when it is missing, or larger than any can be. */
  readonly expected: ExpectedRevision | undefined;
  readonly deadline: Deadline | undefined;
}

/** Clients of today say how long, those before a point in time. */
export type Deadline = { readonly inMs: number } | { readonly atMs: number };

const [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH] = [1, 2, 3, 4, 5, 6, 7].map(bytesTag);
const [FIRST_NUMBER, SECOND_NUMBER, FOURTH_NUMBER] = [1, 2, 4].map(numberTag);

/** @throws Error when the message is malformed */
export function chunkIn(bytes: Buffer): Chunk {
  const reader = new WireReader(bytes);
  const events: (ProposedEvent | Malformed)[] = [];
  let correlationId: Buffer | undefined;
  let options: ChunkOptions | undefined;
  let isFinal = false;
  for (const end = bytes.length; reader.at < end;) {
    const tag = reader.number(end);
    if (tag === FIRST) correlationId = wholeIn(reader, reader.enter(end));
    else if (tag === SECOND) options = optionsIn(reader, reader.enter(end));
    else if (tag === THIRD) events.push(eventIn(reader, reader.enter(end)));
    else if (tag === FOURTH_NUMBER) isFinal = reader.number(end) !== 0;
    else reader.skip(tag, end);
  }
  return {
    correlationId: correlationId && Buffer.from(correlationId),
    options,
    events: apartFrom(bytes, events),
    isFinal,
  };
}

/** A message that is not looked into, well-formed. */
function wholeIn(reader: WireReader, end: number): Buffer {
  const began = reader.at;
  while (reader.at < end) reader.skip(reader.number(end), end);
  reader.at = began;
  return reader.slice(end);
}

function optionsIn(reader: WireReader, end: number): ChunkOptions {
  let stream: string | undefined;
  let expected: ExpectedRevision | undefined;
  let deadline: Deadline | undefined;
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === FIRST) stream = streamIn(reader, reader.enter(end));
    else if (tag === SECOND_NUMBER) expected = placeIn(String(reader.unsigned(end)));
    else if (tag === SIXTH) deadline = { atMs: timeIn(reader, reader.enter(end)) };
    else if (tag === SEVENTH) deadline = { inMs: timeIn(reader, reader.enter(end)) };
    else {
      if (tag === THIRD) expected = 'no-stream';
      else if (tag === FOURTH) expected = 'any';
      else if (tag === FIFTH) expected = 'stream-exists';
      reader.skip(tag, end);
    }
  }
  return { stream, expected, deadline };
}

function streamIn(reader: WireReader, end: number): string | undefined {
  let name: Buffer | undefined;
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === THIRD) name = reader.slice(reader.enter(end));
    else reader.skip(tag, end);
  }
  return name && nameFrom(name);
}

/** Seconds and nanoseconds, of a point in time or of a duration. */
function timeIn(reader: WireReader, end: number): number {
  let [seconds, nanos] = [0, 0];
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === FIRST_NUMBER) seconds = reader.signed(end);
    else if (tag === SECOND_NUMBER) nanos = reader.signed(end);
    else reader.skip(tag, end);
  }
  return seconds * 1000 + nanos / 1e6;
}

function eventIn(reader: WireReader, end: number): ProposedEvent | Malformed {
  let id: string | undefined;
  let type: string | undefined;
  let contentType: string | undefined;
  let [data, metadata] = [NOTHING, NOTHING];
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === FIRST) id = idIn(reader, reader.enter(end));
    else if (tag === SECOND) {
      const [key, value] = entryIn(reader, reader.enter(end));
      if (key === 'type') type = value;
      else if (key === 'content-type') contentType = value;
    } else if (tag === THIRD) metadata = reader.slice(reader.enter(end));
    else if (tag === FOURTH) data = reader.slice(reader.enter(end));
    else reader.skip(tag, end);
  }
  return proposedOf({ id, type, contentType, data, metadata });
}

const NOTHING: Buffer = Buffer.alloc(0);

function idIn(reader: WireReader, end: number): string | undefined {
  let id: string | undefined;
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === FIRST) id = canonical(structuredIn(reader, reader.enter(end)));
    else if (tag === SECOND) id = canonical(reader.text(reader.enter(end)));
    else reader.skip(tag, end);
  }
  return id;
}

function structuredIn(reader: WireReader, end: number): string {
  let [most, least] = [0n, 0n];
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === FIRST_NUMBER) most = reader.unsigned(end);
    else if (tag === SECOND_NUMBER) least = reader.unsigned(end);
    else reader.skip(tag, end);
  }
  return textOfHalves(most, least);
}

function entryIn(reader: WireReader, end: number): [key: string, value: string] {
  let [key, value] = ['', ''];
  while (reader.at < end) {
    const tag = reader.number(end);
    if (tag === FIRST) key = reader.text(reader.enter(end));
    else if (tag === SECOND) value = reader.text(reader.enter(end));
    else reader.skip(tag, end);
  }
  return [key, value];
}
