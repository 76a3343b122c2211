import type { ObjectiveState } from '../objective/state.js';
import { plan } from './plan.js';
import { weightByArea } from './weights.js';
import { given, eventsOf } from '../testing.js';
import { alarm, upTo } from '../testing/commands.js';
import { ACT, document, MORNING, staff } from '../testing/example.js';
import type { PlanChange } from '../variation/changes.js';
import { AUGUST, moveDraft, reword, addObjective, remove, stateAfter, addShare } from '../testing/variation.js';

describe('a plan that is varied', () => {
  const issued = { by: staff, at: MORNING };
  const inForce = given(plan)(
    ...eventsOf(
      plan,
      { type: 'plan.draft', planId: '2022', document, ...issued },
      { type: 'plan.approve', act: ACT, ...issued },
      { type: 'plan.enter-into-force', from: '2022-01-01', ...issued },
    ),
  );
  const vary = (changes: readonly PlanChange[], state: ObjectiveState = stateAfter(...upTo.acknowledged)) =>
    ({
      type: 'plan.vary',
      variationId: '2022-1',
      changes,
      act: ACT,
      objectives: { '6.1.1': state },
      ...issued,
    }) as const;
  const variedPlan = (changes: readonly PlanChange[]) => {
    const outcome = inForce.when(vary(changes));
    return 'events' in outcome
      ? outcome.events.reduce((before, event) => plan.evolve(before, event), inForce.state)
      : inForce.state;
  };

  it('given a decided variation, then the plan has another version, and the objectives that changed, whole', () => {
    expect(inForce.when(vary([moveDraft, addObjective]))).toMatchObject({
      events: [
        {
          type: 'plan.varied.v1',
          data: { version: 2, added: ['6.1.2'], act: ACT, objectives: [{ id: '6.1.1' }, { id: '6.1.2' }] },
        },
      ],
    });
    expect(variedPlan([moveDraft]).document?.objectives[0]?.deadlines).toContainEqual(
      expect.objectContaining({ id: 'draft', kind: 'fixed', on: '2022-10-31' }),
    );
  });

  it('given the same variation again, then variation/already-applied', () => {
    const again = given(plan);
    const outcome = inForce.when(vary([moveDraft]));
    expect('events' in outcome && plan.evolve(inForce.state, outcome.events[0]!).variations).toEqual(['2022-1']);
    expect(() => plan.decide(vary([reword]), variedPlan([moveDraft]))).toThrow('variation/already-applied');
    expect(again().when(vary([reword]))).toMatchObject({ refusal: 'plan/not-drafted' });
  });

  it('given a deadline missed before the act, then the plan refuses to move it', () => {
    const missed = stateAfter(...upTo.acknowledged, alarm(AUGUST));
    const act = { ...ACT, date: '2022-08-01' };
    expect(inForce.when({ ...vary([moveDraft], missed), act })).toMatchObject({
      refusal: 'variation/deadline-missed',
    });
  });

  it('given shares that are new, also of an objective that was there, then the plan names them', () => {
    expect(inForce.when(vary([addShare, addObjective]))).toMatchObject({
      events: [{ data: { addedShares: ['6.1.1-affari-generali-2', '6.1.2-affari-generali'] } }],
    });
    expect(variedPlan([addShare, addObjective]).cameIn).toEqual({
      '6.1.1-affari-generali-2': ACT.date,
      '6.1.2-affari-generali': ACT.date,
    });
    expect(variedPlan([reword]).cameIn).toEqual({});
  });

  it('given a removed objective, then it stays in the plan, marked, and weighs nothing', () => {
    const after = variedPlan([remove]).document;
    expect(after?.objectives.map(({ id }) => id)).toEqual(['6.1.1']);
    expect(after?.removed).toEqual(['6.1.1']);
    expect(after && weightByArea(after)).toEqual({ 'affari-generali': '0', segretario: '0' });
  });
});
