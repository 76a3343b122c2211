import type { PlanDocument } from '#domain';
import { expand } from './expand.js';
import { Organisation } from './organisation.js';
import { FileInvalid, readYaml } from './read-yaml.js';
import { rosterOf } from './roster.js';
import { Scenario } from './scenario.js';

const source = { line: 1 };
const share = (id: string, areaId: string) => ({ id, areaId, unit: null, weight: '10', funding: null, source });

const plan: PlanDocument = {
  body: 'Comune di Prova',
  year: 2022,
  title: 'Piano',
  act: null,
  horizon: '2022-12-31',
  areas: [
    { id: 'vigili', name: 'Vigili', aliases: [], kind: 'area', ceiling: '60' },
    { id: 'lavori', name: 'Lavori', aliases: [], kind: 'area', ceiling: '60' },
  ],
  missions: [],
  objectives: [
    {
      id: '5.3.1',
      mission: 5,
      strategicObjective: 3,
      number: '1',
      title: 'Strade',
      shares: [share('5.3.1-vigili', 'vigili'), share('5.3.1-lavori-1', 'lavori'), share('5.3.1-lavori-2', 'lavori')],
      indicators: [{ id: 'i1', shareIds: ['5.3.1-vigili'], text: 'Rapporti', target: null, source }],
      deadlines: [
        {
          id: 'd1',
          shareIds: ['5.3.1-vigili'],
          text: 'ogni settimana',
          kind: 'recurring',
          every: 'week',
          from: '2022-06-20',
          until: '2022-07-06',
          nilReturn: true,
        },
      ],
      participants: [],
      acts: [],
      source,
    },
  ],
  readings: [],
};

const organisation = Organisation.parse({
  body: 'Comune di Prova',
  patronDay: '11-11',
  password: 'solo-per-dimostrazione',
  accounts: [
    { user: 'vigili', roles: ['responsabile'], letters: 'PL', name: 'Vigili' },
    { user: 'lavori', roles: ['responsabile'], letters: 'LP', name: 'Lavori' },
    { user: 'segretario-generale', roles: ['segretario'], name: 'Segretario' },
    { user: 'nucleo', roles: ['nucleo'], name: 'Nucleo' },
  ],
});

function actsOf(acts: readonly string[], objectives: readonly string[] = ['  {}']) {
  const text = [
    'year: 2022',
    'plan: piano.md',
    'begins: 2022-05-12',
    'demonstration: 2022-10-03',
    'ends: 2023-05-05',
    'acts:',
    ...(acts.length === 0 ? ['  []'] : acts),
    'objectives:',
    ...objectives,
  ];
  const scenario = readYaml(text.join('\n'), Scenario, 'scenario-2022.yaml');
  return expand(scenario, rosterOf(plan, organisation), organisation);
}

const problemsOf = (...given: Parameters<typeof actsOf>): readonly string[] => {
  try {
    actsOf(...given);
    return [];
  } catch (error) {
    if (error instanceof FileInvalid) return error.problems;
    throw error;
  }
};

describe('the acts of a scenario', () => {
  it('are one for each share that is chosen, by the office that usually does it', () => {
    const acts = actsOf([
      '  - { on: 2022-05-18, do: assign, shares: all, except: [LP] }',
      '  - { on: 2022-05-19, do: acknowledge, shares: [5.3.1/LP-2] }',
    ]);
    expect(acts.map(({ user, path, body }) => [user, path, body])).toEqual([
      ['segretario-generale', '/objectives/2022-5.3.1/shares/5.3.1-vigili/assignment', { office: 'vigili' }],
      ['lavori', '/objectives/2022-5.3.1/shares/5.3.1-lavori-2/acknowledgement', {}],
    ]);
  });

  it('come in the order of time, and of the file where they have one moment', () => {
    const acts = actsOf(
      [
        '  - { on: 2022-05-20, do: acknowledge, shares: [PL] }',
        '  - { on: 2022-05-18 15:00, do: assign, shares: [PL], expect: objective/already-assigned }',
        '  - { on: 2022-05-18, do: assign, shares: [PL] }',
      ],
      ['  5.3.1:', '    PL:', '      - { on: 2022-05-18, do: progress, value: 5, note: Presto. }'],
    );
    expect(acts.map(({ at, key, expect: code }) => [at, key, code])).toEqual([
      ['2022-05-18T07:00:00.000Z', 'acts.2/5.3.1/PL', null],
      ['2022-05-18T07:00:00.000Z', 'objectives.5.3.1.PL.0', null],
      ['2022-05-18T13:00:00.000Z', 'acts.1/5.3.1/PL', 'objective/already-assigned'],
      ['2022-05-20T07:00:00.000Z', 'acts.0/5.3.1/PL', null],
    ]);
  });

  it('of a weekly report answer each its own instance; a nil return has no value, a skipped week no act', () => {
    const acts = actsOf(
      [],
      [
        '  5.3.1:',
        '    PL:',
        '      - on: 2022-06-24',
        '        do: progress',
        '        every: week',
        '        fulfils: next',
        '        value: { from: 50, to: 100 }',
        '        notes: [Tre buche., nil, skip]',
      ],
    );
    expect(acts.map(({ at, body }) => [at.slice(0, 10), body['value'], body['fulfils']])).toEqual([
      ['2022-06-24', '50', { deadlineId: 'd1', instance: '2022-06-26' }],
      ['2022-07-01', null, { deadlineId: 'd1', instance: '2022-07-03' }],
    ]);
  });

  it('rectify the entry that has the name they give', () => {
    const [report, rectification] = actsOf(
      [],
      [
        '  5.3.1:',
        '    PL:',
        '      - { on: 2022-06-24, do: progress, as: conta, value: 80, note: Ottanta. }',
        '      - { on: 2022-06-25, do: rectify, entry: conta, value: 70, note: Settanta., reason: Errore. }',
      ],
    );
    expect(rectification?.path).toContain(`/progress/${String(report?.body['progressId'])}/rectification`);
  });
});

describe('a scenario that does not fit its plan', () => {
  it('is told everything that is wrong, and where', () => {
    const problems = problemsOf(
      ['  - { on: 2022-05-18, do: assign, shares: [9.9.9/PL], by: sindaco }'],
      [
        '  5.3.1:',
        '    UR: [{ on: 2022-06-01, do: acknowledge }]',
        '    PL:',
        '      - { on: 2022-06-02, do: acknowledge, by: sindaco }',
        '      - { on: 2022-06-03, do: progress, value: 5, note: Sì., fulfils: 2022-06-27 }',
        '      - { on: 2023-01-10, do: rendiconta, degree: 100, note: Sì., measured: [] }',
      ],
    );
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
      'acts.0: the plan has no share 9.9.9/PL',
      'objectives.5.3.1.UR: the plan has no such share',
      'objectives.5.3.1.PL.0: nobody is called sindaco',
      'objectives.5.3.1.PL.1: 5.3.1/PL has no deadline that falls due 2022-06-27',
      'objectives.5.3.1.PL.2: 5.3.1/PL has 1 indicators, 0 are measured:',
    ]);
  });

  it('given evaluations, then each person has a request of their own, by whose turn it is', () => {
    const acts = actsOf([
      '  - { on: 2023-03-16, do: evaluate, what: answer, of: [PL], text: Nessuna. }',
      '  - { on: 2023-03-17, do: evaluate, what: judge, of: all, behaviours: 90, text: Bene. }',
    ]);
    expect(acts.map(({ user, path, body }) => [user, path, body])).toEqual([
      ['vigili', '/evaluations/2022-{account:vigili}/observations', { text: 'Nessuna.' }],
      ['nucleo', '/evaluations/2022-{account:vigili}/judgement', { behaviours: '90', reason: 'Bene.' }],
      ['nucleo', '/evaluations/2022-{account:lavori}/judgement', { behaviours: '90', reason: 'Bene.' }],
    ]);
    expect(problemsOf(['  - { on: 2023-03-16, do: evaluate, what: open, of: [XX], to: nucleo }'])).toEqual([
      expect.stringContaining('nobody has the letters XX'),
    ]);
  });
});
