import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ActReference } from '../values.js';
import { approve, liquidate, reopen, score, upTo } from '../testing/commands.js';
import * as objectives from '../testing/commands.js';
import { eventsOf } from '../testing/given.js';
import { giunta, nucleo } from '../testing/example.js';
import { after, compute, DETERMINA, liquidate as pay, personale, staff, AT } from '../testing/premium.js';
import type { ObjectiveCommand } from '../objective/messages.js';
import { objective } from '../objective/objective.js';
import { Refused } from '../refused.js';
import type { AwaitedEntry, PremiumCommand, PremiumCommandOf, SettledRun } from './messages.js';
import { premium } from './premium.js';

const SHARE = '6.1.1-affari-generali';
const OF_SHARE = { objectiveId: '2022-6.1.1', shareId: SHARE, areaId: 'affari-generali', weight: '10' };
const period = { from: '2022-01-01', to: '2022-12-31' };
const act = (number: number): ActReference => ({ kind: 'DGC', number: String(number), date: '2023-01-20' });

/** What befalls a share once it is paid, in the streams of the objective and of the runs that pay it. */
class Paying {
  private state = eventsOf(objective, ...upTo.approved).reduce(
    (state, event) => objective.evolve(state, event),
    objective.initial,
  );
  private acts = 100;

  get share() {
    const [share] = this.state.shares;
    if (share === undefined) throw new Error('It is not there.');
    return share;
  }

  /** @returns the refusal; null: it was done */
  objective(...commands: readonly ObjectiveCommand[]): string | null {
    for (const command of commands) {
      const decided = outcomeOf(() => objective.decide(command, this.state));
      if (typeof decided === 'string') return decided;
      this.state = decided.reduce((state, event) => objective.evolve(state, event), this.state);
    }
    return null;
  }

  judge(degree: string): void {
    const noted = act(this.acts++);
    const again = this.share.rendicontazione?.status === 'approved' ? [] : approvedBy(noted);
    assert.equal(this.objective(...again, score({ degree, reason: 'conteggio' })), null);
  }

  reopen(): void {
    assert.equal(this.objective(reopen({ act: act(this.acts++) })), null);
  }

  /** A run of its own for what was paid before, of that amount; sent back and computed anew first, or not. */
  adjust(runId: string, cents: bigint, isTakenBack: boolean): string | null {
    const { adjusting: paid, score: scored } = this.share;
    const asked: PremiumCommandOf<'premium.adjust'> = {
      type: 'premium.adjust',
      runId,
      planId: '2022',
      claim: { ...OF_SHARE, degree: scored?.degree ?? null },
      paid,
      amount: money(cents),
      route: null,
      period,
      staff,
      by: personale,
      at: AT,
    };
    const computed = after().when(asked);
    if ('refusal' in computed) return computed.refusal;
    const before = isTakenBack ? [asked, withdrawn] : [];
    const liquidated = after(...before, asked).when(pay({ act: DETERMINA }));
    if ('refusal' in liquidated) return liquidated.refusal;
    return this.objective(objectives.adjust({ runId, amount: money(cents) }));
  }
}

function outcomeOf<T>(decide: () => T): T | string {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

const withdrawn: PremiumCommand = {
  type: 'premium.withdraw',
  reason: 'errore',
  act: null,
  staff,
  by: personale,
  at: AT,
};
const approvedBy = (noted: ActReference) => [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: noted }),
];
const money = (cents: bigint) => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
const centsOf = (amount: string) => BigInt(amount.replace('.', ''));
const rounded = (cents: bigint, now: number, by: number) => (2n * cents * BigInt(now) + BigInt(by)) / (2n * BigInt(by));

/** What a fund of two shares pays this one by that degree, and would by the full one. */
function paidOf(fund: bigint, degree: number) {
  const other = { ...OF_SHARE, shareId: 'altra', areaId: 'tributi', weight: '2.5', degree: '80' };
  const asked = compute('affari-generali', {
    fund: money(fund),
    claims: [{ ...OF_SHARE, degree: String(degree) }, other],
    route: null,
  });
  const [event] = eventsOf(premium, asked);
  const entry =
    event?.type === 'premium.computed.v1' ? event.data.entries.find(({ shareId }) => shareId === SHARE) : undefined;
  if (entry === undefined) throw new Error('It was not computed.');
  return entry;
}

describe('what a share is paid in all', () => {
  const degree = fc.oneof(fc.constantFrom(0, 50, 100), fc.integer({ min: 0, max: 100 }));
  const turn = fc.record({ degree, isTakenBack: fc.boolean(), part: fc.constantFrom(0, 50, 100) });

  it('given any degrees that it is judged by one after the other, then what it has is no more than the last makes of what a run paid, and no run pays it twice', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000_000n), degree, fc.array(turn, { maxLength: 6 }), (fund, first, turns) => {
        const life = new Paying();
        life.judge(String(first));
        const { amount, fullAmount } = paidOf(fund, first);
        const paid = { runId: 'aree', amount, ...(fullAmount !== undefined && { fullAmount }) };
        expect(life.objective(liquidate(paid))).toBeNull();
        const full = centsOf(fullAmount ?? '0');
        for (const [n, { degree: now, isTakenBack, part }] of turns.entries()) {
          expect(life.objective(liquidate({ runId: `altra-${n}` }))).toBe('objective/already-liquidated');
          life.reopen();
          life.judge(String(now));
          expect(life.objective(liquidate({ runId: `altra-${n}` }))).toBe('objective/adjustment-needed');
          const most = first === 0 ? rounded(full, now, 100) : rounded(centsOf(amount), now, first);
          expect(life.adjust(`conguaglio-${n}`, most + 1n, isTakenBack)).toBe('objective/adjusted-above-degree');
          expect(life.adjust(`conguaglio-${n}`, (most * BigInt(part)) / 100n, isTakenBack)).toBeNull();
          expect(centsOf(life.share.premium?.amount ?? '')).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('given a degree of 0, then a run says what the full one would have got, but for the cents that it divides', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10_000_000n), (fund) => {
        const full = centsOf(paidOf(fund, 0).fullAmount ?? '');
        expect([-1n, 0n, 1n]).toContain(full - centsOf(paidOf(fund, 100).amount));
      }),
    );
    expect(paidOf(1_000n, 1)).not.toHaveProperty('fullAmount');
  });
});

/** Pays a share out of what a run has set aside, by a degree. */
function settledOf(earlier: SettledRun, shareId: string, degree: string) {
  const shares = [{ shareId, degree, isPaid: false, fromReserve: '0' }];
  const standing = { period, evaluated: [] };
  const nobody = { ...staff, tenures: [] };
  const route = null;
  const asked = { runId: 'dopo', earlier, shares, route, standing, staff: nobody, by: personale, at: AT };
  const [event] = eventsOf(premium, { type: 'premium.settle', ...asked });
  const [entry] = event?.type === 'premium.computed.v1' ? event.data.entries : [];
  if (entry === undefined) throw new Error('It was not settled.');
  const { amount, fullAmount, ceiling } = entry;
  return { amount, ...(fullAmount !== undefined && { fullAmount }), ...(ceiling !== undefined && { ceiling }) };
}

describe('what is paid out of a reserve in all', () => {
  const part = fc.record({ cents: fc.bigInt(1n, 1_000_000n), before: fc.integer({ min: 1, max: 100 }) });
  const degree = fc.oneof(fc.constantFrom(0, 100), fc.integer({ min: 0, max: 100 }));

  it('given a share that is settled by any degree, and judged by any others since, then it has what it would if it had been settled by the last, and all have no more than the reserve', () => {
    const share = fc.record({ part, first: degree, later: fc.array(degree, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 3 }), fc.bigInt(0n, 500_000n), (shares, beyond) => {
        const awaited = shares.map(({ part: { cents, before } }, at): AwaitedEntry => {
          const entry = { ...OF_SHARE, shareId: at === 0 ? SHARE : `altra-${at}` };
          return { ...entry, degree: String(before), amount: money(cents), persons: [] };
        });
        const all = awaited.reduce((sum, { amount }) => sum + centsOf(amount), beyond);
        const earlier: SettledRun = {
          runId: 'aree',
          planId: '2022',
          scope: { kind: 'areas' },
          reserve: money(all),
          awaited,
          liquidated: true,
        };
        let spent = 0n;
        for (const [at, { part: set, first, later }] of shares.entries()) {
          const last = String(later.at(-1) ?? first);
          const shareId = awaited[at]?.shareId ?? '';
          const due = centsOf(settledOf(earlier, shareId, last).amount);
          expect(centsOf(settledOf(earlier, shareId, String(set.before)).amount)).toBe(set.cents);
          spent += due;
          const life = new Paying();
          life.judge(String(first));
          expect(
            life.objective(liquidate({ runId: 'dopo', ...settledOf(earlier, shareId, String(first)) })),
          ).toBeNull();
          for (const [n, now] of later.entries()) {
            life.reopen();
            life.judge(String(now));
            const most = centsOf(settledOf(earlier, shareId, String(now)).amount);
            expect(life.adjust(`conguaglio-${n}`, most + 1n, false)).toBe('objective/adjusted-above-degree');
            expect(life.adjust(`conguaglio-${n}`, most, false)).toBeNull();
          }
          expect(centsOf(life.share.premium?.amount ?? '')).toBe(due);
        }
        expect(spent).toBeLessThanOrEqual(all);
      }),
      { numRuns: 60 },
    );
  });
});
