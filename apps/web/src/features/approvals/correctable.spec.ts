import { correctableIn } from './correctable.js';

const vote = (person: string, more: object = {}) => ({
  person,
  office: `of-${person}`,
  onBehalfOf: null,
  outcome: 'approve' as const,
  note: '',
  act: null,
  at: '2026-01-20T09:00:00.000Z',
  ...more,
});
const approval = {
  setOut: { at: '2026-01-20T08:00:00.000Z', by: ['anna'] },
  steps: [{ id: 'parere' }, { id: 'delibera' }, { id: 'fine' }],
  agreed: { parere: [vote('bruno', { act: { kind: 'DGC', number: '1', date: '2026-01-11' } })] },
  waiting: { step: 'delibera', votes: [vote('carla', { on: '2026-01-12' })] },
};

describe('what may be told of another day', () => {
  it('given whoever may correct what others did, then all that was done, in its order, with the day of so far', () => {
    expect(correctableIn(approval, null).map(({ step, person, on }) => [step, person, on])).toEqual([
      [null, null, '2026-01-20'],
      ['parere', 'bruno', '2026-01-11'],
      ['delibera', 'carla', '2026-01-12'],
    ]);
  });

  it('given somebody else, then what they did themselves; whoever sent it, that', () => {
    expect(correctableIn(approval, 'bruno')).toMatchObject([{ step: 'parere' }]);
    expect(correctableIn(approval, 'anna')).toMatchObject([{ step: null }]);
    expect(correctableIn(approval, 'dora')).toEqual([]);
  });
});
