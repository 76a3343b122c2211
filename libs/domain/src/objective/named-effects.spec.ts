import type { ApprovalFact, ApprovalFactOf } from '../approval/facts.js';
import { approvalOf, opening, takes, who } from '../testing/approval.js';
import { effectAfter, effectWithout } from './named-effects.js';

const at = '2023-02-01T09:00:00.000Z';
const voted = { kind: 'voted', step: 'proposta' } as ApprovalFactOf<'voted'>;
const passed = { kind: 'step-passed', step: 'proposta' } as ApprovalFactOf<'step-passed'>;
const { state: approval } = approvalOf(opening()).after(takes('verifica', who.segretario));
const losing = (...steps: readonly string[]) =>
  ({
    kind: 'migrated',
    chain: approval.chain,
    workflow: null,
    panels: {},
    reason: 'x',
    lost: steps.map((step) => ({ what: 'step', step }) as const),
    at,
  }) satisfies ApprovalFact;
const before = { effect: null, approval } as const;
const after = (
  fact: ApprovalFact,
  effect: 'full' | 'reduced' | null,
  standing: Parameters<typeof effectAfter>[0] = before,
) => effectAfter(standing, { fact, effect });

describe('the effect that is proposed of a justification', () => {
  it('given a vote that names one, then it is proposed, and by whom it was is known once', () => {
    expect(after(voted, 'full')).toEqual({ effect: 'full', named: [{ step: 'proposta', effect: 'full' }] });
    expect(after(passed, 'full')).toEqual({ effect: 'full' });
  });

  it('given a vote that names none, then the one of before stays, and nobody has named it', () => {
    const named = [{ step: 'verifica', effect: 'full' }] as const;
    expect(after(voted, null)).toEqual({ effect: null });
    expect(after(voted, null, { ...before, effect: 'full', named })).toEqual({ effect: 'full', named });
  });

  it('given a migration that loses who named it, then the one named before is proposed again, or none', () => {
    const first = { step: 'verifica', effect: 'full' } as const;
    const second = { step: 'proposta', effect: 'reduced' } as const;
    const both = { ...before, effect: 'reduced', named: [first, second] } as const;
    expect(effectWithout(both, losing('proposta'))).toEqual({ effect: 'full', effectLost: true });
    expect(effectWithout(both, losing('verifica', 'proposta'))).toEqual({ effect: null, effectLost: true });
    expect(effectWithout(both, losing('altro'))).toEqual({ effect: null });
    expect(effectWithout(both, passed)).toEqual({ effect: null });
    expect(effectWithout(before, losing('proposta'))).toEqual({ effect: null });
    const lost = { fact: losing('proposta'), effect: 'full', effectLost: true } as const;
    expect(effectAfter(both, lost)).toEqual({ effect: 'full', named: [first] });
    expect(effectAfter({ ...both, named: [second] }, { ...lost, effect: null })).toEqual({ effect: null, named: [] });
  });
});
