import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const original = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');
const lines = original.split('\n');
const weighted = lines.flatMap((line, index) =>
  /^\d+(?:,\d+)?$/.test(line.split('\t')[4] ?? '') ? [{ line: index + 1 }] : [],
);
const emptied = (line: number, instead = '') =>
  lines
    .map((text, index) => {
      if (index !== line - 1) return text;
      const cells = text.split('\t');
      return [...cells.slice(0, 4), instead, ...cells.slice(5)].join('\t');
    })
    .join('\n');

describe('a row whose weight was left out', () => {
  it.each(weighted)('is told at its line: $line', ({ line }) => {
    const { problems, document } = readPlan(emptied(line));
    expect(problems.map((problem) => [problem.line, problem.code])).toContainEqual([line, 'import/missing-weight']);
    expect(document).toBeNull();
  });

  it('is no problem where a dash says that it has none and the sums are a person’s to confirm', () => {
    const line = lines.findIndex((text) => text.includes('Stima delle superfici')) + 1;
    const { problems } = readPlan(emptied(line, '-'), { answers: { 'document-end': 'complete' } });
    expect(problems).toEqual([]);
  });

  const plan = (rows: string, ceiling = '') =>
    `# Comune di Prova\n\nPiano della performance 2024\n\n${ceiling}\n\n| N. | Obiettivo | Area | Indicatori | Peso |
|---|---|---|---|---|\n${rows}`;

  it('goes on with the indicators of the row above where the weights reach the ceilings without it', () => {
    const rows = '| 1 | Verde | Area Verde | Potare | 10 |\n| | | | Piantare | |\n| 2 | Blu | Area Blu | Pulire | 10 |';
    expect(readPlan(plan(rows, 'Peso massimo per area: 10')).problems).toEqual([]);
    expect(readPlan(plan(rows)).problems).toEqual([]);
  });

  it('is told without ceilings too, where another area of the objective has its own', () => {
    const rows =
      '| 1 | Verde | Area Verde | Potare | 10 |\n| | | Area Blu | Piantare | |\n| 2 | Blu | Area Blu | Pulire | 10 |';
    expect(readPlan(plan(rows)).problems.map(({ line, code }) => [line, code])).toEqual([
      [10, 'import/missing-weight'],
    ]);
  });
});
