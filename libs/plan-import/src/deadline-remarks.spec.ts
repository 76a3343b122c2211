import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const plan = readFileSync(resolve(__dirname, '../fixtures/valchiara-sections.md'), 'utf8');
const remarksOf = (text: string) => readPlan(text).remarks.map(({ it }) => it);

describe('what is told of the terms of a plan', () => {
  it('given terms that are read, then nothing is told', () => {
    expect(remarksOf(plan)).toEqual([]);
  });

  it('given an indicator or a cell whose term is not read, then it is told with its words and line', () => {
    const indicator = plan.replace('Pratiche scansionate', 'Pratiche scansionate entro i termini di legge');
    expect(remarksOf(indicator)).toEqual([
      expect.stringMatching(/^Del termine «entro i termini di legge: 80%» \(riga 13\) non si legge con certezza/),
    ]);
    const cell = plan.replace('entro il 31 marzo 2025', 'in primavera');
    expect(remarksOf(cell)).toEqual([
      expect.stringMatching(/^Del termine «in primavera» \(riga 14\) non si legge il giorno/),
    ]);
  });

  it('given more than a person reads, then the last says how many there are besides', () => {
    const many = Array.from({ length: 45 }, (_, index) => `Verifica entro ${index + 2} giorni lavorativi`).join('; ');
    const told = remarksOf(plan.replace('Pratiche scansionate', many));
    expect(told).toHaveLength(41);
    expect(told.at(-1)).toMatch(/^Altri \d+ termini/);
  });
});
