import { office, town, transition, withTransitions, withVerb } from '../testing/workflow.js';
import { mistakesIn, type Shape } from '../testing/workflow-mistakes.js';
import type { WorkflowDefinition } from './definition.js';

const name = { it: 'x', en: 'x' };
const states = (
  change: (states: WorkflowDefinition['objective']['states']) => WorkflowDefinition['objective']['states'],
) => ({
  ...town,
  objective: { ...town.objective, states: change(town.objective.states) },
});

/** What is changed, what is wrong then, and where. */
const shapes: readonly Shape[] = [
  [
    'two states of one id',
    states((all) => [...all, { id: 'closed', name }]),
    'workflow/same-id',
    'objective.states.9.id',
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
    'an urgent rest longer than any',
    { ...town, objective: { ...town.objective, suspension: { maximumDays: 30, unratifiedDays: 31 } } },
    'workflow/unratified-too-long',
    'objective.suspension.unratifiedDays',
  ],
];

describe('what a lifecycle is made of', () => {
  it.each(shapes)('given %s, then it is a mistake', (_, definition, code, path) => {
    expect(mistakesIn(definition)).toContainEqual([code, path]);
    expect(mistakesIn(definition).filter(([found]) => found.startsWith('limit/'))).toEqual([]);
  });
});
