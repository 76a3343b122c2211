import fc from 'fast-check';
import { FRAME_HEAD, Frames } from './grpc-frames.js';

function framed(message: Uint8Array): Buffer {
  const head = Buffer.alloc(FRAME_HEAD);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

/** The bytes in pieces that end where it is said. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...ends].map((from, n) => bytes.subarray(from, ends[n] ?? bytes.length));
}

describe('messages of a gRPC call', () => {
  it('given any messages, when they arrive in any pieces, then they come out whole, once, in order', () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(messages, fc.array(fc.nat(400), { maxLength: 12 }), (sent, places) => {
        const frames = new Frames();
        const bytes = Buffer.concat(sent.map(framed));
        const came = cut(bytes, places).flatMap((piece) => frames.take(piece));
        expect(came.map((message) => [...message])).toEqual(sent.map((message) => [...message]));
      }),
      { numRuns: 300 },
    );
  });

  it('given one that says it is compressed, or longer than any may be, then it is refused at its head', () => {
    expect(() => new Frames().take(Buffer.from([1, 0, 0, 0, 1]))).toThrow('a compressed message');
    expect(() => new Frames().take(Buffer.from([0, 0xff, 0, 0, 0]))).toThrow('a message of 4278190080 bytes');
  });
});
