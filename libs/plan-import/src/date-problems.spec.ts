import { blocksOf } from './blocks.js';
import { dateProblems } from './date-problems.js';
import { readPlan } from './read-plan.js';

const told = (text: string) => dateProblems(blocksOf(text).blocks, 2022).map(({ line, message }) => [line, message.it]);

describe('a day that no calendar has', () => {
  it.each(['29.02.22', '31.04.22', '29/02/22', '31-04-22', '29.2.22', '32.05.22', '31/06/2022', '30 febbraio 2022'])(
    'is told at its line: %s',
    (date) => {
      expect(told(`Prima riga\nEntro il ${date} la relazione`)).toEqual([[2, expect.stringContaining(`«${date}»`)]]);
    },
  );

  it('is told in the date of an act', () => {
    expect(told('Indicatori nella DGC 54/29.02.22')).toEqual([[1, expect.stringContaining('«29.02.22»')]]);
  });

  it.each(['14.03.22', '29.02.24', 'paragrafo 1.2.15', 'capitolo 10.20.30', 'punto 30.2.5', 'versione 31.4.60'])(
    'is not: %s',
    (text) => expect(told(text)).toEqual([]),
  );

  it('is told for each of two on one line', () => {
    const text =
      '# Comune di Prova\n\nPiano della performance 2022\n\n| N. | Obiettivo | Area | Indicatori | Peso |\n|---|---|---|---|---|\n| 1 | Verde | Area Verde | Bozza entro il 31.04.22, testo entro il 31.06.22 | 10 |';
    expect(readPlan(text).problems.map(({ line, code }) => [line, code])).toEqual([
      [7, 'import/date-does-not-exist'],
      [7, 'import/date-does-not-exist'],
    ]);
  });
});
