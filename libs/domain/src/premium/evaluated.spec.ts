import fc from 'fast-check';
import { parseHundredths, sumHundredths } from '../decimal.js';
import {
  ragioneria,
  route,
  staff,
  standing,
  chain,
  claim,
  compute,
  propose,
  take,
  check,
  sign,
  liquidate,
  after,
  computedBy,
} from '../testing/evaluated-run.js';
import { tenure } from '../testing/staff.js';
import type { PremiumCommand } from './messages.js';

const missing = { refusal: 'premium/evaluations-missing' };

describe('a premium run of a body that evaluates persons', () => {
  it('given somebody whose evaluation is pending, and a reserve of what they would get, then they are not paid, and the rest get what they would have got', () => {
    expect(computedBy(compute('250', ['u-a']))).toMatchObject({
      total: '500.00',
      savings: '250.00',
      reserve: '250.00',
      entries: [{ shareId: 'a', amount: '500.00' }],
      awaited: [{ shareId: 'b', amount: '250.00', persons: ['u-b'] }],
    });
    expect(computedBy(compute('500', ['u-b']))).toMatchObject({
      total: '250.00',
      savings: '250.00',
      entries: [{ shareId: 'b', amount: '250.00' }],
      awaited: [{ shareId: 'a', amount: '500.00', persons: ['u-a'] }],
    });
  });

  it('given a reserve that is less, be it by a cent, then it is refused, and says how much is needed and for whom', () => {
    const facts = { run: 'aree', persons: 'u-b', offices: 'area-b', needed: '250.00' };
    for (const reserve of ['0.01', '249.99']) {
      const refusal = { refusal: 'premium/reserve-too-small', facts: { ...facts, reserve: `${Number(reserve)}` } };
      expect(after().when(compute(reserve, ['u-a']))).toEqual(refusal);
    }
  });

  it('given a larger reserve, then what is above it is divided among nobody', () => {
    // of the 700 left, three parts: a's two, and b's half that is saved anyway
    expect(computedBy(compute('300', ['u-a']))).toMatchObject({ total: '466.67', savings: '233.33' });
  });

  it('given that everybody waits, then all is set aside or saved, and nobody is paid', () => {
    expect(computedBy(compute('750', []))).toMatchObject({ total: '0.00', savings: '250.00', entries: [] });
    const full = [claim('a', '10', '100')];
    expect(computedBy(compute('1000', [], { claims: full }))).toMatchObject({ total: '0.00', savings: '0.00' });
  });

  it('given that all is set aside, then for whom it is, is on the other side of the control, as if they were paid now', () => {
    const of = [compute('1000', [], { claims: [claim('a', '10', '100')] })];
    const proposed = after(...of, propose());
    expect(proposed.state.approval).toMatchObject({ parties: { offices: ['area-a'], beneficiaries: ['u-a'] } });
    expect(proposed.when(take({ id: 'u-a', office: 'ragioneria' }, 'controllo', []))).toMatchObject({
      refusal: 'approval/own-report',
      facts: { rule: 'own-office' },
    });
    const paid = after(...of, propose(), check(), sign());
    const byThem = { ...liquidate(), by: { id: 'u-a', office: 'personale' } } as PremiumCommand;
    expect(paid.when(byThem)).toMatchObject({ refusal: 'premium/signer-is-paid' });
    expect(paid.when(liquidate())).toHaveProperty('events');
  });

  it('given no reserve, then it is computed whole and says who waits, but is not proposed before those are definitive', () => {
    const run = computedBy(compute(undefined, ['u-a']));
    expect(run).toMatchObject({ total: '750.00', awaited: [{ shareId: 'b', amount: '250.00' }] });
    expect(run.entries.map(({ amount }) => amount)).toEqual(['500.00', '250.00']);
    expect(after(compute(undefined, ['u-a'])).when(propose('u-a'))).toEqual({
      ...missing,
      facts: { run: 'aree', persons: 'u-b', offices: 'area-b', needed: '250.00' },
    });
    expect(after(compute(undefined, ['u-a'])).when(propose('u-a', 'u-b'))).toHaveProperty('events');
  });

  it('given a share that earned nothing, then nobody is waited for', () => {
    const run = computedBy(compute(undefined, ['u-a'], { claims: [claim('a', '10', '100'), claim('c', '10', null)] }));
    expect(run).not.toHaveProperty('awaited');
  });

  it('given a body that evaluates nobody, then nobody is waited for', () => {
    const run = computedBy(compute('0.01', [], { route: { chain, workflow: null } }));
    expect(run).not.toHaveProperty('awaited');
    expect(run.entries).toHaveLength(2);
  });

  describe('given a run that was proposed, when somebody whom it pays has to be evaluated again', () => {
    const proposed = [compute('250', ['u-a']), propose('u-a')] as const;
    const facts = { run: 'aree', persons: 'u-a', offices: 'area-a', needed: '750.00' };

    it('then no step agrees to it, and whoever has to may send it back', () => {
      expect(after(...proposed).when(check())).toEqual({ ...missing, facts });
      const returns = take(ragioneria, 'controllo', [], { outcome: 'return', points: ['Valutazione riaperta'] });
      expect(after(...proposed).when(returns)).toHaveProperty('events');
      expect(after(...proposed).when(check('u-a'))).toHaveProperty('events');
      expect(after(...proposed, check('u-a')).when(sign())).toEqual({ ...missing, facts });
    });

    it('then it is not liquidated, though it was authorised', () => {
      const authorised = after(...proposed, check('u-a'), sign('u-a'));
      expect(authorised.when(liquidate())).toEqual({ ...missing, facts });
      expect(authorised.when(liquidate('u-a'))).toMatchObject({ events: [{ data: { entries: [{ shareId: 'a' }] } }] });
    });

    it('then whoever asks without saying who is evaluated is refused', () => {
      expect(after(...proposed).when(take(ragioneria, 'controllo', null))).toEqual({ ...missing, facts });
    });
  });

  it('given any shares, of whom any wait, and the least reserve, then everybody gets what they would if none waited, but for the cents that a division leaves over', () => {
    const shares = fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 60 }),
        degree: fc.integer({ min: 0, max: 100 }),
        waits: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 8 }), shares, (cents, all) => {
        const people = all.map((_, index) => tenure(`u-${index}`, `area-${index}`));
        const everybody = { ...staff, tenures: people };
        const evaluated = all.flatMap(({ waits }, index) => (waits ? [] : [`u-${index}`]));
        const asked = {
          fund: (cents / 100).toFixed(2),
          claims: all.map(({ weight, degree }, index) => claim(String(index), String(weight), String(degree))),
          evaluations: { ...standing(...evaluated), staff: everybody },
        };
        const hundredths = (text: string) => parseHundredths(text, 'amount');
        const sum = (some: readonly { amount: string }[]) => sumHundredths(some.map((one) => hundredths(one.amount)));
        const whole = computedBy(compute(undefined, evaluated, asked));
        const least = sum(whole.awaited ?? []);
        if (least === 0n) return;
        const text = `${least / 100n}.${String(least % 100n).padStart(2, '0')}`;
        const run = computedBy(compute(text, evaluated, asked));
        expect(sum(run.entries) + hundredths(run.savings) + least === BigInt(cents)).toBe(true);
        for (const { shareId, amount } of run.entries) {
          const before = hundredths(whole.entries.find((one) => one.shareId === shareId)?.amount ?? '');
          const differs = before - hundredths(amount);
          const most = BigInt(all.length);
          expect(differs >= -most && differs <= most).toBe(true);
        }
      }),
    );
  });
});

describe('a step of a premium run that silence would pass', () => {
  const steps = chain.steps.map((step) =>
    step.id === 'controllo'
      ? { ...step, term: { workingDays: 2 }, onTimeout: [{ after: 1, do: 'approve-silently' } as const] }
      : step,
  );
  const silent = (evaluations: boolean) =>
    compute(undefined, ['u-a', 'u-b'], { route: { ...route, chain: { ...chain, steps }, evaluations } });
  const timeOut = (...evaluated: readonly string[]): PremiumCommand => ({
    type: 'approval.act',
    subject: 'premium-run',
    shareId: null,
    deed: { do: 'time-out', calendar: { patronDay: null } },
    standing: standing(...evaluated),
    staff,
    by: { id: 'system', office: 'system' },
    at: '2023-03-27T09:00:00.000Z',
  });
  const proposed = after(silent(true), propose('u-a', 'u-b'));

  it('given somebody whose evaluation is open again, when the term is over, then the step stays, and its office is reminded and told why', () => {
    expect(proposed.when(timeOut('u-a'))).toMatchObject({
      events: [
        {
          type: 'premium.approval-reminded.v1',
          data: { step: 'controllo', rung: 0, offices: ['ragioneria'], withheld: 'premium/evaluations-missing' },
        },
      ],
    });
    expect(proposed.when({ ...timeOut(), standing: undefined } as never)).toMatchObject({
      events: [{ data: { kind: 'reminded' } }],
    });
    const reminded = after(silent(true), propose('u-a', 'u-b'), timeOut('u-a'));
    expect(reminded.state.approval).toMatchObject({ status: 'open', passed: ['proposta'] });
    expect(reminded.when(timeOut('u-a', 'u-b'))).toEqual({ events: [] });
  });

  it('given evaluations that are definitive, or a body that has none, when the term is over, then silence passes it', () => {
    const passes = [{ type: 'premium.approval-approved-silently.v1' }, { type: 'premium.approval-step-passed.v1' }];
    expect(proposed.when(timeOut('u-a', 'u-b'))).toMatchObject({ events: passes });
    expect(after(silent(false), propose()).when(timeOut())).toMatchObject({ events: passes });
  });
});
