import { FileInvalid, readYaml } from './read-yaml.js';
import { Scenario } from './scenario.js';

const head = ['year: 2022', 'plan: p.md', 'begins: 2022-05-12', 'demonstration: 2022-10-03', 'ends: 2023-05-05'];
const problemsOf = (...lines: string[]): readonly string[] => {
  try {
    readYaml([...head, ...lines].join('\n'), Scenario, 'scenario.yaml');
    return [];
  } catch (error) {
    if (error instanceof FileInvalid) return error.problems;
    throw error;
  }
};

describe('a scenario that cannot be used', () => {
  it('names the line of a day that does not exist', () => {
    expect(problemsOf('acts:', '  - { on: 2022-02-30, do: assign, shares: all }', 'objectives: {}')).toEqual([
      'line 7: acts.0.on: this day does not exist',
    ]);
  });

  it('names the line of an act nobody knows, and of one that lacks something', () => {
    const problems = problemsOf(
      'acts:',
      '  - { on: 2022-05-16, do: applaud }',
      'objectives:',
      '  1.1.1:',
      '    AG:',
      '      - { on: 2022-06-14, do: rectify, value: 5, note: Corretto., reason: Errore. }',
    );
    expect(problems[0]).toMatch(/^line 7: acts\.0\.do: there is no such act/);
    expect(problems[1]).toMatch(/^line 11: objectives\.1\.1\.1\.AG\.0\.entry: /);
  });

  it('names the line of text that is not YAML', () => {
    expect(problemsOf('acts: [', 'objectives: {}')[0]).toMatch(/^line 7: /);
  });

  it('reads acts, degrees and moments as they are written', () => {
    const scenario = readYaml(
      [
        ...head,
        'acts:',
        '  - { on: 2022-05-16 12:30, do: approve-plan, act: DGC 103 del 16/05/2022 }',
        'objectives:',
        '  1.1.1: { AG: [{ on: 2023-03-14, do: score, degree: 97.5 }] }',
      ].join('\n'),
      Scenario,
      'scenario.yaml',
    );
    expect(scenario.acts[0]).toEqual({
      on: '2022-05-16 12:30',
      do: 'approve-plan',
      act: { kind: 'DGC', number: '103', date: '2022-05-16' },
    });
    expect(scenario.objectives['1.1.1']?.['AG']?.[0]).toMatchObject({ degree: '97.5', reason: '' });
  });
});
