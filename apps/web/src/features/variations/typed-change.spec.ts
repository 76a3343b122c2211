import { asChange, type TypedChange } from './typed-change.js';

const typed: TypedChange = {
  kind: 'move-deadline',
  deadlineId: 'd1',
  to: '2022-10-31',
  indicatorId: 'i1',
  text: 'Faldoni',
  from: 'a',
  toShare: 'b',
  points: ' 2,5 ',
  cause: 'force-majeure',
  note: 'alluvione',
};
const planned = { number: '6.1.1', targetOf: () => null };

describe('a change as it is typed', () => {
  it.each([
    [{ kind: 'move-deadline' }, { kind: 'move-deadline', objectiveId: '6.1.1', deadlineId: 'd1', to: '2022-10-31' }],
    [
      { kind: 'change-indicator' },
      { kind: 'change-indicator', objectiveId: '6.1.1', indicatorId: 'i1', text: 'Faldoni', target: null },
    ],
    [{ kind: 'move-weight' }, { kind: 'move-weight', from: 'a', to: 'b', points: '2.5' }],
    [
      { kind: 'remove-objective' },
      { kind: 'remove-objective', objectiveId: '6.1.1', cause: 'force-majeure', note: 'alluvione' },
    ],
  ] as const)('given %j, then only what is of its kind is sent', (kind, sent) => {
    expect(asChange({ ...typed, ...kind }, planned)).toEqual(sent);
  });
});
