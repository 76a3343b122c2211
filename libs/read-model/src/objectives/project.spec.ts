import fc from 'fast-check';
import { objective, statusOf, type ObjectiveEvent } from '#domain';
import { replay } from '../runtime/fold.js';
import { DEEDS, SHARES, storyOf, wholeYear } from '../testing/stories.js';
import { objectives } from './project.js';
import { shareTable } from './tables.js';
import { sortKey } from './sort-key.js';

const deeds = fc.array(fc.record({ what: fc.nat(DEEDS - 1), share: fc.nat(3), number: fc.nat(1000) }), {
  maxLength: 60,
});

/** Chance rarely brings a share to its end: the first deeds are given. */
const opening = [0, 1].flatMap((what) => SHARES.map((_, share) => ({ what, share, number: 0 })));

describe('the projection of objectives', () => {
  it('for any history, the rows of a share say what the rules say of it', () => {
    fc.assert(
      fc.property(deeds, (random) => {
        const { events } = storyOf([...opening, ...random]);
        const rows = replay([objectives], events).all(shareTable);
        for (const objectiveId of new Set(SHARES.map((share) => share.objectiveId))) {
          const state = events
            .filter(({ stream }) => stream === `objective-demo_${objectiveId}`)
            .reduce(
              (before, { type, data }) => objective.evolve(before, { type, data } as ObjectiveEvent),
              objective.initial,
            );
          for (const share of state.shares) {
            const row = rows.find(({ share_id }) => share_id === share.shareId);
            expect(row).toMatchObject({
              status: statusOf(share),
              office: share.office,
              acknowledged: share.acknowledged,
              reports: share.progress.length,
              rendicontazione: share.rendicontazione,
              degree: share.score?.degree ?? null,
              premium: share.premium?.amount ?? null,
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('given a year brought to its end, then the shares are scored and those with a weight in the run are liquidated', () => {
    const rows = replay([objectives], wholeYear().events).all(shareTable);
    expect(rows.map(({ share_id, status, degree, premium }) => [share_id, status, degree, premium])).toEqual([
      ['2.1.1-polizia', 'liquidated', '97.5', '3988.64'],
      ['2.1.1-lavori', 'liquidated', '100', '909.09'],
      ['10.2.1-segretario-generale', 'scored', '100', null],
      ['10.2.1-lavori', 'scored', '100', null],
    ]);
  });

  it('given a share whose report is being judged, when it is removed, then it waits for nobody any more', () => {
    const { events } = wholeYear();
    const at = events.findIndex(({ type }) => type.startsWith('objective.rendicontazione-submitted.'));
    const submitted = events[at]!;
    const { shareId } = submitted.data as { shareId: string };
    const removed = {
      ...submitted,
      type: 'objective.removed.v1',
      data: { shareId, cause: 'resources', note: 'fondi revocati', act: null, opinion: null, weight: 'neutralise' },
      position: submitted.position + 1n,
      revision: submitted.revision + 1,
    };
    const awaitedAfter = (told: typeof events) => {
      const row = replay([objectives], told)
        .all(shareTable)
        .find(({ share_id }) => share_id === shareId);
      return [row?.status, row?.awaited_step, row?.awaited_offices];
    };
    const before = events.slice(0, at + 1);
    expect(awaitedAfter(before)).toEqual(['rendicontazione-submitted', expect.any(String), [expect.any(String)]]);
    expect(awaitedAfter([...before, removed])).toEqual(['removed', null, []]);
  });
});

describe('sortKey', () => {
  it('orders as people count', () => {
    const ids = ['2022-10.1.1', '2022-2.1.10', '2022-2.1.1b', '2022-2.1.1', '2022-2.1.1a'];
    expect(ids.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
      '2022-2.1.1',
      '2022-2.1.1a',
      '2022-2.1.1b',
      '2022-2.1.10',
      '2022-10.1.1',
    ]);
  });
});
