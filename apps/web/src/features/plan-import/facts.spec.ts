import { linesOf, objectivesByLine, PAGE_OF_FACTS, pageOf } from './facts.js';
import type { Objective } from './read-document.js';

const objective = (id: string, line: number, lines: readonly number[]): Objective => ({
  id,
  title: id,
  line,
  place: `riga ${line}`,
  shares: lines.map((each) => ({ areaId: 'a', weight: '1', line: each, place: `riga ${each}` })),
  indicators: [],
  deadlines: [],
});

describe('what was read, by the line where it stands', () => {
  it('given an objective over several rows, then each of them leads to it, once', () => {
    const one = objective('1.1.1', 5, [7, 5, 6, 6]);
    expect(linesOf(one)).toEqual([5, 6, 7]);
    expect([...objectivesByLine([one])]).toEqual([
      [5, ['1.1.1']],
      [6, ['1.1.1']],
      [7, ['1.1.1']],
    ]);
  });

  it('given a row from which two were read, then it leads to both', () => {
    expect(objectivesByLine([objective('1', 5, []), objective('2', 5, [])]).get(5)).toEqual(['1', '2']);
  });

  it('given an objective far down, then it is on a later page; given none, on the first', () => {
    const many = Array.from({ length: PAGE_OF_FACTS + 1 }, (_, index) => objective(String(index), index, []));
    expect(pageOf(many, String(PAGE_OF_FACTS))).toBe(1);
    expect(pageOf(many, undefined)).toBe(0);
  });
});
