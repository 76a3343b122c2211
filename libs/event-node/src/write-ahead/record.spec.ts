import fc from 'fast-check';
import type { Entry } from '../log/storage.js';
import { BLOCK, decode, encode, EPOCH_BYTES, roomOf } from './record.js';

const EPOCH = Buffer.alloc(EPOCH_BYTES, 7);

const entries = fc.array(
  fc.record({
    stream: fc.string({ unit: 'grapheme', maxLength: 40 }),
    revision: fc.maxSafeNat(),
    position: fc.maxSafeNat(),
    bytes: fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  }),
  { maxLength: 8 },
);

function written(sequence: number, batch: readonly Entry[]): Buffer {
  const record = Buffer.alloc(roomOf(batch), 0xff);
  encode({ sequence, entries: batch }, EPOCH, record);
  return record;
}

describe('the record of a batch', () => {
  it('for any batch, when it is written and read, then it is the same, in whole blocks', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), entries, (sequence, batch) => {
        const record = written(sequence, batch);
        expect(record.length % BLOCK).toBe(0);
        expect(decode(record, EPOCH)).toMatchObject({ sequence, entries: batch });
      }),
    );
  });

  it('for any batch, when any of its bytes is another, then it is none', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.integer({ min: 1, max: 255 }), (batch, place, other) => {
        const record = written(1, batch);
        const length = decode(record, EPOCH)?.length ?? 0;
        record.writeUInt8(record.readUInt8(place % length) ^ other, place % length);
        expect(decode(record, EPOCH)).toBeUndefined();
      }),
    );
  });

  it('given a record of another epoch, a blank block or the head of a longer record, then there is none', () => {
    const record = written(1, [{ stream: 's', revision: 0, position: 1, bytes: Buffer.alloc(BLOCK) }]);
    expect(decode(record, Buffer.alloc(EPOCH_BYTES, 8))).toBeUndefined();
    expect(decode(record.subarray(0, BLOCK), EPOCH)).toBeUndefined();
    expect(decode(Buffer.alloc(BLOCK), EPOCH)).toBeUndefined();
    expect(decode(Buffer.alloc(0), EPOCH)).toBeUndefined();
  });
});
