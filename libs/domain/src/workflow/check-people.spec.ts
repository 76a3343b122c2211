import { office, step, town } from '../testing/workflow.js';
import type { Participant, StepDefinition, TimeoutAction } from './chain-definition.js';
import { checkPeople } from './check-people.js';
import type { ApprovalSubject, OfficeDefinition } from './definition.js';

const segretario = office('segretario');
const vice = office('vicesegretario');
const nucleo = office('nucleo');
const personale = office('personale');
const giunta = office('giunta');
const two = { agreement: { kind: 'quorum', count: 2 } } as const;
const others = { relation: 'other-areas' } as const;

const withMembers = (id: string, members: number) =>
  town.offices.map((one) => (one.id === id ? { ...one, members } : one));
const late = (...onTimeout: readonly TimeoutAction[]) => ({ term: { workingDays: 5 }, onTimeout });

const told = (
  subject: ApprovalSubject,
  steps: readonly StepDefinition[],
  offices: readonly OfficeDefinition[],
  instead: Participant | null = null,
) =>
  checkPeople(subject, { steps }, { offices, instead }, ['steps']).map(({ path, facts }) => ({
    path: path.join('.'),
    ...facts,
  }));
const found = (steps: readonly StepDefinition[], offices = town.offices) => told('variation', steps, offices);
const reported = (steps: readonly StepDefinition[], offices = town.offices) => told('rendicontazione', steps, offices);

describe('a step that others must take', () => {
  it('has nobody left where the only one took the step before; said with who, and who had taken what', () => {
    expect(found([step('uno', [segretario]), step('due', [segretario])])).toEqual([
      { path: 'steps.1.who', step: 'due', who: 'segretario', taken: 'uno: segretario' },
    ]);
  });

  it('has those who may come in: the substitute, and whoever a time-out calls, unless it is theirs', () => {
    const second = (called: StepDefinition['who'][number], by: 'substitute' | 'time-out') =>
      step(
        'due',
        [segretario],
        by === 'substitute' ? { substitute: called } : late({ after: 1, do: 'escalate', to: called }),
      );
    for (const by of ['substitute', 'time-out'] as const) {
      expect(found([step('uno', [segretario]), second(giunta, by)])).toEqual([]);
      expect(found([step('uno', [segretario]), second(vice, by)])).toMatchObject([
        { step: 'due', own: 'vicesegretario' },
      ]);
    }
  });

  describe('of a conference of heads, of whom the file says the same', () => {
    const heads = (count: number, members: number) =>
      Array.from({ length: count }, (_, at) => ({ id: `area-${at}`, function: null, members, names: [] }));
    const conference = (id: string, of: ReturnType<typeof heads>, count: number) =>
      step(
        id,
        of.map((one) => office(one.id)),
        { agreement: { kind: 'quorum', count }, substitute: giunta, ...late({ after: 1, do: 'escalate', to: giunta }) },
      );

    it('has nobody left where too few of them have not spoken', () => {
      const three = heads(3, 1);
      const steps = [conference('uno', three, 2), { ...conference('due', three, 2), substitute: null, onTimeout: [] }];
      expect(reported(steps, [...town.offices, ...three])).toContainEqual(expect.objectContaining({ step: 'due' }));
    });
  });

  it('has the members of an office who have not spoken, as many as must agree', () => {
    expect(found([step('uno', [nucleo], two), step('due', [nucleo])])).toEqual([]);
    expect(found([step('uno', [nucleo], two), step('due', [nucleo], two)])).toMatchObject([
      { step: 'due', taken: 'uno: nucleo + nucleo' },
    ]);
  });

  it('has nobody left where every member, or one of every office, had to agree before', () => {
    const everybody = { agreement: { kind: 'all', of: 'members' } } as const;
    const both = { agreement: { kind: 'all', of: 'offices' } } as const;
    expect(found([step('uno', [nucleo], everybody), step('due', [nucleo])])).toHaveLength(1);
    expect(found([step('uno', [segretario, vice], both), step('due', [vice])])).toHaveLength(1);
    expect(found([step('uno', [segretario, nucleo], both), step('due', [nucleo])])).toEqual([]);
  });

  it('need not be of others than those of whom it is not independent', () => {
    expect(found([step('uno', [segretario]), step('due', [segretario], { independentOf: 'nobody' })])).toEqual([]);
    const three = (of: string) => [
      step('uno', [segretario]),
      step('due', [vice]),
      step('tre', [segretario], { independentOf: [of] }),
    ];
    expect(found(three('due'))).toEqual([]);
    expect(found(three('uno'))).toHaveLength(1);
  });

  it('may lack somebody also where another could have taken the step before', () => {
    expect(found([step('uno', [segretario, personale]), step('due', [segretario])])).toMatchObject([
      { step: 'due', taken: 'uno: segretario' },
    ]);
  });

  it('is not judged where nobody can know how many there are', () => {
    const assignee = { relation: 'assignee' } as const;
    const role = { role: 'responsabile' } as const;
    for (const who of [[giunta], [assignee], [role], [segretario, giunta], [segretario, role]])
      expect(found([step('uno', who), step('due', who)])).toEqual([]);
  });
});

describe('what is whose', () => {
  it('given substitutes that stand in for each other, then the Segretario’s own share stands still at the second', () => {
    const steps = [
      step('verifica', [segretario], { substitute: vice }),
      step('second', [vice], { substitute: segretario }),
    ];
    expect(reported(steps)).toEqual([
      {
        path: 'steps.1.who',
        step: 'second',
        who: 'vicesegretario, segretario',
        own: 'segretario',
        taken: 'verifica: vicesegretario',
      },
    ]);
    expect(reported([steps[0]!, step('second', [vice], { substitute: personale })])).toEqual([]);
  });

  it('given two steps that come to one substitute where an objective is of one area, then that is told', () => {
    const steps = [step('verifica', [segretario], { substitute: vice }), step('pari', [others], { substitute: vice })];
    expect(reported(steps)).toMatchObject([
      { step: 'pari', own: 'segretario', nobody: 'relation other-areas', taken: 'verifica: vicesegretario' },
    ]);
    expect(reported([steps[0]!, step('pari', [others], { substitute: giunta })])).toEqual([]);
  });

  it('given the other area that is the office of a later step’s substitute, then nobody is left there', () => {
    const pari = step('pari', [others], { substitute: giunta });
    expect(reported([pari, step('verifica', [segretario], { substitute: vice })])).toMatchObject([
      { step: 'verifica', own: 'segretario', other: 'vicesegretario', taken: 'pari: vicesegretario' },
    ]);
    expect(reported([pari, step('verifica', [segretario], { substitute: giunta })])).toEqual([]);
  });

  it.each<TimeoutAction>([
    { after: 1, do: 'substitute', by: nucleo },
    { after: 1, do: 'escalate', to: nucleo },
  ])('given that a time-out calls the only member of the Nucleo, then nobody is left to certify: %j', (action) => {
    const steps = [
      step('verifica', [segretario], { substitute: vice, ...late(action) }),
      step('certificazione', [nucleo]),
    ];
    expect(reported(steps, withMembers('nucleo', 1))).toEqual([
      {
        path: 'steps.1.who',
        case: 'evaluation-body',
        step: 'certificazione',
        who: 'nucleo',
        taken: 'verifica: nucleo',
      },
    ]);
    expect(reported(steps, withMembers('nucleo', 2))).toEqual([]);
  });

  it('given members who correct the degree one after the other, then all have taken the step', () => {
    const corrected = step('uno', [nucleo], { ...two, outcomes: ['approve', 'correct-degree'] });
    expect(reported([corrected, step('due', [nucleo])])).toMatchObject([{ step: 'due' }]);
    expect(reported([step('uno', [nucleo], two), step('due', [nucleo])])).toEqual([]);
  });

  it('given too few who are left of a share of one of them, then it could not be handed in', () => {
    expect(reported([step('uno', [segretario, vice], two)])).toMatchObject([{ step: 'uno', own: 'segretario' }]);
    expect(found([step('uno', [segretario, vice], two)])).toEqual([]);
  });

  it('given a plan that the Segretario drafted, then who stands in takes one step of two', () => {
    const steps = [step('uno', [segretario], { substitute: vice }), step('due', [vice], { substitute: segretario })];
    expect(told('plan', steps, town.offices)).toMatchObject([{ step: 'due', own: 'segretario' }]);
  });

  it('given a run that pays the personnel office, then who stands in for it does not sign', () => {
    const steps = [step('uno', [personale], { substitute: vice }), step('due', [vice], { substitute: personale })];
    expect(told('premium-run', steps, town.offices)).toMatchObject([{ step: 'due', own: 'personale' }]);
  });
});

describe('a run, which somebody proposes and which pays somebody', () => {
  const check = step('controllo', [office('ragioneria')], { substitute: segretario });
  const act = { kinds: ['determina'] };
  const signs = (who: readonly Participant[], more: Partial<StepDefinition> = {}) =>
    step('firma', who, { act, ...more });
  const runs = (steps: readonly StepDefinition[], members: number | null, instead: Participant | null = null) =>
    told('premium-run', steps, members === null ? town.offices : withMembers('personale', members), instead);

  it('given that who proposes it would sign it, and who stands in is paid, then nobody signs; not where another of the office does', () => {
    const steps = [check, signs([personale], { substitute: segretario })];
    const nobody = { path: 'steps.1.who', step: 'firma', who: 'personale, segretario', proposer: 'personale' };
    expect(runs(steps, 1)).toEqual([{ ...nobody, own: 'ragioneria', taken: 'controllo: segretario' }]);
    const always = [check, { ...steps[1]!, independentOf: 'nobody' as const }];
    expect(runs(always, 1)).toEqual([{ ...nobody, own: 'segretario' }]);
    expect(runs(steps, 2)).toEqual([]);
    expect(runs(steps, null)).toEqual([]);
    expect(runs([check, signs([personale, segretario], { substitute: vice })], 1)).toEqual([]);
  });

  it('given that they take its first step by proposing it, then somebody else takes the later ones alone', () => {
    const proposes = step('proposta', [personale], { substitute: vice });
    const others = [check, signs([segretario], { substitute: vice })];
    expect(runs([proposes, ...others], 1)).toEqual([]);
  });

  it('given too few of an office that proposes, then they do not agree as many as must', () => {
    expect(runs([check, signs([personale], two)], 2)).toMatchObject([{ step: 'firma', proposer: 'personale' }]);
    expect(runs([check, signs([personale], two)], 3)).toEqual([]);
  });

  it('given it pays who runs premiums, then who pays in their place proposes it', () => {
    const steps = [check, signs([vice], { substitute: segretario, independentOf: 'nobody' })];
    const both = withMembers('personale', 2);
    expect(told('premium-run', steps, both, vice)).toEqual([]);
    const alone = [check, signs([vice], { substitute: personale })];
    expect(told('premium-run', alone, both, vice)).toContainEqual(
      expect.objectContaining({ step: 'firma', own: 'personale', proposer: 'vicesegretario' }),
    );
    expect(told('premium-run', alone, both, giunta)).not.toContainEqual(expect.objectContaining({ own: 'personale' }));
  });

  it('given two offices of which one may propose it, then that one does', () => {
    const another = { id: 'paghe', function: 'personnel', members: 1, names: [] } as const;
    const offices = [...withMembers('personale', 1), another];
    const steps = [check, signs([personale], { substitute: segretario })];
    expect(told('premium-run', steps, offices)).toEqual([]);
  });
});
