import { office, step, town, transition, withStep, withTransitions } from '../testing/workflow.js';
import { adviceOn } from './advice.js';
import { checkWorkflow } from './check-workflow.js';
import type { StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';
import type { LifecycleState, LifecycleVerb, Transition } from './lifecycle.js';
import type { WorkflowMistakeCode } from './mistake.js';

const known = { roles: ['responsabile'] };
const codes = (definition: WorkflowDefinition) => checkWorkflow(definition, known).map(({ code }) => code);
const places = (definition: WorkflowDefinition) =>
  checkWorkflow(definition, known).map(({ code, path }) => [code, path.join('.')]);

const vice = office('vicesegretario');
const withOffices = (offices: WorkflowDefinition['offices']) => ({ ...town, offices });
const withChain = (subject: ApprovalSubject, steps: readonly StepDefinition[]): WorkflowDefinition => ({
  ...town,
  chains: { ...town.chains, [subject]: { id: subject, version: 1, steps } },
});
const states = (
  change: (states: WorkflowDefinition['objective']['states']) => WorkflowDefinition['objective']['states'],
) => ({
  ...town,
  objective: { ...town.objective, states: change(town.objective.states) },
});
const withVerb = (verb: LifecycleVerb, change: Partial<Transition>) =>
  withTransitions((all) => all.map((one) => (one.verb === verb ? { ...one, ...change } : one)));
const name = { it: 'x', en: 'x' };
/** A body whose objectives are proposed, and pass a chain before they are in a plan. */
const proposing = (transitions: readonly Transition[], outcomes: StepDefinition['outcomes'] = ['approve']) => ({
  ...withChain('objective', [step('coerenza', [office('segretario')], { substitute: vice, outcomes })]),
  objective: {
    states: [...(['draft', 'proposed', 'validated'] as const).map((id) => ({ id, name })), ...town.objective.states],
    transitions: [
      ...town.objective.transitions,
      transition('propose', ['draft'], 'proposed'),
      transition('approve', ['draft', 'proposed', 'validated'], 'approved', { who: [] }),
      ...transitions,
    ],
  },
});
const byChain = { who: [] };
const validated = transition('validate', ['proposed'], 'validated', byChain);
const definitive = (
  more: readonly Transition[],
  liquidable: readonly LifecycleState[] = ['rendicontazione-approved'],
) => ({
  ...town,
  objective: {
    states: [...town.objective.states, { id: 'definitive' as const, name }],
    transitions: [
      ...town.objective.transitions.map((one) => (one.verb === 'liquidate' ? { ...one, from: liquidable } : one)),
      ...more,
    ],
  },
});
const days = { workingDays: 10 };
const terms = { results: 60, hearingBelow: 60, observations: days, conciliation: days };

/** What is changed, what is wrong then, and where. */
const shapes: readonly (readonly [string, WorkflowDefinition, WorkflowMistakeCode, string])[] = [
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
    'two states of one id',
    states((all) => [...all, { id: 'closed', name }]),
    'workflow/same-id',
    'objective.states.9.id',
  ],
  [
    'two steps of one id',
    withStep('variation', 1, { id: 'parere' }),
    'workflow/same-id',
    'chains.variation.steps.1.id',
  ],
  [
    'two documents of one id',
    {
      ...town,
      chains: {
        ...town.chains,
        'premium-run': {
          ...town.chains['premium-run']!,
          documents: ['fondo', 'fondo'].map((id) => ({ id, name, kinds: [] })),
        },
      },
    },
    'workflow/same-id',
    'chains.premium-run.documents.1.id',
  ],
  [
    'one participant twice',
    withStep('justification', 0, { who: [office('nucleo'), office('nucleo')] }),
    'workflow/same-id',
    'chains.justification.steps.0.who.1',
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
    'a state that nothing leads to',
    states((all) => [...all, { id: 'suspended', name }]),
    'workflow/unreachable-state',
    'objective.states.9',
  ],
  [
    'a state that leads nowhere',
    withTransitions((all) => all.map((one) => (one.verb === 'close' ? { ...one, from: ['liquidated'] } : one))),
    'workflow/dead-end',
    'objective.states.2',
  ],
  [
    'a share of a plan that nobody is given',
    withTransitions((all) =>
      all.flatMap((one) =>
        one.verb === 'acknowledge' ? [{ ...one, from: ['approved', 'assigned'] }] : one.verb === 'assign' ? [] : [one],
      ),
    ),
    'workflow/way-missing',
    'objective.transitions',
  ],
  [
    'a transition to no state',
    withTransitions((all) => [...all, transition('make-definitive', ['closed'], 'definitive')]),
    'workflow/unknown-state',
    'objective.transitions.9.to',
  ],
  [
    'a transition from no state',
    withTransitions((all) => [...all, transition('close', ['definitive'], 'closed')]),
    'workflow/unknown-state',
    'objective.transitions.9.from.0',
  ],
  [
    'a verb that leads elsewhere',
    withTransitions((all) => [...all, transition('suspend', ['in-progress'], 'approved')]),
    'workflow/verb-leads-elsewhere',
    'objective.transitions.9.to',
  ],
  [
    'a reopening that does not lead back to the report',
    withTransitions((all) => all.map((one) => (one.verb === 'reopen' ? { ...one, to: 'in-progress' as const } : one))),
    'workflow/verb-leads-elsewhere',
    'objective.transitions.7.to',
  ],
  [
    'one verb to two places',
    withTransitions((all) => [
      ...all,
      transition('resume', ['in-progress'], 'in-progress'),
      transition('resume', ['in-progress'], 'assigned'),
    ]),
    'workflow/ambiguous-transition',
    'objective.transitions.10.from.0',
  ],
  [
    'a transition that nobody makes',
    withTransitions((all) => all.map((one) => (one.verb === 'acknowledge' ? { ...one, who: [] } : one))),
    'workflow/nobody-does',
    'objective.transitions.0',
  ],
  [
    'a return without a state to be in',
    withTransitions((all) => all.filter(({ verb }) => verb !== 'return-rendicontazione')),
    'workflow/return-leads-nowhere',
    'chains.rendicontazione.steps.0.outcomes.1',
  ],
  [
    'a return that nobody makes from where the report is',
    withTransitions((all) =>
      all.map((one) => (one.verb === 'return-rendicontazione' ? { ...one, from: ['in-progress'] } : one)),
    ),
    'workflow/return-leads-nowhere',
    'chains.rendicontazione.steps.0.outcomes.1',
  ],
  [
    'a proposal that the chain cannot validate, for it is not a draft any more',
    proposing([transition('validate', ['draft'], 'validated', byChain)]),
    'workflow/way-missing',
    'objective.transitions',
  ],
  [
    'a proposal that is sent back nowhere',
    proposing([validated], ['approve', 'return']),
    'workflow/return-leads-nowhere',
    'chains.objective.steps.0.outcomes.1',
  ],
  [
    'a proposal that is rejected while only what was validated may be sent back',
    proposing([validated, transition('return-proposal', ['validated'], 'draft', byChain)], ['approve', 'reject']),
    'workflow/return-leads-nowhere',
    'chains.objective.steps.0.outcomes.1',
  ],
  [
    'a premium run authorised by an act that does not liquidate',
    withStep('premium-run', 2, { act: { kinds: ['decreto'] } }),
    'workflow/act-does-not-liquidate',
    'objective.transitions.5.act.kinds',
  ],
  [
    'a definitive degree that nothing pays',
    definitive([
      transition('make-definitive', ['rendicontazione-approved'], 'definitive'),
      transition('close', ['definitive'], 'closed'),
    ]),
    'workflow/definitive-unpaid',
    'objective.transitions.5.from',
  ],
  [
    'a life that nothing closes',
    withTransitions((all) => all.filter(({ verb }) => verb !== 'close')),
    'workflow/never-closed',
    'objective.transitions',
  ],
  [
    'a step that cannot be passed',
    withStep('justification', 0, { outcomes: ['return'] }),
    'workflow/cannot-approve',
    'chains.justification.steps.0.outcomes',
  ],
  [
    'turns where the first is enough',
    withStep('variation', 0, { who: [office('segretario'), office('personale')], order: 'in-order' }),
    'workflow/only-the-first-acts',
    'chains.variation.steps.0.order',
  ],
  [
    'a quorum above the members',
    withStep('justification', 0, { agreement: { kind: 'quorum', count: 4 } }),
    'workflow/quorum-too-high',
    'chains.justification.steps.0.agreement.count',
  ],
  [
    'a quorum of an office whose members nobody knows',
    withStep('variation', 0, { agreement: { kind: 'quorum', count: 2 } }),
    'workflow/members-unknown',
    'chains.variation.steps.0.agreement',
  ],
  [
    'weights that do not reach the threshold',
    withStep('variation', 0, { agreement: { kind: 'weighted', threshold: 3, weights: { segretario: 2 } } }),
    'workflow/weights-too-low',
    'chains.variation.steps.0.agreement.threshold',
  ],
  [
    'a vote without weight',
    withStep('variation', 0, {
      who: [office('segretario'), office('personale')],
      agreement: { kind: 'weighted', threshold: 2, weights: { segretario: 2 } },
    }),
    'workflow/without-weight',
    'chains.variation.steps.0.who.1',
  ],
  [
    'a weight without vote',
    withStep('variation', 0, {
      agreement: { kind: 'weighted', threshold: 2, weights: { segretario: 2, personale: 1 } },
    }),
    'workflow/weight-of-nobody',
    'chains.variation.steps.0.agreement.weights.personale',
  ],
  [
    'a time-out without term',
    withStep('variation', 0, { onTimeout: [{ after: 1, do: 'remind' }] }),
    'workflow/timeout-without-term',
    'chains.variation.steps.0.onTimeout',
  ],
  [
    'time-outs that do not rise',
    withStep('variation', 0, {
      term: { workingDays: 5 },
      onTimeout: [
        { after: 2, do: 'remind' },
        { after: 2, do: 'escalate', to: office('giunta') },
      ],
    }),
    'workflow/timeouts-not-rising',
    'chains.variation.steps.0.onTimeout.1.after',
  ],
  [
    'something after the silent approval',
    withStep('variation', 0, {
      term: { workingDays: 5 },
      onTimeout: [
        { after: 2, do: 'approve-silently' },
        { after: 3, do: 'remind' },
      ],
    }),
    'workflow/after-the-end',
    'chains.variation.steps.0.onTimeout.1',
  ],
  [
    'the substitute of oneself',
    withStep('variation', 0, { substitute: office('segretario') }),
    'workflow/same-substitute',
    'chains.variation.steps.0.substitute',
  ],
  [
    'a substitute of a transition that takes none',
    withVerb('remove', { substitute: office('vicesegretario') }),
    'workflow/substitute-elsewhere',
    'objective.transitions.1.substitute',
  ],
  [
    'a substitute who pays anyway',
    withVerb('liquidate', { who: [office('personale')], substitute: office('personale') }),
    'workflow/same-substitute',
    'objective.transitions.5.substitute',
  ],
  [
    'an escalation to who is asked already',
    withStep('variation', 0, {
      who: [office('segretario'), office('personale')],
      agreement: { kind: 'all', of: 'offices' },
      substitute: null,
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'escalate', to: office('personale') }],
    }),
    'workflow/already-asked',
    'chains.variation.steps.0.onTimeout.0.to',
  ],
  [
    'a substitute of the time-out who is asked already',
    withStep('variation', 0, {
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'substitute', by: office('segretario') }],
    }),
    'workflow/already-asked',
    'chains.variation.steps.0.onTimeout.0.by',
  ],
  [
    'a step that is independent of itself',
    withStep('variation', 0, { independentOf: ['parere'] }),
    'workflow/not-an-earlier-step',
    'chains.variation.steps.0.independentOf.0',
  ],
  [
    'a step that is independent of none that there is',
    withStep('variation', 1, { independentOf: ['parere', 'altro'] }),
    'workflow/not-an-earlier-step',
    'chains.variation.steps.1.independentOf.1',
  ],
  [
    'a second step for which the only one is left out',
    withChain('variation', [
      step('uno', [office('segretario')]),
      step('due', [office('segretario')]),
      step('delibera', [office('giunta')], { act: { kinds: ['DGC'] } }),
    ]),
    'workflow/too-few-people',
    'chains.variation.steps.1.who',
  ],
  [
    'a third step where two take turns',
    withChain('variation', [
      step('uno', [office('segretario')], { substitute: vice }),
      step('due', [office('segretario')], { substitute: vice }),
      step('tre', [office('segretario')], { substitute: vice }),
      step('delibera', [office('giunta')], { act: { kinds: ['DGC'] } }),
    ]),
    'workflow/too-few-people',
    'chains.variation.steps.2.who',
  ],
  [
    'two of three members, twice',
    withChain('justification', [
      step('uno', [office('nucleo')], { agreement: { kind: 'quorum', count: 2 } }),
      step('due', [office('nucleo')], { agreement: { kind: 'quorum', count: 2 } }),
    ]),
    'workflow/too-few-people',
    'chains.justification.steps.1.who',
  ],
  [
    'a degree that nobody makes definitive',
    {
      ...town,
      objective: {
        states: [...town.objective.states, { id: 'definitive', name: { it: 'Definitivo', en: 'Definitive' } }],
        transitions: [
          ...town.objective.transitions,
          transition('make-definitive', ['rendicontazione-approved'], 'definitive', { who: [] }),
          transition('liquidate', ['definitive'], 'liquidated', { act: { kinds: ['determina'] } }),
        ],
      },
    },
    'workflow/nobody-does',
    'objective.transitions.9',
  ],
  [
    'a rejected report',
    withStep('rendicontazione', 0, { outcomes: ['approve', 'reject'] }),
    'workflow/outcome-not-for-subject',
    'chains.rendicontazione.steps.0.outcomes.1',
  ],
  [
    'an urgent rest longer than any',
    { ...town, objective: { ...town.objective, suspension: { maximumDays: 30, unratifiedDays: 31 } } },
    'workflow/unratified-too-long',
    'objective.suspension.unratifiedDays',
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
  [
    'an outcome that a step offers twice',
    withStep('variation', 1, { outcomes: ['approve', 'return', 'return'] }),
    'workflow/same-id',
    'chains.variation.steps.1.outcomes.2',
  ],
];

describe('checking a workflow definition', () => {
  it('given a body that keeps to the rules, then there is no mistake', () => {
    expect(codes(town)).toEqual([]);
  });

  it.each(shapes)('given %s, then it is a mistake', (_, definition, code, path) => {
    expect(places(definition)).toContainEqual([code, path]);
    expect(codes(definition).filter((found) => found.startsWith('limit/'))).toEqual([]);
  });

  it.each<[string, WorkflowDefinition]>([
    [
      'a chain of which each outcome leads on',
      proposing(
        [validated, transition('return-proposal', ['proposed'], 'draft', byChain)],
        ['approve', 'return', 'reject'],
      ),
    ],
    ['a chain that sends nothing back', proposing([validated])],
    [
      'an act of the run that is written otherwise than that of the payment',
      withStep('premium-run', 2, { act: { kinds: ['decreto', 'Determinazione'] } }),
    ],
    ['an act of the run of any kind', withStep('premium-run', 2, { act: { kinds: [] } })],
    [
      'a degree that is paid definitive or before',
      definitive(
        [transition('make-definitive', ['rendicontazione-approved'], 'definitive')],
        ['rendicontazione-approved', 'definitive'],
      ),
    ],
    [
      'a degree that is definitive once it was paid',
      definitive([
        transition('make-definitive', ['liquidated'], 'definitive'),
        transition('close', ['definitive'], 'closed'),
      ]),
    ],
  ])('given %s, then there is no mistake', (_, definition) => {
    expect(codes(definition)).toEqual([]);
  });

  it('given a life that nothing closes, then that one mistake is told, and not each state that leads nowhere', () => {
    expect(codes(withTransitions((all) => all.filter(({ verb }) => verb !== 'close')))).toEqual([
      'workflow/never-closed',
    ]);
  });

  it('given several mistakes, then all are told', () => {
    const several = withStep(
      'plan',
      0,
      { act: null },
      withStep('justification', 0, { outcomes: ['return'], substitute: vice }),
    );
    expect(codes(several).toSorted()).toEqual([
      'limit/certified-by-others',
      'limit/plan-without-act',
      'workflow/cannot-approve',
    ]);
  });
});

describe('what a definition may be told beside its mistakes', () => {
  const advised = (change: Partial<Transition>) =>
    adviceOn(withVerb('liquidate', change)).map(({ code, path }) => [code, path.join('.')]);
  const told = [['workflow/nobody-pays-instead', 'objective.transitions.5']];

  it('given one office alone that pays, and nobody in its place, then that nobody might be left', () => {
    expect(advised({ who: [office('personale')] })).toEqual(told);
    expect(advised({ who: [office('personale')], substitute: null })).toEqual(told);
    expect(advised({ who: [office('personale')], substitute: vice })).toEqual([]);
    expect(advised({ who: [office('personale'), vice] })).toEqual([]);
    expect(advised({ who: [] })).toEqual([]);
  });
});
