import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lintOf } from '#domain';
import { readPlan } from './read-plan.js';

const text = readFileSync(resolve(__dirname, '../../../examples/comune/piano-2022.md'), 'utf8');

describe('the demonstration plan', () => {
  it('has the facts and figures of a real plan', () => {
    const { reading, problems } = readPlan(text);
    expect(problems).toEqual([]);
    expect(reading.counts).toEqual({
      missions: 20,
      strategicObjectives: 33,
      objectives: 26,
      shares: 44,
      weightedShares: 40,
      indicators: 52,
    });
    expect(reading.plan).toEqual({
      body: 'COMUNE DI ESEMPIO',
      year: 2022,
      act: { kind: 'DGC', number: '103', date: '2022-05-16' },
    });
  });

  it('has six ambiguities, 288 readings, 16 within the ceilings and one that reaches them all', () => {
    const { ambiguities, readings, reading, questions, settled } = readPlan(text);
    expect(ambiguities.map(({ options }) => options.length)).toEqual([3, 2, 2, 2, 3, 4]);
    expect(readings).toEqual({ enumerated: 288, withinCeilings: 16, saturating: 1, complete: true });
    expect(reading.weightByArea).toEqual({
      'AFFARI GENERALI': '60',
      'LAVORI PUBBLICI': '60',
      FINANZIARIA: '60',
      'SERVIZI SOCIALI': '60',
      'POLIZIA LOCALE': '60',
      URBANISTICA: '60',
      'SEGRETARIO GENERALE': '20',
    });
    expect(settled.map(({ settledBy }) => settledBy)).toEqual(['weights', 'weights', 'weights']);
    expect(questions.map(({ id, proposed }) => [id, proposed])).toEqual([['weights', 'confirm']]);
  });

  it('has deadlines of all seven kinds', () => {
    const { document } = readPlan(text);
    const kinds = new Set(document?.objectives.flatMap(({ deadlines }) => deadlines.map(({ kind }) => kind)));
    expect([...kinds].sort()).toEqual(['after', 'as-of', 'fixed', 'horizon', 'recurring', 'relative', 'start']);
  });

  it('has, of its 380 points, 50 without a measurable target, 60 in other acts and 45 on one report', () => {
    const { document } = readPlan(text);
    const { totals, points } = document === null ? { totals: [], points: '' } : lintOf(document);
    const of = (rule: string) => totals.find((total) => total.rule === rule)?.points;
    expect([points, of('lint/no-target'), of('lint/defined-elsewhere'), of('lint/one-indicator')]).toEqual([
      '380',
      '50',
      '60',
      '45',
    ]);
  });
});
