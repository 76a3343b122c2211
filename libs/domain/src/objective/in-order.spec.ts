import {
  acknowledge,
  adjust,
  after,
  alarm,
  approve,
  assign,
  close,
  define,
  justify,
  liquidate,
  makeDefinitive,
  ratify,
  rectify,
  remove,
  reopen,
  report,
  resume,
  score,
  secretaryToTheEnd,
  sendBack,
  submit,
  suspend,
  upTo,
} from '../testing/commands.js';
import { archive, giunta, NEXT_YEAR, NOTED, nucleo, REGISTRY, SECRETARY } from '../testing/example.js';
import type { ObjectiveCommand, ObjectiveEvent } from './messages.js';
import { decideInOrder } from '../order/in-order.js';
import { requirePayable } from './payable.js';
import { objective } from './objective.js';

const MARCH = '2023-03-20T08:00:00.000Z';
const APRIL = '2023-04-20T08:00:00.000Z';
const scored = [...upTo.approved, score({ on: '2023-02-10', at: MARCH })];
const definitive = [...scored, makeDefinitive({ on: '2023-03-01', at: MARCH })];
const paid = [...definitive, liquidate({ on: '2023-03-01', at: MARCH })];
const ended = [...paid, ...secretaryToTheEnd];
const paidLater = [...definitive, liquidate({ on: '2023-03-10', at: MARCH }), ...secretaryToTheEnd];
const anew = { kind: 'DGC', number: '30', date: '2023-03-05' };
const judgedAnew = [
  reopen({ act: anew, at: MARCH }),
  approve({ at: MARCH }),
  approve({ step: 'certificazione', by: nucleo, at: MARCH }),
  approve({ step: 'presa-atto', by: giunta, at: MARCH, act: { ...NOTED, number: '31', date: '2023-03-20' } }),
  score({ degree: '80', reason: 'ricalcolo', at: APRIL, on: '2023-04-03' }),
];

/** Another deadline of the same day, which nobody has missed, stands before it. */
const oneDay = {
  ...archive,
  deadlines: archive.deadlines.toSorted((a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)),
};

type Case = readonly [
  what: string,
  history: readonly ObjectiveCommand[],
  command: (on: string) => ObjectiveCommand,
  needs: string,
  before: string,
  min: string,
];

const cases: readonly Case[] = [
  [
    'an acknowledgement before the share was given',
    [...upTo.defined, assign({ from: '2022-06-10' })],
    (on) => acknowledge({ on }),
    'assigned',
    '2022-06-09',
    '2022-06-10',
  ],
  [
    'a rectification before what it rectifies',
    [...upTo.acknowledged, report()],
    (on) => rectify({ on }),
    'progress',
    '2022-06-17',
    '2022-06-18',
  ],
  [
    'a justification before the deadline was missed',
    [...upTo.acknowledged, alarm('2022-08-01T08:00:00.000Z')],
    (on) => justify({ on }),
    'missed',
    '2022-07-31',
    '2022-08-01',
  ],
  ['a removal before its act', upTo.acknowledged, (on) => remove({ on }), 'act', '2022-07-09', '2022-07-10'],
  [
    'a resumption before the suspension',
    [...upTo.acknowledged, suspend()],
    (on) => resume({ on }),
    'suspended',
    '2022-06-30',
    '2022-07-01',
  ],
  [
    'a resumption before its act',
    [...upTo.acknowledged, suspend()],
    (on) => resume({ on, act: { kind: 'DGC', number: '44', date: '2022-07-05' } }),
    'act',
    '2022-07-04',
    '2022-07-05',
  ],
  [
    'a report handed in again before it was sent back',
    [...upTo.submitted, sendBack({ on: '2023-02-01', at: MARCH })],
    (on) => submit({ on, at: MARCH }),
    'returned',
    '2023-01-31',
    '2023-02-01',
  ],
  [
    'a degree before the report was approved',
    upTo.approved,
    (on) => score({ on, at: MARCH }),
    'approved',
    '2023-01-19',
    '2023-01-20',
  ],
  [
    'a definitive outcome before the degree',
    scored,
    (on) => makeDefinitive({ on, at: MARCH }),
    'scored',
    '2023-02-09',
    '2023-02-10',
  ],
  [
    'a reopening before what it reopens',
    definitive,
    (on) => reopen({ on, act: { ...anew, date: '2023-02-20' }, at: MARCH }),
    'definitive',
    '2023-02-28',
    '2023-03-01',
  ],
  [
    'a reopening before its act',
    definitive,
    (on) => reopen({ on, act: anew, at: MARCH }),
    'act',
    '2023-03-04',
    '2023-03-05',
  ],
  [
    'an adjustment before the new degree',
    [...paid, ...judgedAnew],
    (on) => adjust({ on, at: APRIL }),
    'scored',
    '2023-04-02',
    '2023-04-03',
  ],
  [
    'a close before its outcome is definitive',
    ended,
    (on) => close({ on, at: APRIL }),
    'definitive',
    '2023-02-28',
    '2023-03-01',
  ],
  ['a close before the payment', paidLater, (on) => close({ on, at: APRIL }), 'paid', '2023-03-09', '2023-03-10'],
  [
    'a reopening before the payment',
    paidLater,
    (on) => reopen({ on, act: { ...anew, date: '2023-03-01' }, at: APRIL }),
    'paid',
    '2023-03-09',
    '2023-03-10',
  ],
  ['a suspension before its act', upTo.acknowledged, (on) => suspend({ on }), 'act', '2022-06-29', '2022-06-30'],
  [
    'an urgent suspension before the share was given to anybody',
    [...upTo.defined, assign({ from: '2022-06-10' }), acknowledge()],
    (on) => suspend({ on, act: null }),
    'assigned',
    '2022-06-09',
    '2022-06-10',
  ],
  [
    'a ratification before the suspension',
    [...upTo.acknowledged, suspend({ act: null })],
    (on) => ratify({ on, act: { kind: 'DGC', number: '41', date: '2022-06-25' } }),
    'suspended',
    '2022-06-30',
    '2022-07-01',
  ],
  [
    'a removal before its plan was approved',
    upTo.acknowledged,
    (on) => remove({ on, planApprovedOn: '2022-07-12', at: MARCH }),
    'plan-approved',
    '2022-07-11',
    '2022-07-12',
  ],
  [
    'a close before a share was removed',
    [
      ...ended.slice(0, upTo.acknowledged.length),
      remove(),
      ...secretaryToTheEnd.slice(0, 2),
      remove({ shareId: SECRETARY, by: giunta }),
    ],
    (on) => close({ on, at: APRIL }),
    'removed',
    '2022-07-09',
    '2022-07-10',
  ],
];

describe('the order in which things happened', () => {
  it.each(cases)(
    'given %s, then it is refused, with what it rests on; on that day it may be',
    (_, history, command, needs, before, min) => {
      const there = after(...history);
      expect(there.when(command(before))).toEqual({
        refusal: 'objective/before-its-fact',
        facts: { field: 'occurredOn', share: REGISTRY, needs, value: before, min },
      });
      expect(there.when(command(min))).toHaveProperty('events');
    },
  );

  it('given what is recorded on the day on which it happens, or by the system, then its day is not asked for', () => {
    expect(after(...scored).when(makeDefinitive({ at: MARCH }))).toHaveProperty('events');
    const system = { id: 'system', office: 'system' };
    expect(after(...scored).when(makeDefinitive({ by: system, on: '2023-01-01', at: MARCH }))).toHaveProperty('events');
  });

  it('given another share that is further, or another thing that is later, then each is asked for its own', () => {
    const [given, seen, ...others] = secretaryToTheEnd;
    const both = [
      ...upTo.acknowledged,
      given!,
      seen!,
      ...others.slice(0, 4),
      ...scored.slice(upTo.acknowledged.length),
    ];
    const later = score({ shareId: SECRETARY, degree: '100', on: '2023-03-15', at: MARCH });
    expect(after(...both, later).when(makeDefinitive({ on: '2023-02-10', at: MARCH }))).toHaveProperty('events');
    const entries = [report({ occurredOn: '2022-06-02' }), report({ progressId: 'p-2' })];
    const rectified = rectify({ progressId: 'p-2', on: '2022-06-10' });
    expect(after(...upTo.acknowledged, ...entries).when(rectified)).toMatchObject({ facts: { min: '2022-06-18' } });
    const missed = [...upTo.acknowledged, alarm('2022-08-08T08:00:00.000Z')];
    const weekly = { deadlineId: 'weekly', instance: '2022-07-31' };
    const of = (instance: string) =>
      justify({ missed: { ...weekly, instance }, on: '2022-08-01', at: '2022-08-09T08:00:00.000Z' });
    expect(after(...missed).when(of('2022-08-07'))).toMatchObject({ facts: { min: '2022-08-08' } });
    expect(after(...missed).when(of('2022-07-31'))).toHaveProperty('events');
    const one = [define({ objective: oneDay }), ...upTo.acknowledged.slice(1), alarm('2022-08-08T08:00:00.000Z')];
    expect(after(...one).when(justify({ on: '2022-08-01', at: '2022-08-09T08:00:00.000Z' }))).toHaveProperty('events');
  });

  it('given that what it needs is not there at all, then that is what is said, whatever the day', () => {
    const on = '2022-06-20';
    const acknowledged = after(...upTo.acknowledged);
    expect(after(...upTo.defined).when(acknowledge({ on }))).toMatchObject({ refusal: 'objective/not-assigned' });
    expect(acknowledged.when(rectify({ on }))).toMatchObject({ refusal: 'objective/unknown-progress' });
    const nowhere = { deadlineId: 'draft', instance: '2022-01-01' };
    expect(acknowledged.when(justify({ on, missed: nowhere }))).toMatchObject({
      refusal: 'objective/unknown-deadline',
    });
    expect(acknowledged.when(resume({ on }))).toMatchObject({ refusal: 'lifecycle/not-allowed' });
    expect(acknowledged.when(score({ on }))).toMatchObject({ refusal: 'objective/rendicontazione-not-approved' });
    expect(after(...upTo.approved, reopen()).when(score({ on }))).toMatchObject({
      refusal: 'objective/rendicontazione-not-approved',
    });
  });

  it('given a removal of a day before a rest that was recorded in between, then only its act is asked for', () => {
    const at = '2022-08-05T08:00:00.000Z';
    const resting = after(...upTo.acknowledged, suspend({ from: '2022-08-01', at }));
    expect(resting.when(remove({ on: '2022-07-10', at }))).toHaveProperty('events');
  });

  it('given a degree and a definitive outcome, then the log says of which day each is', () => {
    const share = after(...definitive).state.shares[0];
    expect(share?.score).toEqual({ degree: '95', reason: '', on: '2023-02-10' });
    expect(share?.definitive).toMatchObject({ on: '2023-03-01' });
    expect(after(...scored).when(makeDefinitive({ at: MARCH }))).toMatchObject({
      events: [{ data: { on: '2023-03-20' } }],
    });
  });

  it('given a log of an earlier release, which gives no days, then what follows may be of any day after the approval', () => {
    const { state } = after(...upTo.approved);
    const old: readonly ObjectiveEvent[] = [
      { type: 'objective.scored.v1', data: { shareId: REGISTRY, degree: '95', reason: '' } },
      { type: 'objective.made-definitive.v1', data: { shareId: REGISTRY, note: '' } },
    ];
    const known = old.reduce((before, event) => objective.evolve(before, event), state);
    const reopening = (on: string) => () => decideInOrder(objective, reopen({ on, at: MARCH }), known, on);
    expect(reopening('2023-01-20')).not.toThrow();
    expect(reopening('2023-01-19')).toThrow(expect.objectContaining({ code: 'objective/before-its-fact' }));
  });

  it('given a payment of a day before the outcome was definitive, then it is refused; of that day it may be', () => {
    const { state } = after(...definitive);
    const paying = (on: string | null) => () => {
      for (const share of state.shares) requirePayable(state, share, on === null ? null : { field: 'occurredOn', on });
    };
    expect(paying('2023-02-28')).toThrow(expect.objectContaining({ code: 'objective/before-its-fact' }));
    expect(paying('2023-03-01')).not.toThrow();
    expect(paying(null)).not.toThrow();
  });

  it('given an act and no day, then what is done by it is of the day of the act, and asked for its order by that', () => {
    const done = after(...paidLater, close({ on: '2023-03-15', at: MARCH }));
    const reopened = (date: string) => done.when(reopen({ act: { ...anew, date }, at: APRIL }));
    expect(reopened('2023-03-09')).toEqual({
      refusal: 'objective/before-its-fact',
      facts: { field: 'act.date', share: REGISTRY, needs: 'paid', value: '2023-03-09', min: '2023-03-10' },
    });
    // the close decided nothing: an act of before it is recorded after it
    expect(reopened('2023-03-10')).toHaveProperty('events');
    const endedBy = (date: string) => after(...scored).when(makeDefinitive({ act: { ...anew, date }, at: MARCH }));
    expect(endedBy('2023-02-09')).toMatchObject({ facts: { field: 'act.date', needs: 'scored', min: '2023-02-10' } });
    expect(endedBy('2023-02-10')).toMatchObject({ events: [{ data: { on: '2023-02-10' } }] });
    const over = after(...paidLater);
    const closedBy = (date: string) => over.when(close({ act: { ...anew, date }, at: MARCH }));
    expect(closedBy('2023-03-09')).toMatchObject({ facts: { field: 'act.date', needs: 'paid', min: '2023-03-10' } });
    expect(closedBy('2023-03-10')).toHaveProperty('events');
    const urgent = after(...upTo.acknowledged, suspend({ act: null }));
    const ratified = (date: string) => urgent.when(ratify({ act: { kind: 'DGC', number: '41', date } }));
    expect(ratified('2022-06-30')).toMatchObject({ facts: { field: 'act.date', needs: 'suspended' } });
    expect(ratified('2022-07-01')).toHaveProperty('events');
  });

  it('given a share that a variation changed, then its office takes note of it from then on; of another share it does not matter', () => {
    const shareIds = [REGISTRY];
    const planned = {
      ...archive,
      indicators: archive.indicators.map((one) => ({ ...one, text: `${one.text}, tutti` })),
    };
    const vary = {
      type: 'objective.vary',
      variationId: 'demo-2022-1',
      objective: planned,
      act: { kind: 'DGC', number: '60', date: '2022-07-15' },
      by: { id: 'system', office: 'system' },
      at: '2022-07-20T08:00:00.000Z',
    } as const;
    const there = after(...upTo.acknowledged, vary);
    expect(there.state.days).toMatchObject(Object.fromEntries(shareIds.map((id) => [`varied/${id}`, '2022-07-15'])));
    const at = '2022-07-21T08:00:00.000Z';
    expect(there.when(acknowledge({ on: '2022-07-14', at }))).toMatchObject({ facts: { needs: 'varied' } });
    expect(there.when(acknowledge({ on: '2022-07-15', at }))).toHaveProperty('events');
  });

  it('given a resumption that is recorded later, then work went on from the day on which it happened', () => {
    const resumed = after(...upTo.acknowledged, suspend()).when(resume({ on: '2022-07-05' }));
    expect(resumed).toMatchObject({ events: [{ data: { on: '2022-07-05', days: 4 } }] });
  });

  it('given a rest, then no day rests twice; one of before it is recorded after it, once it is over', () => {
    const rested = after(...upTo.acknowledged, suspend(), resume());
    const again = (from: string, until = '2022-09-30') =>
      suspend({ from, until, act: { kind: 'DGC', number: '41', date: from }, at: '2022-08-01T08:00:00.000Z' });
    const stands = { from: '2022-07-01', resumedOn: '2022-07-11', share: REGISTRY };
    expect(rested.when(again('2022-07-10'))).toEqual({
      refusal: 'objective/rest-stands',
      facts: { field: 'from', value: '2022-07-10', to: '2022-09-30', ...stands },
    });
    expect(rested.when(again('2022-06-25', '2022-07-01'))).toMatchObject({
      refusal: 'objective/rest-stands',
      facts: { field: 'until', ...stands },
    });
    expect(rested.when(again('2022-07-11'))).toHaveProperty('events');
    expect(rested.when(again('2022-06-25', '2022-06-30'))).toHaveProperty('events');
    const lasts = after(...upTo.acknowledged, suspend()).when(again('2022-06-25', '2022-06-30'));
    expect(lasts).toEqual({
      refusal: 'objective/rest-lasts',
      facts: { field: 'from', share: REGISTRY, value: '2022-06-25', from: '2022-07-01', until: '2022-09-30' },
    });
  });

  it('given a rest that was ended on its first day, then it holds off no other', () => {
    const ended = after(...upTo.acknowledged, suspend(), resume({ at: '2022-07-01T09:00:00.000Z' }));
    expect(ended.when(suspend({ from: '2022-06-30', at: '2022-07-02T08:00:00.000Z' }))).toHaveProperty('events');
  });

  it('given a day that is none, then it is refused as such', () => {
    expect(after(...scored).when(makeDefinitive({ on: 'ieri', at: NEXT_YEAR }))).toMatchObject({
      refusal: 'value/not-a-date',
      facts: { field: 'occurredOn' },
    });
  });
});
