import {
  office,
  proposing,
  step,
  town,
  transition,
  VALIDATED,
  SENT_BACK,
  withStep,
  withTransitions,
} from '../testing/workflow.js';
import { mistakesIn, type Shape } from '../testing/workflow-mistakes.js';
import type { StepDefinition } from './chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from './definition.js';

const name = { it: 'x', en: 'x' };
const vice = office('vicesegretario');
const withChain = (subject: ApprovalSubject, steps: readonly StepDefinition[]): WorkflowDefinition => ({
  ...town,
  chains: { ...town.chains, [subject]: { id: subject, version: 1, steps } },
});

/** What is changed, what is wrong then, and where. */
const shapes: readonly Shape[] = [
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
    'a proposal that is sent back nowhere',
    proposing([VALIDATED], ['approve', 'return']),
    'workflow/return-leads-nowhere',
    'chains.objective.steps.0.outcomes.1',
  ],
  [
    'a proposal that is rejected while only what was validated may be sent back',
    proposing([VALIDATED, transition('return-proposal', ['validated'], 'draft', { who: [] })], ['approve', 'reject']),
    'workflow/return-leads-nowhere',
    'chains.objective.steps.0.outcomes.1',
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
    'a rejected report',
    withStep('rendicontazione', 0, { outcomes: ['approve', 'reject'] }),
    'workflow/outcome-not-for-subject',
    'chains.rendicontazione.steps.0.outcomes.1',
  ],
  [
    'an outcome that a step offers twice',
    withStep('variation', 1, { outcomes: ['approve', 'return', 'return'] }),
    'workflow/same-id',
    'chains.variation.steps.1.outcomes.2',
  ],
];

describe('checking the steps of a chain', () => {
  it.each(shapes)('given %s, then it is a mistake', (_, definition, code, path) => {
    expect(mistakesIn(definition)).toContainEqual([code, path]);
    expect(mistakesIn(definition).filter(([found]) => found.startsWith('limit/'))).toEqual([]);
  });

  it.each([
    ['a chain of which each outcome leads on', proposing([VALIDATED, SENT_BACK], ['approve', 'return', 'reject'])],
    ['a chain that sends nothing back', proposing([VALIDATED])],
  ])('given %s, then there is no mistake', (_, definition) => {
    expect(mistakesIn(definition)).toEqual([]);
  });
});
