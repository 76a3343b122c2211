import { plan } from '../plan/plan.js';
import { premium } from '../premium/premium.js';
import { given } from '../testing/given.js';
import { after, approve, upTo } from '../testing/commands.js';
import { document, giunta, NEXT_YEAR, nucleo, segretario } from '../testing/example.js';

const none = { kind: '', number: '', date: null };
const undated = { kind: 'DGC', number: '12', date: null };
const tomorrow = { kind: 'DGC', number: '12', date: '2099-01-01' };
const by = segretario;
const at = NEXT_YEAR;

const planId = '2022';
const drafted = { type: 'plan.drafted.v1', data: { planId, document } } as const;
const approved = { type: 'plan.approved.v1', data: { planId, act: { ...undated, date: '2022-05-16' } } } as const;
const inForce = { type: 'plan.entered-into-force.v1', data: { planId, from: '2022-05-16' } } as const;

/** docs/api.md lists these places. */
describe('a step that rests on an act cannot happen without it', () => {
  it.each([none, undated, tomorrow])('given a drafted plan, when it is approved by %o, then it is refused', (act) => {
    expect(given(plan)(drafted).when({ type: 'plan.approve', act, by, at })).toHaveProperty('refusal');
  });

  it.each([none, undated, tomorrow])('given a plan in force, when it is closed by %o, then it is refused', (act) => {
    const outcome = given(plan)(drafted, approved, inForce).when({ type: 'plan.close', act, by, at });
    expect(outcome).toHaveProperty('refusal');
  });

  it.each([none, undated, tomorrow])('given a computed run, when it is liquidated by %o, then it is refused', (act) => {
    const entries = [{ objectiveId: 'o', shareId: 's', areaId: 'a', weight: '1', degree: '100', amount: '1' }];
    const computed = {
      type: 'premium.computed.v1',
      data: { runId: 'r', planId, scope: { kind: 'areas' }, fund: '1', total: '1', savings: '0', entries },
    } as const;
    const liquidate = { type: 'premium.liquidate', act, by, at } as const;
    const outcome = given(premium)(computed as never).when(liquidate as never);
    expect(outcome).toHaveProperty('refusal');
  });

  it('given a step of a chain that is taken by an act, when none is named, then it is refused', () => {
    const verified = [...upTo.submitted, approve(), approve({ step: 'certificazione', by: nucleo })];
    const outcome = after(...verified).when(approve({ step: 'presa-atto', by: giunta, act: null }));
    expect(outcome).toMatchObject({ refusal: 'approval/act-missing' });
  });
});
