import { office, step, town, transition, withStep, withTransitions } from '../testing/workflow.js';
import { checkWorkflow } from './check-workflow.js';
import type { StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';
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
const name = { it: 'x', en: 'x' };
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
    'two states of one id',
    states((all) => [...all, { id: 'closed', name }]),
    'workflow/same-id',
    'objective.states.8.id',
  ],
  [
    'two steps of one id',
    withStep('variation', 1, { id: 'parere' }),
    'workflow/same-id',
    'chains.variation.steps.1.id',
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
    'objective.states.8',
  ],
  [
    'a state that leads nowhere',
    withTransitions((all) => all.map((one) => (one.verb === 'close' ? { ...one, from: ['liquidated'] } : one))),
    'workflow/dead-end',
    'objective.states.2',
  ],
  [
    'a transition to no state',
    withTransitions((all) => [...all, transition('make-definitive', ['closed'], 'definitive')]),
    'workflow/unknown-state',
    'objective.transitions.8.to',
  ],
  [
    'a transition from no state',
    withTransitions((all) => [...all, transition('close', ['definitive'], 'closed')]),
    'workflow/unknown-state',
    'objective.transitions.8.from.0',
  ],
  [
    'a verb that leads elsewhere',
    withTransitions((all) => [...all, transition('suspend', ['in-progress'], 'approved')]),
    'workflow/verb-leads-elsewhere',
    'objective.transitions.8.to',
  ],
  [
    'one verb to two places',
    withTransitions((all) => [...all, transition('reopen', ['closed'], 'in-progress', { act: { kinds: ['DGC'] } })]),
    'workflow/ambiguous-transition',
    'objective.transitions.8.from.0',
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
    'objective.transitions.8',
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
];

/** The same for what no body's file may change. */
const limits: readonly (readonly [string, WorkflowDefinition, WorkflowMistakeCode, string])[] = [
  [
    'no chain for reports',
    { ...withTransitions((all) => all.map((one) => ({ ...one, who: [office('segretario')] }))), chains: {} },
    'limit/not-certified',
    'chains',
  ],
  [
    'a chain without evaluation body',
    withStep('rendicontazione', 1, { who: [office('giunta')], agreement: { kind: 'one' }, outcomes: ['approve'] }),
    'limit/not-certified',
    'chains.rendicontazione.steps',
  ],
  [
    'a payment past the certification',
    withTransitions((all) =>
      all.map((one) =>
        one.verb === 'liquidate' ? { ...one, from: ['in-progress', 'rendicontazione-approved'] } : one,
      ),
    ),
    'limit/paid-before-certified',
    'objective.transitions.5.from.0',
  ],
  [
    'the Segretario beside the Nucleo, one of whom is enough',
    withStep('justification', 0, { who: [office('nucleo'), office('segretario')] }),
    'limit/certified-by-others',
    'chains.justification.steps.0.who.1',
  ],
  [
    'a substitute of the Nucleo',
    withStep('justification', 0, { substitute: vice }),
    'limit/certified-by-others',
    'chains.justification.steps.0.substitute',
  ],
  [
    'somebody who steps in for a late Nucleo',
    withStep('justification', 0, { term: { workingDays: 5 }, onTimeout: [{ after: 1, do: 'substitute', by: vice }] }),
    'limit/certified-by-others',
    'chains.justification.steps.0.onTimeout.0.by',
  ],
  [
    'a degree that the Segretario corrects',
    withStep('rendicontazione', 0, { outcomes: ['approve', 'correct-degree'] }),
    'limit/degree-corrected-by-others',
    'chains.rendicontazione.steps.0.outcomes.1',
  ],
  ['a plan without act', withStep('plan', 0, { act: null }), 'limit/plan-without-act', 'chains.plan.steps.0'],
  [
    'a plan that the Segretario decides',
    withStep('plan', 0, { who: [office('segretario')] }),
    'limit/plan-without-act',
    'chains.plan.steps.0',
  ],
  [
    'a variation without act',
    withStep('variation', 1, { act: null }),
    'limit/variation-without-act',
    'chains.variation.steps.1',
  ],
  [
    'a removal without act',
    withTransitions((all) => all.map((one) => (one.verb === 'remove' ? { ...one, act: null } : one))),
    'limit/removal-without-act',
    'objective.transitions.1',
  ],
  [
    'a removal by the Segretario',
    withTransitions((all) => all.map((one) => (one.verb === 'remove' ? { ...one, who: [office('segretario')] } : one))),
    'limit/removal-without-act',
    'objective.transitions.1.who',
  ],
  [
    'a removed objective that goes on',
    withTransitions((all) => [...all, transition('resume', ['removed'], 'in-progress')]),
    'limit/removal-leaves-report',
    'objective.transitions.8.from.0',
  ],
  [
    'a reopening without act',
    withTransitions((all) => all.map((one) => (one.verb === 'reopen' ? { ...one, act: null } : one))),
    'limit/reopening-without-act',
    'objective.transitions.7',
  ],
  [
    'a payment without act',
    withStep('premium-run', 2, { act: null }),
    'limit/liquidation-without-act',
    'chains.premium-run.steps',
  ],
  [
    'a payment that the Giunta signs',
    withStep('premium-run', 2, { who: [office('giunta')] }),
    'limit/liquidation-by-political-body',
    'chains.premium-run.steps.2.who',
  ],
  [
    'a payment that accounting never saw',
    withStep('premium-run', 1, { who: [office('personale')] }),
    'limit/liquidation-not-checked',
    'chains.premium-run.steps',
  ],
  [
    'a payment without a chain',
    { ...town, chains: Object.fromEntries(Object.entries(town.chains).filter(([id]) => id !== 'premium-run')) },
    'limit/liquidation-not-checked',
    'chains',
  ],
  [
    'a check of the payment by who proposed it',
    withStep('premium-run', 1, { independentOf: 'nobody' }),
    'limit/same-person',
    'chains.premium-run.steps.1.independentOf',
  ],
  [
    'a signature by who checked',
    withStep('premium-run', 2, { independentOf: ['proposta'] }),
    'limit/same-person',
    'chains.premium-run.steps.2.independentOf',
  ],
  [
    'a certification by who verified',
    withStep('rendicontazione', 1, { independentOf: 'nobody' }),
    'limit/same-person',
    'chains.rendicontazione.steps.1.independentOf',
  ],
  [
    'an act of the Giunta that another office gives',
    withStep('plan', 0, {
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'escalate', to: office('segretario') }],
    }),
    'limit/act-by-others',
    'chains.plan.steps.0.onTimeout.0.to',
  ],
  [
    'a silent Nucleo',
    withStep('justification', 0, { term: { workingDays: 5 }, onTimeout: [{ after: 1, do: 'approve-silently' }] }),
    'limit/silent-evaluation-body',
    'chains.justification.steps.0.onTimeout.0',
  ],
  [
    'a silent role, which may be the Nucleo’s',
    withStep('variation', 0, {
      who: [{ role: 'responsabile' }],
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'approve-silently' }],
    }),
    'limit/silent-evaluation-body',
    'chains.variation.steps.0.onTimeout.0',
  ],
  [
    'a silent Giunta',
    withStep('plan', 0, { term: { workingDays: 5 }, onTimeout: [{ after: 1, do: 'approve-silently' }] }),
    'limit/silent-political-body',
    'chains.plan.steps.0.onTimeout.0',
  ],
  [
    'a silent act',
    withStep('variation', 0, {
      act: { kinds: ['determina'] },
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'approve-silently' }],
    }),
    'limit/silent-act',
    'chains.variation.steps.0.onTimeout.0',
  ],
  [
    'a silent judgement',
    withStep('evaluation', 2, {
      substitute: vice,
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'approve-silently' }],
    }),
    'limit/silent-evaluation',
    'chains.evaluation.steps.2.onTimeout.0',
  ],
  [
    'a silent payment',
    withStep('premium-run', 0, { term: { workingDays: 5 }, onTimeout: [{ after: 1, do: 'approve-silently' }] }),
    'limit/silent-evaluation',
    'chains.premium-run.steps.0.onTimeout.0',
  ],
  [
    'a Segretario without substitute',
    withStep('rendicontazione', 0, { substitute: null }),
    'limit/no-substitute',
    'chains.rendicontazione.steps.0',
  ],
  [
    'a signer without substitute',
    withStep('premium-run', 2, { substitute: null }),
    'limit/no-substitute',
    'chains.premium-run.steps.2',
  ],
  [
    'a report that whoever wrote it verifies',
    withStep('rendicontazione', 0, { who: [{ relation: 'assignee' }] }),
    'limit/own-control',
    'chains.rendicontazione.steps.0.who.0',
  ],
  [
    'a variation that whoever asked for it may decide',
    withStep('variation', 0, { substitute: { relation: 'proposer' } }),
    'limit/own-control',
    'chains.variation.steps.0.substitute',
  ],
  [
    'a judgement without hearing',
    withStep('evaluation', 1, { who: [office('personale')], substitute: vice, onTimeout: [] }),
    'limit/not-heard',
    'chains.evaluation.steps',
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

  it.each(limits)('given %s, then the law does not allow it', (_, definition, code, path) => {
    expect(places(definition)).toContainEqual([code, path]);
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

  it('given the Segretario beside the Nucleo where all must agree, then it may be', () => {
    const both = {
      who: [office('nucleo'), office('segretario')],
      agreement: { kind: 'all', of: 'offices' },
      substitute: null,
    } as const;
    expect(codes(withStep('variation', 0, both))).toEqual([]);
  });

  it('given a body that pays nothing, then no accounting service need check it', () => {
    const { 'premium-run': _, ...chains } = town.chains;
    const unpaid = withTransitions((all) =>
      all.map((one) => (one.verb === 'liquidate' ? transition('close', one.from, 'closed') : one)),
    );
    const states = town.objective.states.filter(({ id }) => id !== 'liquidated');
    const transitions = unpaid.objective.transitions.map((one) =>
      one.to === 'closed' && one.from.includes('removed') ? { ...one, from: ['removed' as const] } : one,
    );
    expect(codes({ ...unpaid, objective: { states, transitions }, chains })).toEqual([]);
  });

  it('given steps that say of whom they are independent, then they may', () => {
    const named = withStep('rendicontazione', 1, { independentOf: ['verifica'] });
    expect(codes(withStep('rendicontazione', 2, { independentOf: 'nobody' }, named))).toEqual([]);
    expect(codes(withStep('premium-run', 2, { independentOf: ['controllo', 'proposta'] }))).toEqual([]);
  });

  it('given a step that is independent of one that there is not, then that alone is wrong: one is meant', () => {
    expect(codes(withStep('premium-run', 1, { independentOf: ['propsta'] }))).toEqual(['workflow/not-an-earlier-step']);
    expect(codes(withStep('premium-run', 2, { independentOf: ['propsta'] }))).toEqual([
      'workflow/not-an-earlier-step',
      'limit/same-person',
    ]);
  });

  it('given a verification in which several may act, then it needs no substitute', () => {
    expect(
      codes(withStep('rendicontazione', 0, { who: [office('segretario'), office('personale')], substitute: null })),
    ).toEqual([]);
  });

  it('given a person who is heard, then silence is an answer of theirs', () => {
    expect(town.chains.evaluation?.steps[1]?.onTimeout).toEqual([{ after: 0, do: 'approve-silently' }]);
    expect(codes(town)).toEqual([]);
  });
});
