import { readPlan } from './read-plan.js';

const plan = (between: string, second: readonly [string, string] = ['1', '2']) => `# Piano degli obiettivi 2025

## Area Tecnica

| N. | Obiettivo | Indicatore | Target | Peso |
|---|---|---|---|---|
| 1 | Sistemare la scuola | Lavori finiti | entro il 30/06/2025 | 30 |
| 2 | Pulire i parchi | Parchi puliti | 4 | 20 |

${between}

| N. | Obiettivo | Indicatore | Target | Peso |
|---|---|---|---|---|
| ${second[0]} | Sistemare le strade | Strade finite | entro il 31/10/2025 | 30 |
| ${second[1]} | Rifare i marciapiedi | Metri rifatti | 400 | 20 |
`;
const read = (text: string) => readPlan(text);

describe('numbers that begin again under a heading within one strategic objective', () => {
  const told = read(plan('### Lavori stradali')).problems;

  it('given them, then each is told with both lines, both titles and a number that is free', () => {
    expect(told.map(({ line, code }) => [line, code])).toEqual([
      [14, 'import/duplicate-objective-number'],
      [15, 'import/duplicate-objective-number'],
    ]);
    expect(told[0]?.message.it).toMatch(
      /^L'obiettivo 1 alla riga 14 \(«Sistemare le strade»\) .* alla riga 7 \(«Sistemare la scuola»\).*\(libero: 3\)/,
    );
    expect(told[1]?.message.en).toMatch(/line 15 .* line 8 .*\(free: 4\)/);
  });

  it('given those numbers, or the strategic objective that the sentence writes, then nothing is wrong', () => {
    expect(read(plan('### Lavori stradali', ['3', '4'])).problems).toEqual([]);
    expect(told[0]?.message.it).toContain('«Obiettivo strategico 2: …»');
    const { problems, document } = read(plan('**Obiettivo strategico 2: Lavori stradali**'));
    expect(problems).toEqual([]);
    expect(document?.objectives).toHaveLength(4);
  });
});
