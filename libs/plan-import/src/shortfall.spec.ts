import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const question = (text: string) => readPlan(text).questions.find(({ id }) => id === 'weights')?.question;

describe('the question whether the weights are read rightly', () => {
  it('says that one reading alone brings every area to its ceiling, where one does', () => {
    expect(question(original)?.it).toContain('una sola porta ogni area (7) esattamente al suo');
    expect(question(original)?.en).toContain('only one brings every area (7)');
  });

  it('names the areas that fall short where no reading brings all of them there', () => {
    const short = original.replace('\t45\t', '\t10\t');
    expect(readPlan(short).readings.saturating).toBe(0);
    expect(question(short)?.it).toContain('POLIZIA LOCALE resta a 25 su 60');
    expect(question(short)?.en).toContain('POLIZIA LOCALE stays at 25 of 60');
    expect(question(short)?.it).not.toContain('una sola');
    expect(question(short)?.en).not.toContain('only one');
  });
});
