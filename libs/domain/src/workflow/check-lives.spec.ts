import {
  after,
  close,
  define,
  liquidate,
  propose,
  remove,
  reopen,
  resume,
  secretaryToTheEnd,
  suspend,
  upTo,
  validate,
} from '../testing/commands.js';
import { REGISTRY } from '../testing/example.js';
import {
  proposing,
  SENT_BACK,
  town,
  transition,
  VALIDATED,
  withMore,
  withTransitions,
  withVerb,
} from '../testing/workflow.js';
import { mistakesIn } from '../testing/workflow-mistakes.js';
import { lifecycleStateOf } from '../objective/standing.js';
import { possibleOn } from '../objective/transitions.js';
import { usualLifecycle } from '../objective/usual-lifecycle.js';
import { checkWorkflow } from './check-workflow.js';
import type { WorkflowDefinition } from './definition.js';
import type { LifecycleState, LifecycleVerb } from './lifecycle.js';
import { livesUnder } from './lives.js';

const without = (verb: LifecycleVerb) => withTransitions((all) => all.filter((one) => one.verb !== verb));
const definitive = (from: readonly LifecycleState[], definition: WorkflowDefinition) =>
  withMore(['definitive'], [transition('make-definitive', from, 'definitive')], definition);
const last = (definition: WorkflowDefinition): WorkflowDefinition => ({
  ...definition,
  objective: { ...definition.objective, states: [...definition.objective.states].toReversed() },
});

/** A definition, what keeps a share in it, and what would lead on. */
const stuck: readonly (readonly [string, WorkflowDefinition, LifecycleState, LifecycleVerb])[] = [
  ['what was paid is not closed', withVerb('close', { from: ['removed'] }), 'liquidated', 'close'],
  [
    'what was paid is closed only as definitive, and stays what was paid',
    definitive(['liquidated'], withVerb('close', { from: ['removed', 'definitive'] })),
    'liquidated',
    'close',
  ],
  ['what was taken out is not closed', withVerb('close', { from: ['liquidated'] }), 'removed', 'close'],
  ['a share of a plan is nobody’s', without('assign'), 'approved', 'assign'],
  [
    'a share is nobody’s, and would be acknowledged all the same',
    withVerb('acknowledge', { from: ['approved', 'assigned'] }, without('assign')),
    'approved',
    'assign',
  ],
  ['nobody takes note of a share', withVerb('acknowledge', { from: ['approved'] }), 'assigned', 'acknowledge'],
  [
    'nobody reports',
    withVerb('submit-rendicontazione', { from: ['rendicontazione-returned'] }),
    'in-progress',
    'submit-rendicontazione',
  ],
  [
    'no report is handed in again',
    withVerb('submit-rendicontazione', { from: ['in-progress'] }),
    'rendicontazione-returned',
    'submit-rendicontazione',
  ],
  ['no report passes', without('approve-rendicontazione'), 'rendicontazione-submitted', 'approve-rendicontazione'],
  [
    'only a reopening lets a definitive degree be paid',
    definitive(['rendicontazione-approved'], town),
    'definitive',
    'liquidate',
  ],
  [
    'a rest has no end',
    withMore(['suspended'], [transition('suspend', ['in-progress'], 'suspended')]),
    'suspended',
    'resume',
  ],
  [
    'what a chain has validated comes into no plan',
    proposing([VALIDATED], ['approve'], ['draft', 'proposed']),
    'validated',
    'approve',
  ],
  [
    'what was validated comes into a plan only by going back',
    proposing(
      [VALIDATED, transition('return-proposal', ['proposed', 'validated'], 'draft', { who: [] })],
      ['approve', 'return'],
      ['draft', 'proposed'],
    ),
    'validated',
    'approve',
  ],
  [
    'nobody proposes what is a draft',
    withVerb('propose', { from: ['validated'] }, proposing([VALIDATED], ['approve'], ['validated'])),
    'draft',
    'propose',
  ],
];

describe('every life of a share, played through', () => {
  it.each(stuck)('given that %s, then that alone is told, with what would lead on', (_, definition, state, verb) => {
    const index = definition.objective.states.findIndex(({ id }) => id === state);
    // a state from which the verb never begins is told as such
    const keeping = checkWorkflow(definition, { roles: [] }).filter(({ code }) => code !== 'workflow/never-from');
    expect(keeping).toMatchObject([
      { code: 'workflow/dead-end', path: ['objective', 'states', index], facts: { state, verb } },
    ]);
  });

  it('given two that keep a share, then both are told', () => {
    const two = withTransitions((all) =>
      all.flatMap((one) =>
        one.verb === 'assign' ? [] : [one.verb === 'close' ? { ...one, from: ['removed' as const] } : one],
      ),
    );
    expect(mistakesIn(two)).toEqual([
      ['workflow/dead-end', 'objective.states.0'],
      ['workflow/dead-end', 'objective.states.6'],
    ]);
  });

  it('given that what comes after keeps it too, then what leads on is told of each', () => {
    const body = withVerb('close', { from: ['removed'] }, proposing([VALIDATED], ['approve'], ['draft', 'proposed']));
    expect(checkWorkflow(body, { roles: [] }).map(({ facts }) => facts)).toEqual([
      { state: 'validated', verb: 'approve', to: 'approved' },
      { state: 'liquidated', verb: 'close', to: 'closed' },
    ]);
  });

  it('given a state that keeps a share and is not listed, then that is told where the transitions are', () => {
    const unlisted = withTransitions((all) => all.filter(({ verb }) => verb !== 'assign' && verb !== 'remove'));
    const objective = {
      ...unlisted.objective,
      states: unlisted.objective.states.filter(({ id }) => id !== 'approved'),
    };
    expect(mistakesIn({ ...unlisted, objective })).toContainEqual(['workflow/dead-end', 'objective.transitions']);
  });

  it('given a life that nothing closes, then that one mistake is told, and not each state that leads nowhere', () => {
    expect(mistakesIn(without('close'))).toEqual([['workflow/never-closed', 'objective.transitions']]);
  });

  it('given a chain that cannot validate what is proposed, then that is told once', () => {
    const draft = transition('validate', ['draft'], 'validated', { who: [] });
    for (const from of [['draft', 'proposed', 'validated'], ['validated']] as const)
      expect(mistakesIn(proposing([draft], ['approve'], from))).toEqual([
        ['workflow/way-missing', 'objective.transitions'],
      ]);
  });

  it('given a verb left out without which several states are never come to, then that is one mistake', () => {
    const proposed = proposing([VALIDATED], ['approve'], ['draft', 'proposed', 'validated']);
    const { objective } = proposed;
    const transitions = objective.transitions.filter(({ verb }) => verb !== 'propose');
    const nobody = { ...proposed, objective: { ...objective, transitions } };
    expect(checkWorkflow(nobody, { roles: ['responsabile'] })).toEqual([
      expect.objectContaining({
        code: 'workflow/way-missing',
        path: ['objective', 'transitions'],
        facts: { case: 'leftOut', verb: 'propose', state: 'draft', to: 'proposed', states: 'proposed, validated' },
      }),
    ]);
  });

  it('given a state that nothing leads to, then it is told', () => {
    expect(mistakesIn(without('remove'))).toEqual([['workflow/unreachable-state', 'objective.states.2']]);
    expect(mistakesIn(definitive(['approved'], town))).toEqual([
      ['workflow/never-from', 'objective.transitions.9.from.0'],
      ['workflow/unreachable-state', 'objective.states.9'],
    ]);
  });

  it('given that an objective begins in another state than the first, then that is told', () => {
    expect(mistakesIn(last(town))).toEqual([['workflow/unreachable-state', 'objective.states.8']]);
    expect(mistakesIn(last(proposing([VALIDATED])))).toEqual([['workflow/unreachable-state', 'objective.states.11']]);
  });

  it.each<[string, WorkflowDefinition]>([
    [
      'a degree that is paid definitive or before',
      definitive(
        ['rendicontazione-approved'],
        withVerb('liquidate', { from: ['rendicontazione-approved', 'definitive'] }),
      ),
    ],
    ['a degree that is definitive once it was paid', definitive(['liquidated'], town)],
    ['proposals that are put into a plan unjudged', proposing([VALIDATED, SENT_BACK])],
    ['a body that pays nothing', withVerb('close', { from: ['removed', 'rendicontazione-approved'] }, unpaid())],
  ])('given %s, then there is no mistake', (_, definition) => {
    expect(mistakesIn(definition)).toEqual([]);
  });
});

function unpaid(): WorkflowDefinition {
  const { objective } = without('liquidate');
  return { ...town, objective: { ...objective, states: objective.states.filter(({ id }) => id !== 'liquidated') } };
}

describe('what is played, beside the engine', () => {
  const under = (verb: LifecycleVerb, from: readonly LifecycleState[]) => ({
    ...usualLifecycle,
    transitions: usualLifecycle.transitions.map((one) => (one.verb === verb ? { ...one, from } : one)),
  });
  const paid = [...upTo.liquidated.slice(1), ...secretaryToTheEnd];

  it('given a close that does not begin from what was paid, then the engine closes nothing that was paid, as is told', () => {
    const workflow = under('close', ['removed', 'definitive']);
    expect(after(define({ workflow }), ...paid).when(close())).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { state: 'liquidated', verb: 'close' },
    });
  });

  it('given a plan that takes what is not validated, then the engine takes nothing that is, as is told', () => {
    const workflow = under('approve', ['draft', 'proposed']);
    expect(after(propose({ workflow }), validate()).when(define({ workflow }))).toMatchObject({
      refusal: 'lifecycle/not-allowed',
      facts: { state: 'validated', verb: 'approve' },
    });
  });

  it('given any moment of these stories, then the engine says possible what is played from there', () => {
    const played = livesUnder(usualLifecycle.transitions, ['draft', 'approved']).map(({ state, ways }) =>
      [state, ...[...ways.keys()].map(({ verb }) => verb)].join(' '),
    );
    const stories = [
      [propose(), validate(), define()],
      [...upTo.liquidated, ...secretaryToTheEnd, close(), reopen()],
      [...upTo.acknowledged, suspend(), resume()],
      [...upTo.assigned, suspend(), remove()],
    ];
    for (const story of stories) {
      for (const many of story.keys()) {
        const { state } = after(...story.slice(0, many + 1));
        const share = state.shares.find(({ shareId }) => shareId === REGISTRY);
        if (share === undefined) throw new Error('the story has no such share');
        const possible = possibleOn(state, share).map(({ verb }) => verb);
        // a degree is given as soon as there is a report that passed
        if (share.score === null && share.rendicontazione?.status === 'approved') continue;
        // it is closed with the others; and who proposed it may take it back, which no file need say
        const alone = possible.filter((verb) => verb !== 'close' && verb !== 'withdraw-proposal');
        const words = [lifecycleStateOf(state, share), ...alone].join(' ');
        // which step waits, and what it may answer, is not played
        const among = played.map((one) => one.replace(/ close\b/, ''));
        const returning = among.map((one) => one.replace(/ return-rendicontazione\b/, ''));
        expect([...among, ...returning]).toContain(words);
      }
    }
    expect(after(...upTo.liquidated).when(liquidate())).toMatchObject({ refusal: 'objective/already-liquidated' });
  });
});
