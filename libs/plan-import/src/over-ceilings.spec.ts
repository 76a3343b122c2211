import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const line = original.split('\n').findIndex((text) => text.includes('OSPITALITA\' 2023 "UN ANNO')) + 1;

describe('an ambiguous row none of whose readings fits', () => {
  it.each([
    ['65', '«SERVIZI SOCIALI» arriva almeno a 67,5 su 60'],
    ['100', '«SERVIZI SOCIALI» arriva almeno a 85 su 60'],
  ])('is told at its line, with areas, sums and ceiling: weight %s', (weight, words) => {
    const { problems, document } = readPlan(
      original.replace('\t25\t\n\n**MISSION 09', `\t${weight}\t\n\n**MISSION 09`),
    );
    expect(problems.map((problem) => [problem.line, problem.code])).toEqual([[line, 'import/weight-over-ceiling']]);
    expect(problems[0]?.message.it).toContain(words);
    expect(document).toBeNull();
  });
});
