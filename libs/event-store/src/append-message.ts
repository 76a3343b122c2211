import type { ExpectedRevision, NewEvent } from './event-store.js';
import { FRAME_HEAD } from './grpc-frames.js';
import { BackwardWriter } from './wire.js';

// A request of Streams.BatchAppend is written by hand: the stubs take three times as long, with every command.

/** What an append asks for. */
export interface AppendRequest {
  /** UUID by which the answer names it. */
  readonly correlation: string;
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
  readonly deadlineMs: number;
}

/** More than what ids, numbers, tags and lengths take: of a request, and of each of its events. */
const OVERHEAD = 128 + FRAME_HEAD;
const EVENT_OVERHEAD = 160;

const JSON_TYPE = 'application/json';

/** A `BatchAppendReq` that is the whole append, framed as gRPC sends it. */
export function appendFrame({ correlation, stream, events, expected, deadlineMs }: AppendRequest): Buffer {
  const contents = events.map((event) => ({
    event,
    data: JSON.stringify(event.data),
    metadata: JSON.stringify(event.metadata),
  }));
  const request = new BackwardWriter(
    contents.reduce(
      (sum, { event, data, metadata }) =>
        sum + bytesOf(data) + bytesOf(metadata) + bytesOf(event.type) + event.id.length + EVENT_OVERHEAD,
      bytesOf(stream) + OVERHEAD,
    ),
  );
  request.number(4, 1); // is_final
  for (const { event, data, metadata } of contents.toReversed()) {
    const end = request.end;
    request.text(4, data);
    request.text(3, metadata); // custom_metadata
    mapEntry(request, 'type', event.type);
    mapEntry(request, 'content-type', JSON_TYPE);
    uuid(request, 1, event.id);
    request.around(3, end); // proposed_messages
  }
  const options = request.end;
  deadline(request, deadlineMs);
  expectation(request, expected);
  const identifier = request.end;
  request.text(3, stream); // StreamIdentifier.stream_name
  request.around(1, identifier);
  request.around(2, options);
  uuid(request, 1, correlation);
  request.frame();
  return request.written;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

function uuid(writer: BackwardWriter, field: number, id: string): void {
  const end = writer.end;
  writer.text(2, id); // UUID.string
  writer.around(field, end);
}

function mapEntry(writer: BackwardWriter, key: string, value: string): void {
  const end = writer.end;
  writer.text(2, value);
  writer.text(1, key);
  writer.around(2, end); // ProposedMessage.metadata
}

/** A `Timestamp` after the first second of 1970; no nanoseconds are left out. */
function deadline(writer: BackwardWriter, ms: number): void {
  const end = writer.end;
  const nanos = (ms % 1000) * 1_000_000;
  if (nanos > 0) writer.number(2, nanos);
  writer.number(1, Math.floor(ms / 1000));
  writer.around(6, end);
}

function expectation(writer: BackwardWriter, expected: ExpectedRevision): void {
  if (typeof expected === 'number') writer.number(2, expected);
  else writer.around({ 'no-stream': 3, any: 4, 'stream-exists': 5 }[expected], writer.end); // Empty
}
