import fc from 'fast-check';
import { after, AT, chain, check, claim, DETERMINA, liquidate, personale, propose, ragioneria, segretario, sign, staff, take, types, vice } from '../testing/premium.js'; // prettier-ignore
import { tenure } from '../testing/staff.js';
import type { Actor } from '../values.js';
import type { PremiumCommand, PremiumCommandOf } from './messages.js';

const AREA = 'affari-generali';
const SHARE = `1.1.1-${AREA}`;
const paid = { runId: 'aree', amount: '1000.00', byRun: '1000.00', degree: '100' };
const period = { from: '2022-01-01', to: '2022-12-31' };

const adjust = (more: Partial<PremiumCommandOf<'premium.adjust'>> = {}): PremiumCommand => ({
  type: 'premium.adjust',
  runId: 'conguaglio',
  planId: '2022',
  claim: { ...claim(AREA), degree: '80' },
  paid,
  amount: '800',
  route: { chain, workflow: { id: 'borgo', version: 1 } },
  period,
  staff,
  by: personale,
  at: AT,
  ...more,
});
const degrees = { [SHARE]: '80' };
const proposed = (more: object = {}) => propose({ standing: { planStatus: 'in-force', degrees, period }, ...more });
const authorised = [adjust(), proposed(), check, sign()];

describe('adjusting what was paid before a reopening', () => {
  it('given a lower degree, then it is a run of that share alone, that says what was paid and what is due in all', () => {
    expect(after().when(adjust())).toMatchObject({
      events: [
        {
          type: 'premium.computed.v1',
          data: {
            scope: { kind: 'share', shareId: SHARE },
            fund: '800.00',
            total: '800.00',
            savings: '0.00',
            entries: [{ shareId: SHARE, degree: '80', amount: '800.00' }],
            adjusts: { runId: 'aree', before: '1000.00' },
          },
        },
      ],
    });
  });

  it('given another office than its area that answered for it alone, then that one does not compute what it is due', () => {
    const heldBy = (office: string) => adjust({ claim: { ...claim(AREA), holders: [{ office, days: 320 }] } });
    expect(after().when(heldBy(personale.office))).toMatchObject({ refusal: 'premium/signer-is-paid' });
    expect(after().when(heldBy('tributi'))).toMatchObject({
      events: [{ data: { entries: [{ credits: [{ office: 'tributi', days: 320, amount: '800.00' }] }] } }],
    });
  });

  it('given a chain for runs, then neither more nor less is paid before accounting has checked it and somebody has signed', () => {
    for (const amount of ['800', '0']) {
      const run = adjust({ amount });
      expect(after(run).when(liquidate())).toMatchObject({ refusal: 'premium/not-proposed' });
      const underWay = after(run, proposed());
      expect(underWay.when(liquidate())).toMatchObject({
        refusal: 'premium/not-authorised',
        facts: { step: 'controllo' },
      });
      expect(after(run, proposed(), check).when(liquidate())).toMatchObject({ facts: { step: 'liquidazione' } });
      expect(types(after(run, proposed(), check, sign()).when(liquidate()))).toEqual(['liquidated.v1']);
    }
  });

  it('given that it was authorised, when liquidated, then by that act, and what is carried out knows that it adjusts', () => {
    expect(after(...authorised).when(liquidate())).toMatchObject({
      events: [
        { data: { act: DETERMINA, adjusts: { runId: 'aree', before: '1000.00' }, entries: [{ amount: '800.00' }] } },
      ],
    });
  });

  it('given a body without a chain for runs, then an act alone liquidates it, as any of its runs', () => {
    const run = after(adjust({ route: null }));
    expect(run.when(liquidate())).toMatchObject({ refusal: 'approval/act-missing' });
    expect(types(run.when(liquidate({ act: DETERMINA })))).toEqual(['liquidated.v1']);
  });

  it('given who is paid by it, holds or held its office in that year, or acts for one who does, then they neither compute nor sign it', () => {
    const refusedBy = (rule: string) => ({ refusal: 'premium/signer-is-paid', facts: { rule } });
    const refused = refusedBy('own-office');
    const head = { id: 'u-head', office: AREA };
    const moved = { id: 'u-moved', office: 'ragioneria' };
    expect(after().when(adjust({ by: head }))).toMatchObject(refused);
    expect(after().when(adjust({ by: moved }))).toMatchObject(refusedBy('beneficiary'));
    expect(after().when(adjust({ onBehalfOf: head.id }))).toMatchObject(refused);
    const later = { ...staff, tenures: [...staff.tenures, tenure('u-personale', AREA, { from: '2023-01-01' })] };
    expect(after().when(adjust({ by: personale, staff: later }))).toMatchObject(refused);
    expect(after(adjust(), proposed()).when(take(moved, 'controllo'))).toMatchObject({
      refusal: 'approval/own-report',
    });
    expect(after(...authorised).when(liquidate({ by: head }))).toMatchObject(refused);
  });

  it('given a run that nobody has proposed yet, then whoever it pays does not take it back, nor who held its office in that year', () => {
    const refusedBy = (rule: string) => ({ refusal: 'premium/signer-is-paid', facts: { rule } });
    const withdraw = (by: Actor, more: object = {}) =>
      after(adjust({ amount: '0' })).when({
        type: 'premium.withdraw',
        reason: 'no',
        act: null,
        staff,
        by,
        at: AT,
        ...more,
      });
    expect(withdraw({ id: 'u-head', office: AREA })).toMatchObject(refusedBy('own-office'));
    expect(withdraw({ id: 'u-moved', office: 'ragioneria' })).toMatchObject(refusedBy('beneficiary'));
    expect(withdraw(personale, { onBehalfOf: 'u-moved' })).toMatchObject(refusedBy('beneficiary'));
    const was = tenure(personale.id, AREA, { from: '2022-03-01', to: '2022-03-31' });
    const since = { ...staff, tenures: [...staff.tenures, was] };
    expect(withdraw(personale, { staff: since })).toMatchObject(refusedBy('beneficiary'));
    expect(types(withdraw(personale))).toEqual(['withdrawn.v1']);
  });

  it('given the accounting service as the one that is paid, then the Segretario checks it, and another one signs', () => {
    const own = { ...claim('ragioneria'), degree: '80' };
    const run = [
      adjust({ claim: own }),
      proposed({ standing: { planStatus: 'in-force', degrees: { '1.1.1-ragioneria': '80' }, period } }),
    ];
    expect(after(...run).when(take(ragioneria, 'controllo'))).toMatchObject({ refusal: 'approval/own-report' });
    const checked = [...run, take(segretario, 'controllo')];
    expect(after(...checked).when(sign())).toMatchObject({ facts: { rule: 'four-eyes' } });
    expect(types(after(...checked, sign(vice)).when(liquidate()))).toEqual(['liquidated.v1']);
  });

  it('given nothing that was paid before, or no degree yet, then there is nothing to adjust', () => {
    const share = SHARE;
    expect(after().when(adjust({ paid: null }))).toEqual({ refusal: 'objective/nothing-to-adjust', facts: { share } });
    expect(after().when(adjust({ claim: claim(AREA), paid: null }))).toHaveProperty('refusal');
    const unscored = { ...claim(AREA), degree: null };
    expect(after().when(adjust({ claim: unscored }))).toEqual({ refusal: 'objective/not-scored', facts: { share } });
  });

  it('given a run that is under way, then there is no second one; once it came back or was withdrawn, it is computed anew', () => {
    const again = adjust({ amount: '700' });
    expect(after(adjust()).when(again)).toMatchObject({ refusal: 'premium/already-computed' });
    expect(after(...authorised, liquidate()).when(again)).toMatchObject({ refusal: 'premium/already-computed' });
    const back = take(ragioneria, 'controllo', { outcome: 'return', points: ['Capitolo'] });
    expect(after(adjust(), proposed(), back).when(again)).toMatchObject({ events: [{ data: { total: '700.00' } }] });
  });

  it('given that the degree is another one since, then it is neither proposed nor liquidated as it stands', () => {
    const other = { planStatus: 'in-force', degrees: { [SHARE]: '70' }, period } as const;
    const changed = { refusal: 'premium/degrees-changed', facts: { share: SHARE } };
    expect(after(adjust()).when(propose({ standing: other }))).toMatchObject(changed);
    expect(after(...authorised).when(liquidate({ standing: other }))).toMatchObject(changed);
  });

  it('given whose evaluation is not definitive, then it waits for that, and is told no reserve: it has none', () => {
    const route = { chain, workflow: null, evaluations: true } as const;
    const standing = { planStatus: 'in-force', degrees, period, evaluated: ['u-head'] } as const;
    const refused = after(adjust({ route })).when(propose({ standing }));
    expect(refused).toMatchObject({
      refusal: 'premium/evaluations-missing',
      facts: { persons: 'u-moved', adjusts: paid.runId },
    });
    expect(refused).not.toHaveProperty('facts.needed');
    const all = { ...standing, evaluated: ['u-head', 'u-moved'] };
    expect(after(adjust({ route })).when(propose({ standing: all }))).toHaveProperty('events');
  });

  it('given any payment and two degrees, then never more than the degree of now makes of it, and its parts add up', () => {
    const cents = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 100 }), (was, before, now) => {
        const money = (amount: number) => (amount / 100).toFixed(2);
        const most = Math.floor((2 * was * now + before) / (2 * before));
        const asked = (amount: number) =>
          after().when(
            adjust({
              claim: {
                ...claim(AREA),
                degree: String(now),
                holders: [
                  { office: AREA, days: 200 },
                  { office: 'ragioneria', days: 165 },
                ],
              },
              paid: { ...paid, amount: money(was), byRun: money(was), degree: String(before) },
              amount: money(amount),
            }),
          );
        expect(asked(most + 1)).toMatchObject({
          refusal: 'objective/adjusted-above-degree',
          facts: { max: money(most) },
        });
        const outcome = asked(most);
        const [event] = 'events' in outcome ? outcome.events : [];
        if (event?.type !== 'premium.computed.v1') throw new Error('It was not computed.');
        const [entry] = event.data.entries;
        const parts = entry?.credits?.map(({ amount }) => Math.round(Number(amount) * 100)) ?? [];
        expect(parts.reduce((a, b) => a + b, 0)).toBe(most);
      }),
    );
  });
});
