import { asChange, blankChange, type Kind, type TypedChange } from './typed-change.js';

const typed = (kind: Kind): TypedChange => ({
  ...blankChange(kind, '2022-6.1.1'),
  deadlineId: 'd1',
  to: '2022-10-31',
  indicatorId: 'i1',
  text: 'Faldoni',
  from: 'a',
  toShare: 'b',
  points: ' 2,5 ',
  cause: 'force-majeure',
  note: 'alluvione',
  share: { areaId: 'urbanistica', unit: ' ', weight: '3,5', funding: '' },
  indicatorIds: ['i1'],
  deadlineIds: ['d1'],
  created: {
    mission: '6',
    strategicObjective: '1',
    number: ' 4B ',
    title: 'ARCHIVIO',
    shares: [{ areaId: 'urbanistica', unit: 'Archivio', weight: '', funding: 'PNRR' }],
    indicators: 'Faldoni\n\nScaffali ',
    dueOn: '2022-12-31',
  },
});

describe('a change as it is typed', () => {
  it.each([
    ['move-deadline', { objectiveId: '2022-6.1.1', deadlineId: 'd1', to: '2022-10-31' }],
    ['change-indicator', { objectiveId: '2022-6.1.1', indicatorId: 'i1', text: 'Faldoni', target: null }],
    ['move-weight', { from: 'a', to: 'b', points: '2.5' }],
    [
      'add-share',
      {
        objectiveId: '2022-6.1.1',
        share: { areaId: 'urbanistica', unit: null, weight: '3.5', funding: null },
        indicatorIds: ['i1'],
        deadlineIds: ['d1'],
      },
    ],
    [
      'remove-objective',
      { objectiveId: '2022-6.1.1', cause: 'force-majeure', note: 'alluvione', weight: 'neutralise' },
    ],
    [
      'add-objective',
      {
        objective: {
          mission: 6,
          strategicObjective: 1,
          number: '4b',
          title: 'ARCHIVIO',
          shares: [{ areaId: 'urbanistica', unit: 'Archivio', weight: null, funding: 'PNRR' }],
          indicators: [
            { text: 'Faldoni', target: null },
            { text: 'Scaffali', target: null },
          ],
          dueOn: '2022-12-31',
        },
      },
    ],
    ['add-proposal', { objectiveId: '2022-6.1.1', weightless: false }],
  ] as const)('given %s, then only what is of its kind is sent', (kind, sent) => {
    expect(asChange(typed(kind))).toEqual({ kind, ...sent });
  });

  it('given a target, then it goes with the indicator', () => {
    const change = { ...typed('change-indicator'), comparison: 'at-least', value: '40,5', unit: 'count' };
    expect(asChange(change)).toMatchObject({ target: { comparison: 'at-least', value: '40.5', unit: 'count' } });
  });
});
