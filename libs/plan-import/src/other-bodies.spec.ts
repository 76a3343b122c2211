import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPlan } from './read-plan.js';

const fixture = (name: string) => readFileSync(resolve(__dirname, '../fixtures', name), 'utf8');

describe('a plan whose areas are called by letters', () => {
  const written = (first: string, second: string) =>
    fixture('valchiara-sections.md')
      .replace('## Area Amministrativa', `## ${first}`)
      .replace('## Area Tecnica', `## ${second}`);

  it.each([
    ['Area A', 'Area B'],
    ['Settore E', 'Settore L'],
    ['Area I', 'Area II'],
  ])('given %s and %s, then each is an area, also where the letter is a word elsewhere', (first, second) => {
    const { document, reading, problems } = readPlan(written(first, second));
    expect(problems).toEqual([]);
    expect(reading.weightByArea).toMatchObject({ [first]: '100', [second]: '100' });
    expect(document?.areas.map(({ name }) => name).slice(0, 2)).toEqual([first, second]);
  });
});

describe('a plan with a section for each area and no missions', () => {
  const { document, reading, problems, questions } = readPlan(fixture('valchiara-sections.md'));

  it('is read without questions', () => {
    expect([problems, questions]).toEqual([[], []]);
    expect(reading.plan).toEqual({
      body: 'Comune di Valchiara',
      year: 2025,
      act: { kind: 'DGC', number: '12', date: '2025-01-30' },
    });
  });

  it('takes each section for a mission and its area', () => {
    expect(document?.missions.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Area Amministrativa'],
      [2, 'Area Tecnica'],
      [3, 'Area Economico-Finanziaria'],
      [4, 'Segretario comunale'],
    ]);
    expect(reading.weightByArea).toEqual({
      'Area Amministrativa': '100',
      'Area Tecnica': '100',
      'Area Economico-Finanziaria': '100',
      'Segretario comunale': '40',
    });
  });

  it('given by which names the Segretario is called, then the area is that office, under the plan’s own name', () => {
    const called = [
      { id: 'segretario-generale', name: 'Segretario Generale' },
      { id: 'segretario-generale', name: 'Segretario Comunale' },
    ];
    const told = readPlan(fixture('valchiara-sections.md'), { called }).document;
    expect(told?.areas.at(-1)).toMatchObject({ id: 'segretario-generale', name: 'Segretario comunale' });
    expect(told?.objectives.at(-1)?.shares[0]?.areaId).toBe('segretario-generale');
    expect(told?.areas.slice(0, -1)).toEqual(document?.areas.slice(0, -1));
  });

  it('reads targets and deadlines from columns of their own', () => {
    const indicators = document?.objectives.flatMap((objective) => objective.indicators);
    const targets = indicators?.map(({ target }) =>
      target === null ? null : `${target.comparison} ${target.value} ${target.unit}`,
    );
    expect(targets).toEqual([
      'exactly 80 %',
      null,
      'at-least 1000 count',
      'at-most 30 count',
      'exactly 6 count',
      null,
      'exactly 12 count',
      'exactly 12 count',
      'at-least 200 count',
      'exactly 3 count',
      null,
    ]);
    const reports = document?.objectives.find(({ id }) => id === '2.1.2')?.deadlines;
    expect(reports).toMatchObject([{ kind: 'recurring', every: 'month', from: '2025-03-01', until: '2025-11-30' }]);
    const halves = document?.objectives.find(({ id }) => id === '4.1.1')?.deadlines;
    expect(halves).toMatchObject([
      { kind: 'fixed', on: '2025-06-30' },
      { kind: 'fixed', on: '2025-12-31' },
    ]);
  });
});

describe('a plan with a column for each field', () => {
  const { document, reading, problems, questions, settled, readings } = readPlan(fixture('terre-d-acqua-columns.txt'));

  it('takes missions and strategic objectives from their columns', () => {
    expect(problems).toEqual([]);
    expect(reading.plan.year).toBe(2023);
    expect(document?.missions.map(({ title, strategicObjectives }) => [title, strategicObjectives.length])).toEqual([
      ['Buona amministrazione', 2],
      ['Territorio', 2],
      ['Comunità', 1],
    ]);
  });

  it('counts a weight written again on each row of an objective once, because the ceilings say so', () => {
    expect(settled).toEqual([{ question: '1.1.1-again', option: 'same', settledBy: 'weights' }]);
    expect(new Set(Object.values(reading.weightByArea))).toEqual(new Set(['50']));
    expect(readings.saturating).toBe(1);
    expect(questions).toHaveLength(1);
  });

  it('keeps units and a start', () => {
    const service = document?.objectives.find(({ title }) => title === 'Sportello anziani');
    expect(service?.shares).toMatchObject([{ areaId: 'settore-sociale', unit: 'Servizio anziani', weight: '50' }]);
    expect(service?.deadlines).toMatchObject([{ kind: 'start', from: '2023-02-01', until: null }]);
  });
});
