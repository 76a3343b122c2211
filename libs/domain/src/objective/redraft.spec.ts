import {
  after,
  assign,
  define,
  propose,
  redefine,
  remove,
  returnProposal,
  upTo,
  validate,
  withdraw,
} from '../testing/commands.js';
import { archive } from '../testing/example.js';
import { hasBegun } from './redraft.js';
import { usualLifecycle } from './usual-lifecycle.js';

const changed = redefine().objective;
const [first] = archive.shares;
const alone = {
  ...archive,
  shares: archive.shares.slice(0, 1),
  indicators: archive.indicators.map((indicator) => ({ ...indicator, shareIds: [first!.id] })),
  deadlines: archive.deadlines.map((deadline) => ({ ...deadline, shareIds: [first!.id] })),
};

describe('an objective of a draft that another draft replaces', () => {
  it('given that the draft says otherwise, then it is told anew, by the lifecycle that it has', () => {
    const defined = after(define({ workflow: usualLifecycle }));
    const { planId, horizon } = define();
    expect(defined.when(redefine())).toEqual({
      events: [
        { type: 'objective.redefined.v1', data: { planId, objective: changed, horizon, workflow: usualLifecycle } },
      ],
    });
    const fewer = after(define(), redefine({ objective: alone }));
    expect(fewer.state.shares.map(({ shareId }) => shareId)).toEqual([first!.id]);
    expect(fewer.state.objective).toEqual(alone);
  });

  it('given that the draft says the same, then nothing happens; given none yet, then it is defined', () => {
    expect(after(define()).when(redefine({ objective: archive }))).toEqual({ events: [] });
    expect(after().when(redefine())).toMatchObject({ events: [{ type: 'objective.defined.v1' }] });
  });

  it('given that the draft has it no more, then it is as if it had never been, and may come back', () => {
    const gone = after(define(), withdraw());
    expect(gone.state).toMatchObject({ objective: null, planId: null, shares: [], workflow: null });
    expect(gone.when(assign())).toMatchObject({ refusal: 'objective/not-defined' });
    expect(gone.when(withdraw())).toMatchObject({ refusal: 'objective/not-defined' });
    expect(gone.when(define())).toMatchObject({ events: [{ type: 'objective.defined.v1' }] });
    expect(gone.when(redefine())).toMatchObject({ events: [{ type: 'objective.defined.v1' }] });
    expect(gone.when(propose())).toMatchObject({ events: [{ type: 'objective.proposed.v1' }] });
  });

  it('given that it was proposed and validated before, then it is that proposal again, word for word', () => {
    const validated = after(propose(), validate());
    const gone = after(propose(), validate(), define({ objective: changed }), withdraw());
    expect(gone.state).toEqual({ ...validated.state, planId: define().planId });
    expect(gone.when(define())).toMatchObject({ events: [{ type: 'objective.defined.v1' }] });
    expect(gone.when(assign())).toHaveProperty('refusal');
  });

  it('given a proposal that the draft does not have, then it stays with those who judge it', () => {
    expect(after(propose()).when(withdraw())).toEqual({ events: [] });
    expect(after(propose(), returnProposal()).when(redefine())).toMatchObject({ refusal: 'lifecycle/not-allowed' });
  });

  it('given that something was done on it, then no draft takes it away or tells it anew', () => {
    for (const begun of [after(...upTo.assigned), after(define(), remove())]) {
      expect(hasBegun(begun.state)).toBe(true);
      for (const command of [redefine(), withdraw()]) {
        expect(begun.when(command)).toEqual({
          refusal: 'plan/already-begun',
          facts: { plan: define().planId, objective: archive.id },
        });
      }
    }
    expect(hasBegun(after(define()).state)).toBe(false);
    expect(hasBegun(after(propose()).state)).toBe(false);
  });
});
