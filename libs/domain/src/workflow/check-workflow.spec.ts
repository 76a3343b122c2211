import { office, town, withStep } from '../testing/workflow.js';
import { mistakesIn, type Shape } from '../testing/workflow-mistakes.js';
import type { WorkflowDefinition } from './definition.js';

const withOffices = (offices: WorkflowDefinition['offices']) => ({ ...town, offices });
const days = { workingDays: 10 };
const terms = { results: 60, hearingBelow: 60, observations: days, conciliation: days };

/** What is changed, what is wrong then, and where. */
const shapes: readonly Shape[] = [
  [
    'two offices of one id',
    withOffices([...town.offices, { id: 'giunta', function: null, names: [] }]),
    'workflow/same-id',
    'offices.6.id',
  ],
  [
    'two offices of one name',
    withOffices(
      town.offices.map((one) => ({ ...one, names: one.id === 'giunta' ? ['Ufficio'] : ['ufficio'] })).slice(0, 6),
    ),
    'workflow/same-id',
    'offices.1.names.0',
  ],
  [
    'an office that is not listed',
    withStep('justification', 0, { substitute: office('nessuno'), who: [office('segretario')] }),
    'workflow/unknown-office',
    'chains.justification.steps.0.substitute.office',
  ],
  [
    'a role that nobody has',
    withStep('variation', 0, { who: [{ role: 'mago' }] }),
    'workflow/unknown-role',
    'chains.variation.steps.0.who.0.role',
  ],
  [
    'an unknown office that would evaluate',
    { ...town, evaluations: { ...terms, evaluators: [{ office: 'oiv' }] } },
    'workflow/unknown-office',
    'evaluations.evaluators.0.office',
  ],
  [
    'evaluations without a chain',
    { ...town, evaluations: terms, chains: { ...town.chains, evaluation: undefined } },
    'workflow/evaluates-without-chain',
    'evaluations',
  ],
  [
    'a conciliator who evaluates',
    { ...town, evaluations: { ...terms, evaluators: [{ office: 'nucleo' }], conciliators: [{ office: 'nucleo' }] } },
    'workflow/conciliator-evaluates',
    'evaluations.conciliators.0.office',
  ],
  [
    'two Segretari',
    withOffices([...town.offices, { id: 'altro', function: 'segretario', names: [] }]),
    'workflow/several-segretari',
    'offices.6.function',
  ],
];

describe('checking a workflow definition', () => {
  it.each(shapes)('given %s, then it is a mistake', (_, definition, code, path) => {
    expect(mistakesIn(definition)).toContainEqual([code, path]);
    expect(mistakesIn(definition).filter(([found]) => found.startsWith('limit/'))).toEqual([]);
  });

  it('given a body that keeps to the rules, then there is no mistake', () => {
    expect(mistakesIn(town)).toEqual([]);
  });

  it('given several mistakes, then all are told', () => {
    const vice = office('vicesegretario');
    const several = withStep(
      'plan',
      0,
      { act: null },
      withStep('justification', 0, { outcomes: ['return'], substitute: vice }),
    );
    expect(
      mistakesIn(several)
        .map(([code]) => code)
        .toSorted(),
    ).toEqual(['limit/certified-by-others', 'limit/plan-without-act', 'workflow/cannot-approve']);
  });
});
