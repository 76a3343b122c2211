import { document } from '../testing/example.js';
import { Refused } from '../refused.js';
import { requireWayIn, type Varying } from './way-in.js';

const [objective] = document.objectives;
if (objective === undefined) throw new Error('The example has no objective.');
const proposed = { ...objective, id: `${objective.mission}.${objective.strategicObjective}.99` };
const approved = { planId: '2022', status: 'approved', document } as const;
const inTime: Varying = { cutOff: '12-15', on: `${document.year}-12-15` };

function wayOf(
  ...[what, plan, varying = inTime]: readonly [typeof proposed, Parameters<typeof requireWayIn>[1], Varying?]
) {
  try {
    return requireWayIn(what, plan, varying);
  } catch (error) {
    return error instanceof Refused ? [error.code, error.facts] : error;
  }
}

describe('the way of a proposal into its plan', () => {
  it('given a year whose plan is not drafted, or not approved yet, then it comes in with a draft, wherever it stands', () => {
    expect(wayOf({ ...proposed, mission: 99 }, null)).toBe('plan');
    expect(wayOf(proposed, { planId: null, status: 'none', document: null })).toBe('plan');
    expect(wayOf({ ...proposed, mission: 99 }, { ...approved, status: 'drafted' })).toBe('plan');
  });

  it.each(['approved', 'in-force'] as const)('given a plan that is %s, then a variation adds it', (status) => {
    expect(wayOf(proposed, { ...approved, status })).toBe('variation');
  });

  it('given a plan that is closed, then there is none', () => {
    expect(wayOf(proposed, { ...approved, status: 'closed' })).toEqual(['plan/closed', { plan: '2022' }]);
  });

  it('given a mission, strategic objective or area that the plan has not, then there is none: no variation adds one', () => {
    const { mission, strategicObjective } = proposed;
    const told = { objective: proposed.id, mission, strategicObjective };
    expect(wayOf({ ...proposed, mission: 99 }, approved)).toEqual(['plan/unknown-mission', { ...told, mission: 99 }]);
    expect(wayOf({ ...proposed, strategicObjective: 99 }, approved)).toEqual([
      'plan/unknown-mission',
      { ...told, strategicObjective: 99 },
    ]);
    const shares = proposed.shares.map((share) => ({ ...share, areaId: 'ignota' }));
    expect(wayOf({ ...proposed, shares }, approved)).toMatchObject(['plan/unknown-area', { area: 'ignota' }]);
  });

  it('given a number that is not of its mission, then there is none: a variation would give it another', () => {
    const { mission, strategicObjective } = proposed;
    const place = `${mission}.${strategicObjective}.`;
    expect(wayOf({ ...proposed, id: `9${place}1` }, approved)).toEqual([
      'proposal/number-elsewhere',
      { objective: `9${place}1`, place },
    ]);
  });

  it('given a day after the last on which the plan may be varied, then there is none', () => {
    expect(wayOf(proposed, approved, { ...inTime, on: `${document.year}-12-16` })).toEqual([
      'variation/after-cut-off',
      { to: `${document.year}-12-15` },
    ]);
  });
});
