import fc from 'fast-check';
import { encodeRecord } from './record.js';
import { isVisible, visibleFrom, windowOf } from './window.js';

const bytes = Buffer.from('{}');

function record(revision: number, writtenAtMs: number): Buffer {
  const event = { id: '00000000-0000-4000-8000-000000000001', type: 't', json: true, data: bytes, metadata: bytes };
  return encodeRecord(event, { stream: 's', revision, position: revision + 1, writtenAtMs });
}

const limit = (max: number, min = 0) => fc.option(fc.integer({ min, max }), { nil: undefined });

describe('what is seen of a stream', () => {
  it('for any limits, it is the events that none of them hides', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 20 }),
        fc.record({ maxCount: limit(25, 1), maxAgeMs: limit(1000, 1), truncateBefore: limit(25) }),
        (written, metadata) => {
          const now = 1000;
          const window = windowOf(metadata, written.length - 1, now);
          const seen = written.flatMap((at, index) => (isVisible(window, index, record(index, at)) ? [index] : []));
          const expected = written.flatMap((at, index) => {
            const newest = metadata.maxCount === undefined || written.length - index <= metadata.maxCount;
            const young = metadata.maxAgeMs === undefined || now - at <= metadata.maxAgeMs;
            const kept = metadata.truncateBefore === undefined || index >= metadata.truncateBefore;
            return newest && young && kept ? [index] : [];
          });
          expect(seen).toEqual(expected);
        },
      ),
    );
  });

  it('without limits, it is everything', () => expect(visibleFrom({}, 9)).toBe(0));
  it('of a stream with fewer events than the limit, it is everything', () =>
    expect(visibleFrom({ maxCount: 5 }, 2)).toBe(0));
  it('the stricter limit holds', () => expect(visibleFrom({ maxCount: 5, truncateBefore: 7 }, 9)).toBe(7));
});
