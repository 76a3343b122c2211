import { office, town, transition, withStep, withTransitions } from '../../testing/workflow.js';
import { checkWorkflow } from '../check-workflow.js';
import type { WorkflowDefinition } from '../definition.js';
import type { WorkflowMistakeCode } from '../mistake.js';

const known = { roles: ['responsabile'] };
const codes = (definition: WorkflowDefinition) => checkWorkflow(definition, known).map(({ code }) => code);
const places = (definition: WorkflowDefinition) =>
  checkWorkflow(definition, known).map(({ code, path }) => [code, path.join('.')]);

const vice = office('vicesegretario');
const days = { workingDays: 10 };
const terms = { results: 51, hearingBelow: 60, observations: days, conciliation: days };

/** What is changed, which limit that breaks, and where. */
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
    'objective.transitions.9.from.0',
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
    'a payment that the accounting service signs alone, which checks it',
    withStep('premium-run', 2, { who: [office('ragioneria')] }),
    'limit/liquidation-by-accounting',
    'chains.premium-run.steps.2.who',
  ],
  [
    'a payment that the Giunta signs',
    withStep('premium-run', 2, { who: [office('giunta')] }),
    'limit/liquidation-by-political-body',
    'chains.premium-run.steps.2.who',
  ],
  [
    'a payment that whoever has the role of the Giunta signs',
    withStep('premium-run', 2, { who: [{ role: 'giunta' }] }),
    'limit/liquidation-by-political-body',
    'chains.premium-run.steps.2.who',
  ],
  [
    'a payment that the Giunta signs where who should is paid',
    withStep('premium-run', 2, { substitute: office('giunta') }),
    'limit/liquidation-by-political-body',
    'chains.premium-run.steps.2.substitute',
  ],
  [
    'a payment that the Giunta signs where who should is silent',
    withStep('premium-run', 2, {
      term: { workingDays: 5 },
      onTimeout: [{ after: 1, do: 'substitute', by: office('giunta') }],
    }),
    'limit/liquidation-by-political-body',
    'chains.premium-run.steps.2.onTimeout.0.by',
  ],
  [
    'a payment that the Giunta makes',
    withTransitions((all) => all.map((one) => (one.verb === 'liquidate' ? { ...one, who: [office('giunta')] } : one))),
    'limit/liquidation-by-political-body',
    'objective.transitions.5.who',
  ],
  [
    'a payment that the Giunta makes where who should is paid',
    withTransitions((all) =>
      all.map((one) => (one.verb === 'liquidate' ? { ...one, substitute: office('giunta') } : one)),
    ),
    'limit/liquidation-by-political-body',
    'objective.transitions.5.substitute',
  ],
  [
    'a payment that whoever answers for the share makes where who should is paid',
    withTransitions((all) =>
      all.map((one) => (one.verb === 'liquidate' ? { ...one, substitute: { relation: 'assignee' } } : one)),
    ),
    'limit/own-control',
    'objective.transitions.5.substitute',
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
  [
    'results that weigh no more than behaviours',
    { ...town, evaluations: { ...terms, results: 50 } },
    'limit/results-outweighed',
    'evaluations.results',
  ],
];

describe('what no body’s file may change', () => {
  it.each(limits)('given %s, then the law does not allow it', (_, definition, code, path) => {
    expect(places(definition)).toContainEqual([code, path]);
  });

  it('given a silence that is not allowed, then it is told whose, also where it is the substitute’s', () => {
    const silent = { term: days, onTimeout: [{ after: 1, do: 'approve-silently' }] } as const;
    const whose = (definition: WorkflowDefinition) =>
      checkWorkflow(definition, known).flatMap(({ code, facts }) => (code.startsWith('limit/silent') ? [facts] : []));
    const who = [{ relation: 'other-areas' }] as const;
    const substituted = { ...silent, who, substitute: { role: 'responsabile' } } as const;
    expect(whose(withStep('justification', 0, substituted))).toMatchObject([{ who: 'role responsabile' }]);
    expect(whose(withStep('justification', 0, silent))).toMatchObject([{ who: 'nucleo' }]);
    expect(whose(withStep('plan', 0, silent))).toMatchObject([{ who: 'giunta' }]);
  });

  it('given results that weigh more than half, then they may', () => {
    expect(codes({ ...town, evaluations: terms })).not.toContain('limit/results-outweighed');
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
