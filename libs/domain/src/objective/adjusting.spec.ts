import { adjust, after, approve, define, reopen, score, upTo } from '../testing/commands.js';
import { giunta, head, NOTED, nucleo } from '../testing/example.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import { usualLifecycle } from './usual-lifecycle.js';

const judgedAgain = [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];
const who = [{ office: 'vicesegretario' }, { office: 'affari-generali' }];
const transitions = usualLifecycle.transitions.map((one) => (one.verb === 'liquidate' ? { ...one, who } : one));
const named = define({ workflow: { ...usualLifecycle, transitions } });

describe('adjusting what was paid, under a definition that names who liquidates', () => {
  const scored = after(
    named,
    ...upTo.liquidated.slice(1),
    reopen(),
    ...judgedAgain,
    score({ degree: '80', reason: 'conteggio corretto' }),
  );
  const vice = { id: 'u-vice', office: 'vicesegretario' };
  const asked = (by: Actor, more: object = {}) => scored.when(adjust({ by, staff: exampleStaff, ...more }));

  it('given an office that is not named, then it is refused with those that are', () => {
    expect(asked({ id: 'u-personale', office: 'personale' })).toEqual({
      refusal: 'lifecycle/not-yours',
      facts: { verb: 'liquidate', office: 'personale', who: 'vicesegretario, affari-generali' },
    });
  });

  it('given who is paid for the share, or acts in the place of one who is, then it is refused though they are named', () => {
    expect(asked(head)).toEqual({
      refusal: 'premium/signer-is-paid',
      facts: { office: 'affari-generali', rule: 'beneficiary' },
    });
    expect(asked(vice, { onBehalfOf: head.id })).toMatchObject({ refusal: 'premium/signer-is-paid' });
  });

  it('given who answered for the share for a part of the plan’s time, then it is refused; before it, it is not', () => {
    const once = (from: string, to: string) => ({
      staff: { ...exampleStaff, tenures: [...exampleStaff.tenures, tenure('u-vice', 'affari-generali', { from, to })] },
    });
    expect(asked(vice, once('2022-01-01', '2022-06-30'))).toMatchObject({ refusal: 'premium/signer-is-paid' });
    expect(asked(vice, once('2021-01-01', '2021-12-31'))).toHaveProperty('events');
    expect(asked(vice)).toHaveProperty('events');
  });
});
