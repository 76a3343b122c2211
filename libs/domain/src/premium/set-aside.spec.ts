import { after, check, claim, compute, DETERMINA, liquidate, propose, sign } from '../testing/premium.js';
import type { RunStanding } from './messages.js';
import { setAsideElsewhere } from './set-aside.js';

const SHARE = '1.1.1-affari-generali';
const standing = (setAside?: RunStanding['setAside']) => ({
  planStatus: 'in-force' as const,
  degrees: { [SHARE]: '100' },
  period: { from: '2022-01-01', to: '2022-12-31' },
  ...(setAside && { setAside }),
});
const reserved = standing({ [SHARE]: 'acconto' });
const refused = { refusal: 'premium/set-aside', facts: { run: 'aree', share: SHARE, reservedBy: 'acconto' } };

describe('a run of a share for which another has set something aside since it was computed', () => {
  it('given it is proposed, signed last or liquidated, then it is refused, and told which run has the reserve', () => {
    expect(after(compute()).when(propose({ standing: reserved }))).toEqual(refused);
    const checked = after(compute(), propose(), check);
    const last = sign();
    expect(checked.when(last.type === 'approval.act' ? { ...last, figures: reserved } : last)).toEqual(refused);
    const authorised = after(compute(), propose(), check, sign());
    expect(authorised.when(liquidate({ act: DETERMINA, standing: reserved }))).toEqual(refused);
  });

  it('given other shares beside it, then it is told that the run is computed anew without it', () => {
    const both = compute('aree', { claims: [claim('affari-generali'), claim('finanziaria')] });
    const degrees = { [SHARE]: '100', '1.1.1-finanziaria': '100' };
    expect(after(both).when(propose({ standing: { ...reserved, degrees } }))).toEqual({
      ...refused,
      facts: { ...refused.facts, without: SHARE },
    });
  });

  it('given what is set aside is another share’s, or nothing, then it goes on', () => {
    for (const none of [standing(), standing({}), standing({ altra: 'acconto' })]) {
      expect(after(compute()).when(propose({ standing: none }))).toHaveProperty('events');
    }
  });

  it('given a run that pays out of that reserve, or adjusts, then nothing of it is elsewhere', () => {
    const entries = [{ ...claim('affari-generali'), amount: '10.00' }];
    const setAside = { [SHARE]: 'acconto' };
    expect(setAsideElsewhere({ entries }, setAside)).toEqual([SHARE]);
    expect(setAsideElsewhere({ entries, settles: 'acconto' }, setAside)).toEqual([]);
    expect(setAsideElsewhere({ entries, adjusts: { runId: 'x', before: '1.00' } }, setAside)).toEqual([]);
  });
});
