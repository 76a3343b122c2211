import type { UnderTest } from './under-test.js';
import { all } from './under-test.js';

const RACES = process.env['SOAK'] === '1' ? 10_000 : 200;

/** What every event store does when many append at once. */
export function isSharedByMany(given: UnderTest): void {
  const { event, streamNamed, filled } = given;

  describe('concurrency', () => {
    it(`when two create the same stream at once, then exactly one does, ${RACES} times`, async () => {
      const rival = given.connect();
      for (let race = 0; race < RACES; race++) {
        const stream = streamNamed(`race-${race}`);
        const outcomes = await Promise.allSettled([
          given.store.append(stream, [event({ by: 'one' })], 'no-stream'),
          rival.append(stream, [event({ by: 'other' })], 'no-stream'),
        ]);
        const lost = outcomes.filter(({ status }) => status === 'rejected');
        expect(lost).toHaveLength(1);
        expect(lost[0]).toMatchObject({ reason: { name: 'WrongRevision', actual: 0 } });
      }
      expect(await all(given.store.readAll({ prefixes: [streamNamed('race-')] }))).toHaveLength(RACES);
      if (rival !== given.store) await rival.close();
    }, 1_800_000);

    it('when 64 append to streams of their own at once, then all are written', async () => {
      const appended = await Promise.all(
        Array.from({ length: 64 }, (_, n) => given.store.append(streamNamed(`apart-${n}`), [event()], 'no-stream')),
      );
      expect(appended.map(({ revision }) => revision)).toEqual(Array(64).fill(0));
      expect(new Set(appended.map(({ position }) => position)).size).toBe(64);
    });

    it('when 64 append to one stream at once expecting any, then each gets a revision of its own', async () => {
      const stream = streamNamed('crowded');
      const appended = await Promise.all(
        Array.from({ length: 64 }, () => given.store.append(stream, [event()], 'any')),
      );
      const revisions = appended.map(({ revision }) => revision).toSorted((a, b) => a - b);
      expect(revisions).toEqual(Array.from({ length: 64 }, (_, n) => n));
    });

    it('when 64 append to one stream at once at its revision, then one is written and the others are refused', async () => {
      const stream = await filled('contended', 1);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 64 }, () => given.store.append(stream, [event()], 0)),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await all(given.store.read(stream))).toHaveLength(2);
    });
  });
}
