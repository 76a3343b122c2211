import fc from 'fast-check';
import type { ApprovalDeed } from '../approval/compose.js';
import { parseHundredths, sumHundredths } from '../decimal.js';
import type { Staff } from '../organisation/staff.js';
import { eventsOf, given } from '../testing.js';
import { exampleStaff, tenure } from '../testing/staff.js';
import { town } from '../testing/workflow.js';
import type { Actor } from '../values.js';
import type { ChainDefinition } from '../workflow/chain-definition.js';
import type { ComputedRun, PremiumClaim, PremiumCommand, PremiumCommandOf } from './messages.js';
import { premium } from './premium.js';

const AT = '2023-03-20T09:00:00.000Z';
const DETERMINA = { kind: 'DET', number: '41', date: '2023-03-20' };
const personale: Actor = { id: 'u-personale', office: 'personale' };
const ragioneria: Actor = { id: 'u-ragioneria', office: 'ragioneria' };
const segretario: Actor = { id: 'u-segretario', office: 'segretario' };

const staff: Staff = {
  ...exampleStaff,
  day: '2023-03-20',
  tenures: [
    tenure('u-a', 'area-a'),
    tenure('u-b', 'area-b'),
    tenure('u-c', 'area-c'),
    ...exampleStaff.tenures,
    tenure('u-personale', 'personale'),
    tenure('u-ragioneria', 'ragioneria'),
  ],
};
const period = { from: '2022-01-01', to: '2022-12-31' };
const standing = (...evaluated: readonly string[]) => ({ period, evaluated });
const chain: ChainDefinition = { ...(town.chains['premium-run'] as ChainDefinition), documents: [] };
const route = { chain, workflow: null, evaluations: true };

const claim = (letter: string, weight: string, degree: string | null): PremiumClaim => ({
  objectiveId: '2022-1.1.1',
  shareId: letter,
  areaId: `area-${letter}`,
  weight,
  degree,
});
/** Of 1,000 euros: a 500, b 250 (half of its part is saved), c, of which nobody has said anything, nothing. */
const claims = [claim('a', '10', '100'), claim('b', '10', '50'), claim('c', '0.01', null)].slice(0, 2);
const degrees = { a: '100', b: '50' };

const compute = (
  reserve: string | undefined,
  evaluated: readonly string[],
  more: Partial<PremiumCommandOf<'premium.compute'>> = {},
): PremiumCommand => ({
  type: 'premium.compute',
  runId: 'aree',
  planId: '2022',
  scope: { kind: 'areas' },
  fund: '1000.00',
  ...(reserve !== undefined && { reserve }),
  claims,
  route,
  evaluations: { ...standing(...evaluated), staff },
  by: personale,
  at: AT,
  ...more,
});
const propose = (...evaluated: readonly string[]): PremiumCommand => ({
  type: 'premium.propose',
  documents: [],
  standing: { planStatus: 'in-force', degrees, ...standing(...evaluated) },
  staff,
  by: personale,
  at: AT,
});
const take = (by: Actor, step: string, evaluated: readonly string[] | null, more: object = {}): PremiumCommand => {
  const nothing = { note: '', act: null, points: [], returnBy: null, degree: null, reason: '' };
  const deed: ApprovalDeed = { do: 'take-step', step, outcome: 'approve', ...nothing, ...more };
  const asked = evaluated && { standing: standing(...evaluated) };
  return { type: 'approval.act', subject: 'premium-run', shareId: null, deed, ...asked, staff, by, at: AT };
};
const check = (...evaluated: readonly string[]) => take(ragioneria, 'controllo', evaluated);
const sign = (...evaluated: readonly string[]) => take(segretario, 'liquidazione', evaluated, { act: DETERMINA });
const liquidate = (...evaluated: readonly string[]): PremiumCommand => ({
  type: 'premium.liquidate',
  act: null,
  standing: { degrees, ...standing(...evaluated) },
  staff,
  by: personale,
  at: AT,
});
const after = (...commands: readonly PremiumCommand[]) => given(premium)(...eventsOf(premium, ...commands));
const computedBy = (...commands: readonly PremiumCommand[]): ComputedRun => {
  const event = eventsOf(premium, ...commands).findLast(({ type }) => type === 'premium.computed.v1');
  if (event?.type !== 'premium.computed.v1') throw new Error('It is not computed.');
  return event.data;
};
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

  describe('given a liquidated run that has set something aside', () => {
    const earlier = {
      runId: 'aree',
      planId: '2022',
      scope: { kind: 'areas' },
      reserve: '750.00',
      awaited: computedBy(compute('750', [])).awaited ?? [],
      liquidated: true,
    } as const;
    const share = (shareId: string, degree: string | null, more: object = {}) => ({
      shareId,
      degree,
      isPaid: false,
      fromReserve: '0',
      ...more,
    });
    const shares = [share('a', '100'), share('b', '50')];
    const settle = (
      evaluated: readonly string[],
      more: Partial<PremiumCommandOf<'premium.settle'>> = {},
    ): PremiumCommand => ({
      type: 'premium.settle',
      runId: 'aree-2',
      earlier,
      shares,
      route,
      standing: standing(...evaluated),
      staff,
      by: personale,
      at: AT,
      ...more,
    });

    it('then a later run pays what was set aside, to those whose evaluation is definitive', () => {
      expect(after().when(settle(['u-b']))).toEqual({
        events: [
          {
            type: 'premium.computed.v1',
            data: {
              runId: 'aree-2',
              planId: '2022',
              scope: { kind: 'areas' },
              fund: '250.00',
              total: '250.00',
              savings: '0.00',
              entries: [{ ...claim('b', '10', '50'), amount: '250.00', fullAmount: '500.00', ceiling: '250.00' }],
              settles: 'aree',
              period: { from: '2022-01-01', to: '2022-12-31' },
              route,
            },
          },
        ],
      });
      expect(computedBy(settle(['u-a', 'u-b']))).toMatchObject({ fund: '750.00' });
    });

    it('then that goes the way of any run, and is held back as any is', () => {
      const later = after(settle(['u-b']));
      const facts = { run: 'aree-2', persons: 'u-b', offices: 'area-b', needed: '250.00' };
      expect(later.when(propose())).toEqual({ ...missing, facts });
      expect(later.when(propose('u-b'))).toMatchObject({ events: [{ type: 'premium.proposed.v1' }, {}, {}, {}] });
    });

    it('then by the degree of today, and for a higher one as much as is set aside beyond what everybody waits for', () => {
      const amounts = (command: PremiumCommand) => computedBy(command).entries.map(({ amount }) => amount);
      const by = (a: string, b: string, more: object = {}) => ({
        earlier: { ...earlier, ...more },
        shares: [share('a', a), share('b', b)],
      });
      expect(amounts(settle(['u-b'], by('100', '33.33')))).toEqual(['166.65']);
      expect(amounts(settle(['u-b'], by('100', '100')))).toEqual(['250.00']);
      expect(amounts(settle(['u-b'], by('100', '100', { reserve: '850.00' })))).toEqual(['350.00']);
      expect(amounts(settle(['u-b'], by('100', '100', { reserve: '1000.00' })))).toEqual(['500.00']);
      expect(amounts(settle(['u-b'], by('100', '100', { reserve: '1999.00' })))).toEqual(['500.00']);
      expect(amounts(settle(['u-a', 'u-b'], by('100', '100')))).toEqual(['500.00', '250.00']);
      // what a lower degree leaves is saved, not somebody else's
      expect(amounts(settle(['u-a', 'u-b'], by('90', '100')))).toEqual(['450.00', '250.00']);
    });

    it('then what is beyond is for those who could get more, by how much that is, whoever is paid first', () => {
      const c = { ...claim('c', '10', '80'), amount: '800.00', persons: ['u-c'] };
      const three = { ...earlier, reserve: '1595.00', awaited: [...earlier.awaited, c] };
      // 45 beyond, of which b could get 250 more, c 200, and a nothing
      const amountOf = (letter: string) =>
        computedBy(settle([`u-${letter}`], { earlier: three, shares: [share(letter, '100')] })).entries[0]?.amount;
      expect(['a', 'b', 'c'].map(amountOf)).toEqual(['500.00', '275.00', '820.00']);
    });

    it('then its entries say what the full degree would get, and where no degree gets all of that, the most', () => {
      const entries = (degree: string, reserve = '750.00') =>
        computedBy(settle(['u-b'], { earlier: { ...earlier, reserve }, shares: [share('b', degree)] })).entries;
      expect(entries('0')).toMatchObject([{ amount: '0.00', fullAmount: '500.00', ceiling: '250.00' }]);
      expect(entries('80')).toMatchObject([{ amount: '250.00', fullAmount: '500.00', ceiling: '250.00' }]);
      expect(entries('50', '800.00')).toMatchObject([{ amount: '250.00', ceiling: '300.00' }]);
      expect(entries('50', '1000.00')[0]).not.toHaveProperty('ceiling');
    });

    it('then what was paid of it already is gone, and too little for what is due is refused', () => {
      const paid = (fromReserve: string) => ({
        shares: [share('a', '100', { isPaid: true, fromReserve }), share('b', '100')],
      });
      expect(computedBy(settle(['u-b'], paid('500.00')))).toMatchObject({ fund: '250.00' });
      expect(computedBy(settle(['u-b'], paid('450.00')))).toMatchObject({ fund: '250.00' });
      expect(after().when(settle(['u-b'], paid('500.01')))).toEqual({
        refusal: 'premium/reserve-too-small',
        facts: { run: 'aree', persons: 'u-b', offices: 'area-b', needed: '250.00', reserve: '249.99' },
      });
    });

    it('then nothing is paid twice, nor to whom still waits, nor by a degree that is none', () => {
      const nothing = { refusal: 'premium/nothing-to-settle', facts: { run: 'aree' } };
      const paid = shares.map((one) => ({ ...one, isPaid: true, fromReserve: '1' }));
      expect(after().when(settle(['u-a', 'u-b'], { shares: paid }))).toEqual(nothing);
      expect(after().when(settle(['u-b'], { shares: [share('b', null)] }))).toEqual(nothing);
      expect(after().when(settle([]))).toEqual({
        ...nothing,
        facts: { run: 'aree', persons: 'u-a, u-b', offices: 'area-a, area-b', needed: '750.00' },
      });
    });

    it('then not before it is liquidated, nor without a name', () => {
      expect(after().when(settle(['u-b'], { earlier: { ...earlier, liquidated: false } }))).toEqual({
        refusal: 'premium/not-liquidated',
        facts: { run: 'aree' },
      });
      expect(after().when(settle(['u-b'], { runId: ' ' }))).toMatchObject({ refusal: 'value/text-missing' });
    });

    it('then one that came back is computed anew under its name, and no other', () => {
      expect(after(settle(['u-b'])).when(settle(['u-b']))).toMatchObject({ refusal: 'premium/already-computed' });
      const back = [
        settle(['u-b']),
        propose('u-b'),
        take(ragioneria, 'controllo', [], { outcome: 'return', points: ['Capitolo'] }),
      ];
      expect(after(...back).when(settle(['u-b']))).toHaveProperty('events');
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
