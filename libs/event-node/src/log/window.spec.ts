import fc from 'fast-check';
import { encodeRecord } from './record.js';
import { memoryStorage } from '../memory/memory-storage.js';
import { isVisible, lowestVisible, visibleFrom, windowOf } from './window.js';

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

  it('for any ages and gaps, the lowest revision seen is found by halving', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.boolean()), { minLength: 1, maxLength: 30 }),
        fc.record({ maxAgeMs: limit(1000, 1), truncateBefore: limit(35) }),
        async (steps, metadata) => {
          let at = 0;
          const events = steps.map(([later, gone], revision) => ({ revision, at: (at += later), gone }));
          const storage = memoryStorage();
          const entry = ({ revision, at: writtenAt }: (typeof events)[0]) => ({
            stream: 's',
            revision,
            position: revision + 1,
            bytes: record(revision, writtenAt),
          });
          await storage.write(events.map(entry));
          await storage.remove(events.filter(({ gone }) => gone).map(entry));
          const window = windowOf(metadata, events.length - 1, at + 100);
          const lowest = lowestVisible(storage, 's', window);
          const seen = storage.streamPage('s', lowest, 'forwards', 100).map(({ revision }) => revision);
          const kept = storage.streamPage('s', 0, 'forwards', 100);
          expect(seen).toEqual(
            kept.flatMap(({ revision, bytes: b }) => (isVisible(window, revision, b) ? [revision] : [])),
          );
        },
      ),
    );
  });

  it('without limits, it is everything', () => expect(visibleFrom({}, 9)).toBe(0));
  it('of a stream with fewer events than the limit, it is everything', () =>
    expect(visibleFrom({ maxCount: 5 }, 2)).toBe(0));
  it('the stricter limit holds', () => expect(visibleFrom({ maxCount: 5, truncateBefore: 7 }, 9)).toBe(7));
});
