import { office, step, town } from '../testing/workflow.js';
import type { StepDefinition } from './chain-definition.js';
import { checkPeople } from './check-people.js';
import type { OfficeDefinition } from './definition.js';

const segretario = office('segretario');
const vice = office('vicesegretario');
const nucleo = office('nucleo');
const two = { agreement: { kind: 'quorum', count: 2 } } as const;

const found = (steps: readonly StepDefinition[], offices: readonly OfficeDefinition[] = town.offices) =>
  checkPeople('variation', { steps }, offices, ['steps']).map(({ path, facts }) => ({
    path: path.join('.'),
    ...facts,
  }));

describe('a step that others must take', () => {
  it('has nobody left where the only one took the step before; said with who, how many it takes and how many there are', () => {
    expect(found([step('uno', [segretario]), step('due', [segretario])])).toEqual([
      { path: 'steps.1.who', step: 'due', steps: 'uno', who: 'segretario', count: 2, most: 1 },
    ]);
  });

  it('counts those who may come in: the substitute, and whoever a time-out calls', () => {
    const escalated = { term: { workingDays: 5 }, onTimeout: [{ after: 1, do: 'escalate', to: vice }] } as const;
    expect(found([step('uno', [segretario]), step('due', [segretario], { substitute: vice })])).toEqual([]);
    expect(found([step('uno', [segretario]), step('due', [segretario], escalated)])).toEqual([]);
    expect(found([step('uno', [segretario]), step('due', [segretario, segretario])])).toHaveLength(1);
  });

  it('counts the members of an office against those who must agree', () => {
    expect(found([step('uno', [nucleo], two), step('due', [nucleo])])).toEqual([]);
    expect(found([step('uno', [nucleo], two), step('due', [nucleo], two)])).toEqual([
      { path: 'steps.1.who', step: 'due', steps: 'uno', who: 'nucleo', count: 4, most: 3 },
    ]);
  });

  it('where every office must agree counts one of each', () => {
    const both = { agreement: { kind: 'all', of: 'offices' } } as const;
    const everybody = { agreement: { kind: 'all', of: 'members' } } as const;
    expect(found([step('uno', [segretario]), step('due', [segretario, vice], both)])).toEqual([
      { path: 'steps.1.who', step: 'due', steps: 'uno', who: 'segretario, vicesegretario', count: 3, most: 2 },
    ]);
    expect(found([step('uno', [segretario]), step('due', [segretario, vice], everybody)])).toEqual([]);
  });

  it('leaves out the steps that it need not be independent of', () => {
    expect(found([step('uno', [segretario]), step('due', [segretario], { independentOf: 'nobody' })])).toEqual([]);
    const three = [
      step('uno', [segretario]),
      step('due', [vice]),
      step('tre', [segretario], { independentOf: ['due'] }),
    ];
    expect(found(three)).toEqual([]);
    expect(found([...three.slice(0, 2), step('tre', [segretario], { independentOf: ['uno'] })])).toHaveLength(1);
  });

  it('counts once those who take steps that are not independent of each other', () => {
    const pair = [step('uno', [segretario]), step('due', [segretario], { independentOf: 'nobody' })];
    expect(found([...pair, step('tre', [segretario, vice])])).toEqual([]);
  });

  it('leaves out the steps that others than its own people may take', () => {
    expect(found([step('uno', [segretario, vice]), step('due', [segretario])])).toEqual([]);
  });

  it('is not judged where nobody can know how many there are', () => {
    const assignee = { relation: 'assignee' } as const;
    expect(found([step('uno', [office('giunta')]), step('due', [office('giunta')])])).toEqual([]);
    expect(found([step('uno', [assignee]), step('due', [assignee])])).toEqual([]);
    expect(found([step('uno', [segretario]), step('due', [segretario, assignee])])).toEqual([]);
    expect(found([step('uno', [segretario]), step('due', [segretario, office('giunta')])])).toEqual([]);
  });
});
