import { ACT, document, MORNING, REGISTRY, staff } from '../testing/example.js';
import { eventsOf, given } from '../testing.js';
import type { BindPremium } from './bind-messages.js';
import type { PlanCommand } from './messages.js';
import { plan } from './plan.js';

const issued = { by: staff, at: MORNING };
const bind = (fields: Partial<BindPremium> = {}): PlanCommand => ({
  type: 'plan.bind-premium',
  runId: 'aree',
  shares: [REGISTRY],
  withdrawn: [],
  ...fields,
  ...issued,
});
const inForce: readonly PlanCommand[] = [
  { type: 'plan.draft', planId: 'demo-2022', document, ...issued },
  { type: 'plan.approve', act: ACT, ...issued },
  { type: 'plan.enter-into-force', from: '2022-01-10', ...issued },
];
const after = (...commands: readonly PlanCommand[]) => given(plan)(...eventsOf(plan, ...inForce, ...commands));

describe('the shares that a run is about to pay', () => {
  it('given shares that no run has, then it takes them, and once more nothing happens', () => {
    expect(after().when(bind())).toEqual({
      events: [{ type: 'plan.premium-bound.v1', data: { planId: 'demo-2022', runId: 'aree', shares: [REGISTRY] } }],
    });
    expect(after(bind()).when(bind())).toEqual({ events: [] });
    expect(after(bind()).when(bind({ shares: [REGISTRY, 'altra'] }))).toHaveProperty('events.0.data.shares', ['altra']);
  });

  it('given a share that another run has, then no run takes any of those', () => {
    expect(after(bind()).when(bind({ runId: 'doppia', shares: ['altra', REGISTRY] }))).toEqual({
      refusal: 'premium/bound-elsewhere',
      facts: { share: REGISTRY, run: 'doppia', other: 'aree' },
    });
  });

  it('given that the other run was taken back, then the next one takes what it had, and the first one no more', () => {
    const taken = bind({ runId: 'doppia', withdrawn: ['aree'] });
    expect(after(bind()).when(taken)).toHaveProperty('events.0.data.runId', 'doppia');
    expect(after(bind(), taken).when(bind())).toMatchObject({
      refusal: 'premium/bound-elsewhere',
      facts: { other: 'doppia' },
    });
  });

  it('given a plan that is over, then what is due for it is paid all the same', () => {
    const close: PlanCommand = { type: 'plan.close', act: ACT, ...issued };
    expect(after(close).when(bind())).toHaveProperty('events.0.type', 'plan.premium-bound.v1');
  });

  it('given no plan, then there is nothing to bind', () => {
    expect(given(plan)().when(bind())).toMatchObject({ refusal: 'plan/not-drafted' });
  });
});
