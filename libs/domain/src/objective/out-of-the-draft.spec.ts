import { currentStep } from '../approval/approval.js';
import { termOf } from '../approval/terms.js';
import {
  after,
  define,
  propose,
  redefine,
  returnProposal,
  validate,
  withdraw,
  withdrawProposal,
} from '../testing/commands.js';
import { archive, judging, nucleo, vice, withTargets } from '../testing/example.js';
import { exampleStaff } from '../testing/staff.js';
import { evolve } from './evolve.js';
import type { ObjectiveEvent } from './messages.js';
import { objectiveStatusOf, type ObjectiveState } from './state.js';
import { usualLifecycle } from './usual-lifecycle.js';

/** A published plan brings in what nobody has judged yet. */
const published = {
  ...usualLifecycle,
  transitions: usualLifecycle.transitions.map((one) =>
    one.verb === 'approve' ? { ...one, from: ['draft', 'proposed', 'validated'] as const } : one,
  ),
};
const planned = { ...published, version: 2 };
const LATER = '2022-08-01T08:00:00.000Z';
const steps = judging.steps.map((step) => ({ ...step, term: { workingDays: 5 }, onTimeout: [] }));
const through = { chain: { ...judging, steps }, workflow: null, staff: exampleStaff };
const proposing = propose({ workflow: published, through });
const agreeing = validate({ chain: through.chain, step: 'proposta', by: vice, staff: exampleStaff });
const inDraft = define({ objective: { ...archive, title: 'Sentieri' }, workflow: planned });
const out = { ...withdraw(), at: LATER };

/** But for the days of the step that waits. */
function withoutSince({ proposal, ...state }: ObjectiveState) {
  const { approval } = proposal!;
  const opening = { ...approval?.opening, since: '', on: '', openedAt: '' };
  return { ...state, proposal: { ...proposal, approval: { ...approval, opening } } };
}

describe('a proposal whose number a draft of the plan took, once another draft has it no more', () => {
  it.each([
    ['proposed', [proposing]],
    ['draft', [proposing, returnProposal({ by: vice, staff: exampleStaff, chain: through.chain })]],
    ['validated', [propose({ workflow: published }), validate()]],
  ] as const)('given that it was %s, then it is that again, under the lifecycle of its own', (status, story) => {
    const before = after(...story);
    const gone = after(...story, inDraft, redefine({ workflow: planned }), out);
    expect(objectiveStatusOf(gone.state)).toBe(status);
    expect(gone.state.objective).toEqual(withTargets);
    expect(gone.state.workflow).toEqual(published);
    expect(gone.state.proposal?.points).toEqual(before.state.proposal?.points);
    expect(gone.when(inDraft)).toHaveProperty('events');
    expect(gone.when(withdrawProposal())).toHaveProperty('events');
  });

  it('given that it was judged, then it goes on at the step where it stood, whose days begin anew', () => {
    const story = [proposing, agreeing] as const;
    const { state } = after(...story);
    const gone = after(...story, inDraft, out);
    expect(withoutSince(gone.state)).toEqual(withoutSince({ ...state, days: gone.state.days! }));
    const approval = gone.state.proposal!.approval!;
    expect(currentStep(approval)?.id).toBe('decisione');
    expect(approval.passed).toEqual(['proposta']);
    expect(termOf(approval, { patronDay: null })).toBe('2022-08-08');
    const last = validate({ chain: through.chain, step: 'decisione', by: nucleo, staff: exampleStaff, at: LATER });
    expect(gone.when(last)).toMatchObject({ events: [{}, {}, {}, { type: 'objective.validated.v1' }] });
  });

  it('given a log of an earlier release, then nobody has agreed for whom nobody had, and no silence is counted', () => {
    const told: ObjectiveEvent = { type: 'objective.withdrawn.v1', data: { planId: 'demo-2022' } };
    const gone = evolve(after(proposing, inDraft).state, told);
    expect(objectiveStatusOf(gone)).toBe('proposed');
    const approval = gone.proposal!.approval!;
    expect([approval.status, approval.passed, termOf(approval, { patronDay: null })]).toEqual(['open', [], null]);
  });

  it('given that a third draft has it again, and a fourth has not, then it is the same', () => {
    const gone = after(proposing, inDraft, out, inDraft, out);
    expect(gone.state.proposal).toEqual(after(proposing, inDraft, out).state.proposal);
  });
});
