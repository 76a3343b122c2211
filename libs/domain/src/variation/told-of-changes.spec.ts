import type { RefusalCode } from '../refused.js';
import type { Outcome } from '../testing.js';
import { archive, document, REGISTRY } from '../testing/example.js';
import { addShare, asks, changed, moveDraft, moveWeight, remove, reword } from '../testing/variation.js';

/** A report on the state at the end of the year, due in January. */
const january = {
  ...archive,
  deadlines: archive.deadlines.map((one) =>
    one.id === 'draft'
      ? ({ ...one, kind: 'as-of', asOf: '2022-12-31', graceDays: 15, dueOn: '2023-01-15' } as const)
      : one,
  ),
};
const toTell = (to: string) =>
  asks({ changes: [changed(moveDraft, { to })], around: { document: { ...document, objectives: [january] } } });

const weightless = { ...archive, shares: archive.shares.map((one) => ({ ...one, weight: null })) };

describe('a refusal of what a variation changes says what is in the way', () => {
  it.each<[string, Outcome<unknown>, RefusalCode, object]>([
    [
      'of a weight that is all given away',
      asks({ changes: [changed(moveWeight, { points: '10' })] }),
      'variation/weight-exhausted',
      { share: REGISTRY, weight: '10' },
    ],
    [
      'of a weight that is none',
      asks({ changes: [moveWeight], around: { document: { ...document, objectives: [weightless] } } }),
      'variation/share-without-weight',
      { share: REGISTRY },
    ],
    [
      'of a weight of nobody',
      asks({ changes: [changed(moveWeight, { from: 'none' })] }),
      'objective/unknown-share',
      { share: 'none' },
    ],
    [
      'of a weight of who was removed',
      asks({ changes: [moveWeight], around: { document: { ...document, removedShares: [REGISTRY] } } }),
      'variation/share-removed',
      { share: REGISTRY },
    ],
    ['of what it removes', asks({ changes: [remove, reword] }), 'variation/objective-removed', { objective: '6.1.1' }],
    [
      'of an objective that is not there',
      asks({ changes: [changed(reword, { objectiveId: '9.9.9' })] }),
      'variation/unknown-objective',
      { objective: '9.9.9' },
    ],
    [
      'of a deadline that is not there',
      asks({ changes: [changed(moveDraft, { deadlineId: 'none' })] }),
      'objective/unknown-deadline',
      { deadline: 'none' },
    ],
    [
      'of an indicator that is not there',
      asks({ changes: [changed(reword, { indicatorId: 'none' })] }),
      'objective/unknown-indicator',
      { indicator: 'none' },
    ],
    [
      'a share measured by what is not there',
      asks({ changes: [changed(addShare, { indicatorIds: ['none'] })] }),
      'objective/unknown-indicator',
      { indicator: 'none' },
    ],
    [
      'a share bound by what is not there',
      asks({ changes: [changed(addShare, { deadlineIds: ['none'] })] }),
      'objective/unknown-deadline',
      { deadline: 'none' },
    ],
    ['without words', asks({ changes: [changed(reword, { text: '' })] }), 'value/text-missing', { field: 'text' }],
    [
      'removed without a word',
      asks({ changes: [changed(remove, { note: '' })] }),
      'value/text-missing',
      { field: 'note' },
    ],
    [
      'to no day',
      asks({ changes: [changed(moveDraft, { to: '2022-02-30' })] }),
      'value/not-a-date',
      { field: 'to', value: '2022-02-30' },
    ],
    [
      'of points with a comma',
      asks({ changes: [changed(moveWeight, { points: '2,5' })] }),
      'value/not-a-decimal',
      { field: 'changes.points', value: '2,5' },
    ],
    [
      'of no points',
      asks({ changes: [changed(moveWeight, { points: '0' })] }),
      'value/out-of-range',
      expect.objectContaining({ field: 'changes.points', value: '0', min: '0.01' }) as object,
    ],
    [
      'that moves one deadline to two days',
      asks({ changes: [moveDraft, changed(moveDraft, { to: '2022-11-30' })] }),
      'variation/changed-twice',
      { objective: '6.1.1', deadline: 'draft', deadlineText: 'entro il 31.07.2022' },
    ],
    [
      'that words one indicator in two ways',
      asks({ changes: [reword, changed(reword, { text: 'Altro' })] }),
      'variation/changed-twice',
      { objective: '6.1.1', indicator: 'boxes', indicatorText: 'Faldoni riordinati' },
    ],
    [
      'that changes what it removes',
      asks({ changes: [reword, remove] }),
      'variation/objective-removed',
      { objective: '6.1.1' },
    ],
    [
      'beyond the end of the plan',
      asks({ changes: [changed(moveDraft, { to: '2023-01-01' })] }),
      'value/out-of-range',
      { field: 'to', value: '2023-01-01', max: '2022-12-31' },
    ],
    [
      'of a report as of its last day, more than a year after it',
      toTell('2024-01-02'),
      'value/out-of-range',
      { field: 'deadline.graceDays', value: 367, min: 0, max: 366 },
    ],
    [
      'an objective that is there',
      asks({ changes: [{ kind: 'add-objective', objective: archive }] }),
      'variation/number-taken',
      { number: '6.1.1' },
    ],
  ])('given one %s, when commanded, then the facts of its sentence', (_, outcome, refusal, facts) => {
    expect(outcome).toEqual({ refusal, facts });
  });

  it('given a report as of the last day of the plan, then it may be due later in January', () => {
    expect(toTell('2023-01-31')).toHaveProperty('events');
  });
});
