import { RecentIds } from './recent-ids.js';

const STREAM = 'objective-1';

/** Which of so many ids, added one after the other, are known, by their revisions. */
function knownOf(adding: number): number[] {
  const recent = new RecentIds(100);
  const revisions = Array.from({ length: adding }, (_, revision) => revision);
  for (const revision of revisions) recent.add(STREAM, `id-${revision}`, revision);
  return revisions.filter((revision) => recent.revisionOf(STREAM, `id-${revision}`) === revision);
}

describe('The ids of the newest events', () => {
  test.each([1, 99, 100, 101, 250, 1000])(
    'of %d: the newest hundred are known, and none but the newest of all',
    (adding) => {
      const known = knownOf(adding);
      expect(known.length).toBeGreaterThanOrEqual(Math.min(adding, 100));
      expect(known.length).toBeLessThanOrEqual(200);
      expect(known).toEqual(known.map((_, index) => adding - known.length + index));
    },
  );

  test('are known in the stream they were written to alone', () => {
    const recent = new RecentIds(100);
    recent.add(STREAM, 'id', 0);
    expect(recent.revisionOf('objective-2', 'id')).toBeUndefined();
  });

  test('are known at the last place they were written to', () => {
    const recent = new RecentIds(1);
    for (const revision of [0, 1]) recent.add(STREAM, 'id', revision);
    expect(recent.revisionOf(STREAM, 'id')).toBe(1);
  });
});
