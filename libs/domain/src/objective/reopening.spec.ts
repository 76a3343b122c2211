import {
  adjust,
  after,
  alarm,
  approve,
  close,
  define,
  fulfilLate,
  justify,
  liquidate,
  makeDefinitive,
  rectify,
  reopen,
  report,
  score,
  submit,
  secretaryToTheEnd,
  sendBack,
  upTo,
} from '../testing/commands.js';
import { addDays } from '../calendar/civil.js';
import { romeDayOf } from '../calendar/rome.js';
import { chain, giunta, NEXT_YEAR, NOTED, nucleo, REGISTRY } from '../testing/example.js';
import { objectiveStatusOf, statusOf } from './state.js';
import { usualLifecycle } from './usual-lifecycle.js';
import { waitingOn, type Waiting } from './waiting.js';

const AUGUST = '2022-08-05T08:00:00.000Z';

const closed = [...upTo.liquidated, ...secretaryToTheEnd, close({ comment: 'tutto come da delibera' })];
const judgedAgain = [
  approve(),
  approve({ step: 'certificazione', by: nucleo }),
  approve({ step: 'presa-atto', by: giunta, act: NOTED }),
];

describe('an outcome that is definitive, and one that is opened again', () => {
  it('given a scored share, when nothing can be said against it any more, then it is definitive and may be paid', () => {
    const definitive = after(...upTo.scored, makeDefinitive());
    expect(definitive.state.shares.map(statusOf)).toEqual(['definitive', 'defined']);
    expect(definitive.when(liquidate())).toHaveProperty('events');
  });

  it('given a body that asks for an act, when it is made definitive without, then lifecycle/act-missing; by one of its kind it keeps that', () => {
    const transitions = usualLifecycle.transitions.map((one) =>
      one.verb === 'make-definitive' ? { ...one, act: { kinds: ['decreto'] } } : one,
    );
    const asked = after(define({ workflow: { ...usualLifecycle, transitions } }), ...upTo.scored.slice(1));
    const act = { kind: 'Decreto', number: '5', date: '2023-01-20' };
    expect(asked.when(makeDefinitive())).toEqual({
      refusal: 'lifecycle/act-missing',
      facts: { verb: 'make-definitive', kinds: 'decreto' },
    });
    expect(asked.when(makeDefinitive({ act: { ...act, kind: 'DGC' } }))).toMatchObject({
      refusal: 'lifecycle/act-of-another-kind',
    });
    const done = { shareId: REGISTRY, act, on: act.date };
    expect(asked.when(makeDefinitive({ act }))).toMatchObject({ events: [{ data: done }] });
    const { state } = after(...upTo.scored, makeDefinitive({ act }));
    expect(state.shares[0]?.definitive).toMatchObject({ act, on: act.date });
  });

  it('given a definitive share, then it takes no more facts until it is reopened by act', () => {
    const entry = report({ fulfils: { deadlineId: 'weekly', instance: '2022-06-26' } });
    const scored = [...upTo.acknowledged, entry, alarm(AUGUST), ...upTo.scored.slice(upTo.acknowledged.length)];
    const facts = [
      report({ progressId: 'p-2', at: NEXT_YEAR }),
      rectify({ at: NEXT_YEAR }),
      fulfilLate({ at: NEXT_YEAR }),
      justify({ at: NEXT_YEAR }),
    ];
    const late = ({ deadline }: Waiting) => deadline !== null;
    const definitive = after(...scored, makeDefinitive());
    for (const fact of facts) {
      expect(definitive.when(fact)).toMatchObject({
        refusal: 'objective/rendicontazione-already-approved',
        facts: { share: REGISTRY },
      });
      expect(after(...scored, makeDefinitive(), reopen()).when(fact)).toHaveProperty('events');
    }
    expect(waitingOn(after(...scored).state).filter(late)).not.toEqual([]);
    expect(waitingOn(definitive.state).filter(late)).toEqual([]);
  });

  it('given an approved report without a degree, when made definitive, then it is refused', () => {
    expect(after(...upTo.approved).when(makeDefinitive())).toMatchObject({ refusal: 'objective/not-scored' });
  });

  it.each([
    ['approved', upTo.approved],
    ['scored', upTo.scored],
    ['definitive', [...upTo.scored, makeDefinitive()]],
    ['liquidated', upTo.liquidated],
    ['closed', closed],
  ])('given it was %s, when reopened by act, then its report is judged again from the first step', (_, commands) => {
    const reopened = after(...commands, reopen());
    const { state } = reopened;
    expect(statusOf(state.shares[0] ?? never())).toBe('rendicontazione-submitted');
    expect(state.closed).toBe(false);
    expect(reopened.when(approve())).toHaveProperty('events');
    expect(reopened.when(sendBack())).toHaveProperty('events');
  });

  it('given an act dated before the decision, when reopened by it, then it is refused; of the same day it may be', () => {
    const dated = (date: string) => reopen({ act: { kind: 'DGC', number: '3', date } });
    expect(after(...closed).when(dated('2023-01-19'))).toMatchObject({
      refusal: 'objective/reopened-before-decision',
      facts: { share: REGISTRY, value: '2023-01-19', min: NOTED.date },
    });
    expect(after(...closed).when(dated(NOTED.date))).toHaveProperty('events');
  });

  it('given the act that took note of it, however it is written, when reopened by that, then it is refused: another act it is', () => {
    const same = [NOTED, { ...NOTED, kind: 'dgc', number: `n. ${NOTED.number}/2023` }];
    for (const act of same) {
      expect(after(...closed).when(reopen({ act }))).toEqual({
        refusal: 'objective/reopened-by-same-act',
        facts: { share: REGISTRY, act: '2023-dgc-4' },
      });
    }
  });

  it('given a vote that is recorded late, then the decision is of the day on which it was cast', () => {
    const one = { ...chain, steps: chain.steps.slice(0, 1) };
    const voted = [...upTo.acknowledged, submit({ chain: one, on: '2023-01-10' }), approve({ on: '2023-01-12' })];
    const by = (date: string) => reopen({ act: { kind: 'DGC', number: '3', date } });
    expect(after(...voted).when(by('2023-01-11'))).toMatchObject({ facts: { min: '2023-01-12' } });
    expect(after(...voted).when(by('2023-01-12'))).toHaveProperty('events');
  });

  it('given a decision without an act, then the day of the last vote is that of the decision', () => {
    const one = { ...chain, steps: chain.steps.slice(0, 1) };
    const voted = [...upTo.acknowledged, submit({ chain: one }), approve()];
    const day = romeDayOf(NEXT_YEAR);
    const before = reopen({ act: { kind: 'DGC', number: '3', date: addDays(day, -1) } });
    expect(after(...voted).when(before)).toMatchObject({ facts: { min: day } });
  });

  it('given it is judged anew, then the act that took note of it before does not take note of it again', () => {
    const later = '2023-03-10T08:00:00.000Z';
    const act = { kind: 'DGC', number: '9', date: '2023-03-01' };
    const anew = [...upTo.approved, reopen({ at: later, act })];
    const noted = (date: string) => approve({ step: 'presa-atto', by: giunta, at: later, act: { ...act, date } });
    const certified = [approve({ at: later }), approve({ step: 'certificazione', by: nucleo, at: later })];
    expect(after(...anew, ...certified).when(noted(NOTED.date))).toMatchObject({
      refusal: 'approval/act-before-reopening',
      facts: { min: act.date, value: NOTED.date },
    });
    expect(after(...anew, ...certified).when(noted('2023-03-05'))).toMatchObject({
      refusal: 'approval/act-before-certification',
      facts: { certified: 'certificazione', min: '2023-03-10' },
    });
    expect(after(...anew, ...certified).when(noted('2023-03-10'))).toHaveProperty('events');
  });

  it('given a chain of the act alone, when sent back after a reopening, then the act is still not older than that', () => {
    const handedIn = submit({
      on: '2023-01-09',
      chain: { ...chain, steps: chain.steps.slice(2).map((s) => ({ ...s, outcomes: ['approve', 'return'] as const })) },
    });
    const reopening = reopen({ act: { kind: 'DGC', number: '9', date: '2023-01-20' } });
    const noted = (date: string) => approve({ step: 'presa-atto', by: giunta, act: { ...NOTED, date } });
    const back = [sendBack({ step: 'presa-atto', by: giunta }), { ...handedIn, on: '2023-01-20' }];
    const again = after(...upTo.acknowledged, handedIn, noted('2023-01-10'), reopening, ...back);
    expect(again.when(noted('2023-01-19'))).toMatchObject({ refusal: 'approval/act-before-reopening' });
    expect(again.when(noted('2023-01-20'))).toHaveProperty('events');
  });

  it('given an act that took note of the report before an earlier reopening, then it does not reopen it either', () => {
    const anew = { kind: 'DGC', number: '9', date: '2023-01-20' };
    const second = { ...NOTED, number: '10', date: '2023-01-20' };
    const noted = approve({ step: 'presa-atto', by: giunta, act: second });
    const again = after(...upTo.approved, reopen({ act: anew }), ...judgedAgain.slice(0, 2), noted);
    for (const act of [NOTED, second, { ...NOTED, number: 'n. 4/2023' }]) {
      expect(again.when(reopen({ act }))).toMatchObject({ refusal: 'objective/reopened-by-same-act' });
    }
    expect(again.when(reopen({ act: { ...NOTED, number: '11' } }))).toHaveProperty('events');
    const handedInAnew = after(
      ...upTo.approved,
      reopen({ act: anew }),
      sendBack(),
      submit(),
      approve(),
      ...judgedAgain.slice(1, 2),
      noted,
    );
    expect(handedInAnew.when(reopen({ act: NOTED }))).toMatchObject({ refusal: 'objective/reopened-by-same-act' });
  });

  it('given a closed objective, when reopened, then the closing comment, the degree and the payment are still there', () => {
    const { state } = after(...closed, reopen());
    expect(state.closings).toEqual([{ comment: 'tutto come da delibera' }]);
    expect(state.shares[0]).toMatchObject({
      score: null,
      premium: null,
      reopenings: [{ reason: 'conteggio sbagliato', degree: '95' }],
      adjusting: { runId: 'areas-2022', amount: '1234.50' },
    });
    expect(objectiveStatusOf(state)).toBe('rendicontazione-submitted');
  });

  it('given it was paid before, when scored anew, then it is adjusted by a run of its own and never paid a second time', () => {
    const scored = [...closed, reopen(), ...judgedAgain, score({ degree: '80', reason: 'conteggio corretto' })];
    expect(after(...scored).when(liquidate({ runId: 'another' }))).toMatchObject({
      refusal: 'objective/adjustment-needed',
      facts: { run: 'areas-2022' },
    });
    expect(after(...scored).when(adjust())).toMatchObject({
      events: [
        {
          type: 'objective.premium-adjusted.v1',
          data: { shareId: REGISTRY, runId: 'adjustment-2022', before: '1234.50', after: '1000.00' },
        },
      ],
    });
    const adjusted = after(...scored, adjust());
    expect(adjusted.state.shares[0]).toMatchObject({ premium: { amount: '1000.00' }, adjusting: null });
    expect(adjusted.when(close({ comment: 'di nuovo' }))).toHaveProperty('events');
    expect(adjusted.when(adjust({ runId: 'x' }))).toMatchObject({ refusal: 'objective/nothing-to-adjust' });
  });
});

function never(): never {
  throw new Error('The example has no shares');
}
