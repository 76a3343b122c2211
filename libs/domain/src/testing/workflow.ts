import type { ChainDefinition, Outcome, Participant, StepDefinition } from '../workflow/chain-definition.js';
import type { ApprovalSubject, WorkflowDefinition } from '../workflow/definition.js';
import type { LifecycleState, LifecycleVerb, Transition } from '../workflow/lifecycle.js';

const label = (text: string) => ({ it: text, en: text });

export const office = (id: string): Participant => ({ office: id });

export function step(id: string, who: readonly Participant[], more: Partial<StepDefinition> = {}): StepDefinition {
  const outcomes: readonly Outcome[] = ['approve', 'return'];
  const none = { substitute: null, term: null, onTimeout: [], act: null } as const;
  return { id, name: label(id), who, agreement: { kind: 'one' }, order: 'parallel', outcomes, ...none, ...more };
}

export function transition(
  verb: LifecycleVerb,
  from: readonly LifecycleState[],
  to: LifecycleState,
  more: Partial<Transition> = {},
): Transition {
  return { verb, from, to, who: [office('segretario')], act: null, ...more };
}

const chainOf = (id: ApprovalSubject, steps: readonly StepDefinition[]): ChainDefinition => ({ id, version: 1, steps });

const vice = office('vicesegretario');
const ACT = { kinds: ['DGC'] };
const BY_ASSIGNEE = { who: [{ relation: 'assignee' }] } as const;

/** A small body whose definition has no mistake. */
export const town: WorkflowDefinition = {
  id: 'borgo',
  version: 1,
  name: label('Borgo'),
  offices: [
    { id: 'segretario', function: 'segretario', names: [] },
    { id: 'vicesegretario', function: 'segretario-substitute', names: [] },
    { id: 'nucleo', function: 'evaluation-body', members: 3, names: [] },
    { id: 'giunta', function: 'political-body', names: [] },
    { id: 'personale', function: 'personnel', names: [] },
    { id: 'ragioneria', function: 'accounting', names: [] },
  ],
  objective: {
    states: [
      { id: 'approved', name: label('Approvato') },
      { id: 'in-progress', name: label('In corso') },
      { id: 'removed', name: label('Stralciato') },
      { id: 'rendicontazione-submitted', name: label('Rendicontato') },
      { id: 'rendicontazione-returned', name: label('In integrazione') },
      { id: 'rendicontazione-approved', name: label('Approvata') },
      { id: 'liquidated', name: label('Liquidato') },
      { id: 'closed', name: label('Chiuso') },
      { id: 'assigned', name: label('Assegnato') },
    ],
    transitions: [
      transition('acknowledge', ['assigned'], 'in-progress', BY_ASSIGNEE),
      transition('remove', ['approved', 'in-progress'], 'removed', { who: [office('giunta')], act: ACT }),
      transition(
        'submit-rendicontazione',
        ['in-progress', 'rendicontazione-returned'],
        'rendicontazione-submitted',
        BY_ASSIGNEE,
      ),
      transition('return-rendicontazione', ['rendicontazione-submitted'], 'rendicontazione-returned', { who: [] }),
      transition('approve-rendicontazione', ['rendicontazione-submitted'], 'rendicontazione-approved', { who: [] }),
      transition('liquidate', ['rendicontazione-approved'], 'liquidated', { act: { kinds: ['determina'] } }),
      transition('close', ['removed', 'liquidated'], 'closed'),
      transition('reopen', ['closed'], 'rendicontazione-submitted', { act: ACT }),
      transition('assign', ['approved'], 'assigned'),
    ],
  },
  chains: {
    plan: chainOf('plan', [step('delibera', [office('giunta')], { act: ACT })]),
    variation: chainOf('variation', [
      step('parere', [office('segretario')], { substitute: vice }),
      step('delibera', [office('giunta')], { act: ACT }),
    ]),
    rendicontazione: chainOf('rendicontazione', [
      step('verifica', [office('segretario')], { substitute: vice }),
      step('certificazione', [office('nucleo')], {
        agreement: { kind: 'quorum', count: 2 },
        outcomes: ['approve', 'return', 'correct-degree'],
      }),
      step('presa-d-atto', [office('giunta')], { act: ACT, outcomes: ['approve'] }),
    ]),
    justification: chainOf('justification', [step('decisione', [office('nucleo')])]),
    evaluation: chainOf('evaluation', [
      step('proposta', [office('nucleo')]),
      step('contraddittorio', [{ relation: 'assignee' }], {
        term: { workingDays: 10 },
        onTimeout: [{ after: 0, do: 'approve-silently' }],
      }),
      step('valutazione', [office('segretario')], { substitute: office('giunta') }),
    ]),
    'premium-run': chainOf('premium-run', [
      step('proposta', [office('personale')], { substitute: vice }),
      step('controllo', [office('ragioneria')], { substitute: office('segretario') }),
      step('liquidazione', [office('segretario')], { substitute: vice, act: { kinds: ['determina'] } }),
    ]),
  },
};

/** The same with one step otherwise. */
export function withStep(
  subject: ApprovalSubject,
  index: number,
  more: Partial<StepDefinition>,
  definition: WorkflowDefinition = town,
): WorkflowDefinition {
  const steps = (definition.chains[subject]?.steps ?? []).map((old, at) => (at === index ? { ...old, ...more } : old));
  return { ...definition, chains: { ...definition.chains, [subject]: chainOf(subject, steps) } };
}

/** The same with other transitions. */
export function withTransitions(
  change: (transitions: readonly Transition[]) => readonly Transition[],
): WorkflowDefinition {
  return { ...town, objective: { ...town.objective, transitions: change(town.objective.transitions) } };
}

/** The same with one verb otherwise. */
export function withVerb(
  verb: LifecycleVerb,
  change: Partial<Transition>,
  definition: WorkflowDefinition = town,
): WorkflowDefinition {
  const transitions = definition.objective.transitions.map((one) => (one.verb === verb ? { ...one, ...change } : one));
  return { ...definition, objective: { ...definition.objective, transitions } };
}

/** The same with more of a life. */
export function withMore(
  states: readonly LifecycleState[],
  transitions: readonly Transition[],
  definition: WorkflowDefinition = town,
): WorkflowDefinition {
  const { objective } = definition;
  const named = states.map((id) => ({ id, name: label(id) }));
  return {
    ...definition,
    objective: { states: [...objective.states, ...named], transitions: [...objective.transitions, ...transitions] },
  };
}

/** A body whose objectives are proposed, and pass a chain before they are in a plan. */
export function proposing(
  transitions: readonly Transition[],
  outcomes: readonly Outcome[] = ['approve'],
  from: readonly LifecycleState[] = ['draft', 'proposed', 'validated'],
): WorkflowDefinition {
  const judged = [step('coerenza', [office('segretario')], { substitute: vice, outcomes })];
  const all = withMore(
    ['draft', 'proposed', 'validated'],
    [
      transition('propose', ['draft'], 'proposed'),
      transition('approve', from, 'approved', { who: [] }),
      ...transitions,
    ],
    { ...town, chains: { ...town.chains, objective: chainOf('objective', judged) } },
  );
  const { states } = all.objective;
  return { ...all, objective: { ...all.objective, states: [...states.slice(-3), ...states.slice(0, -3)] } };
}

/** How a chain validates, and sends back. */
export const VALIDATED = transition('validate', ['proposed'], 'validated', { who: [] });
export const SENT_BACK = transition('return-proposal', ['proposed'], 'draft', { who: [] });
