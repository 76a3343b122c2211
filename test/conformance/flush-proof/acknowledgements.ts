import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Call } from './trace.js';

/** An answer that says that an append was written. */
export interface Acknowledgement {
  readonly position: number;
  /** Where in the trace the first of its bytes began to leave. */
  readonly left: number;
}

const FRAME_HEAD = 9;
const DATA_FRAME = 0;
const MESSAGE_HEAD = 5;
const UUID = /^[0-9a-f-]{36}$/;

/** The acknowledgements that a node sent over HTTP/2, found in what it wrote to its sockets. */
export function acknowledgementsIn(calls: readonly Call[]): readonly Acknowledgement[] {
  const sockets = new Map<string, Sent>();
  for (const { path, bytes, entered, result } of calls) {
    if (!path.startsWith('socket:') || !(result > 0)) continue;
    const sent = sockets.get(path) ?? new Sent();
    sockets.set(path, sent);
    sent.add(bytes.subarray(0, result), entered);
  }
  return [...sockets.values()]
    .flatMap((sent) => messagesIn(sent))
    .flatMap(({ message, left }) => {
      const position = acknowledgedPosition(message);
      return position === undefined ? [] : [{ position, left }];
    });
}

/** What went into one socket, and when each byte did. */
class Sent {
  private readonly parts: { readonly from: number; readonly bytes: Buffer; readonly entered: number }[] = [];
  private length = 0;

  add(bytes: Buffer, entered: number): void {
    this.parts.push({ from: this.length, bytes, entered });
    this.length += bytes.length;
  }

  all(): Buffer {
    return Buffer.concat(this.parts.map(({ bytes }) => bytes));
  }

  leftAt(offset: number): number {
    return this.parts.findLast(({ from }) => from <= offset)?.entered ?? Infinity;
  }
}

function messagesIn(sent: Sent): { message: Buffer; left: number }[] {
  const bytes = sent.all();
  const found: { message: Buffer; left: number }[] = [];
  const unfinished = new Map<number, { bytes: Buffer; left: number }>();
  for (let at = 0; at + FRAME_HEAD <= bytes.length;) {
    const end = at + FRAME_HEAD + bytes.readUIntBE(at, 3);
    const stream = bytes.readUInt32BE(at + 5);
    if (bytes[at + 3] === DATA_FRAME) {
      const before = unfinished.get(stream);
      let rest = Buffer.concat([before?.bytes ?? Buffer.alloc(0), bytes.subarray(at + FRAME_HEAD, end)]);
      const left = before?.bytes.length ? before.left : sent.leftAt(at);
      while (rest.length >= MESSAGE_HEAD && rest.length >= MESSAGE_HEAD + rest.readUInt32BE(1)) {
        const length = MESSAGE_HEAD + rest.readUInt32BE(1);
        found.push({ message: rest.subarray(MESSAGE_HEAD, length), left });
        rest = rest.subarray(length);
      }
      unfinished.set(stream, { bytes: rest, left: rest.length > 0 ? left : Infinity });
    }
    at = end;
  }
  return found;
}

/** Of an answer of either append call; anything else is none. */
function acknowledgedPosition(message: Buffer): number | undefined {
  try {
    const batch = streams.BatchAppendResp.deserializeBinary(message);
    if (UUID.test(batch.getCorrelationId()?.getString() ?? ''))
      return numberIn(batch.getSuccess()?.getPosition()?.getCommitPosition());
  } catch {
    // an answer of another call
  }
  try {
    return numberIn(streams.AppendResp.deserializeBinary(message).getSuccess()?.getPosition()?.getCommitPosition());
  } catch {
    return undefined;
  }
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
