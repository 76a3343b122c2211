import { outcomesOf } from './outcomes.js';

const item = (key: string) => ({ key, label: key, command: { route: 'acknowledge', params: {} } });

describe('many at once', () => {
  it('tells of each what became of it, in the order of what was asked', () => {
    const results = [
      { index: 1, status: 409, body: { detail: 'Un altro è arrivato prima.' } },
      { index: 0, status: 200, body: { revision: 3, position: '12' } },
    ];
    expect(outcomesOf([item('a'), item('b')], { results })).toEqual([
      { key: 'a', label: 'a', refusal: null },
      { key: 'b', label: 'b', refusal: 'Un altro è arrivato prima.' },
    ]);
  });

  it('given no result of one, then it was not done', () => {
    expect(outcomesOf([item('a')], { results: [] })).toEqual([{ key: 'a', label: 'a', refusal: '' }]);
  });
});
