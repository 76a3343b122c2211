import { acknowledge, after, assign, define, fulfilLate, report, sendBack, submit } from '../testing/commands.js';
import { head, NEXT_YEAR, REGISTRY } from '../testing/example.js';
import { daysTaken } from './days-taken.js';
import { creditOf } from './moves.js';

const AT = '2022-10-20T08:00:00.000Z';
const first = assign({ from: '2022-03-01' });
const toTributi = (fields: Parameters<typeof assign>[0] = {}) => assign({ office: 'tributi', at: AT, ...fields });
const decree = (date: string) => ({ kind: 'decreto', number: '91', date });
const reason = 'il passaggio è stato del 1° settembre, la registrazione è di oggi';
const taken = { office: 'affari-generali', to: 'tributi', from: '2022-09-01', until: '2022-10-19', days: 49 };

describe('days that a hand-over takes from whoever has the share', () => {
  const given = after(define(), first);

  it('given a first day before today, when neither a reason nor an act of then says why, then objective/days-without-reason', () => {
    const facts = { share: REGISTRY, former: 'affari-generali', later: 'tributi', field: 'reason', days: 49 };
    const unexplained = { refusal: 'objective/days-without-reason', facts: { ...facts, value: '2022-09-01' } };
    expect(given.when(toTributi({ from: '2022-09-01' }))).toEqual(unexplained);
    expect(given.when(toTributi({ from: '2022-09-01', reason: ' ' }))).toEqual(unexplained);
    expect(given.when(toTributi({ on: '2022-09-01' }))).toEqual(unexplained);
    expect(given.when(toTributi({ from: '2022-09-01', act: decree('2022-09-02') }))).toEqual(unexplained);
    expect(given.when(toTributi({ from: '2022-09-01', act: decree('2022-09-01') }))).toHaveProperty('events');
    expect(given.when(toTributi({ from: '2022-09-01', act: decree('2022-09-02'), reason }))).toHaveProperty('events');
  });

  it('given today, or a day of the year after, then it takes none and nothing is asked', () => {
    expect(given.when(toTributi())).toMatchObject({ events: [{ data: { from: '2022-10-20' } }] });
    expect(given.when(toTributi({ from: '2023-01-02', at: NEXT_YEAR }))).toEqual({
      events: [{ type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: 'tributi', from: '2023-01-02' } }],
    });
    expect(after(define()).when(assign({ from: '2022-03-01', at: AT }))).toEqual({
      events: [
        { type: 'objective.assigned.v1', data: { shareId: REGISTRY, office: 'affari-generali', from: '2022-03-01' } },
      ],
    });
  });

  it('given the reason, then the event tells it and whose days they were, and the share keeps both', () => {
    const command = toTributi({ from: '2022-09-01', reason });
    expect(given.when(command)).toMatchObject({ events: [{ data: { from: '2022-09-01', taken, reason } }] });
    expect(daysTaken(command, given.state)).toEqual(taken);
    const [share] = after(define(), first, command).state.shares;
    expect(share?.taken).toEqual([taken]);
    expect(creditOf(share?.holders ?? [], '2022-12-31').map(({ office, days }) => [office, days])).toEqual([
      ['affari-generali', 184],
      ['tributi', 122],
    ]);
  });

  it('given days beyond the plan’s year, then those of the year alone are counted', () => {
    const late = toTributi({ from: '2022-12-30', at: NEXT_YEAR, reason });
    expect(given.when(late)).toMatchObject({ events: [{ data: { taken: { until: '2022-12-31', days: 2 } } }] });
    const early = after(define(), assign({ from: '2021-12-15' }));
    expect(early.when(toTributi({ from: '2021-12-20', reason }))).toMatchObject({
      events: [{ data: { taken: { from: '2022-01-01', until: '2022-10-19' } } }],
    });
  });

  it('given a first day that is put right, then the days are those of the office before', () => {
    const handed = toTributi({ from: '2022-10-20' });
    const put = toTributi({ from: '2022-09-01', reason });
    expect(after(define(), first, handed).when(put)).toMatchObject({
      events: [{ type: 'objective.assignment-corrected.v1', data: { before: '2022-10-20', taken } }],
    });
    const again = toTributi({ from: '2022-08-31', reason });
    expect(after(define(), first, handed, put, again).state.shares[0]?.taken).toEqual([
      taken,
      { ...taken, from: '2022-08-31', until: '2022-08-31', days: 1 },
    ]);
    // nobody had it before
    expect(given.when(assign({ from: '2022-02-01', reason, at: AT }))).not.toHaveProperty('events.0.data.taken');
  });
});

describe('what somebody did as the office that has a share', () => {
  const acknowledged = [define(), first, acknowledge({ at: '2022-06-20T08:00:00.000Z' })];
  const reported = [...acknowledged, report({ occurredOn: '2022-09-10', at: '2022-09-10T08:00:00.000Z' })];
  const since = (day: string, min: string) => ({
    refusal: 'objective/worked-since',
    facts: { former: 'affari-generali', later: 'tributi', field: 'from', since: day, min },
  });

  it.each([
    ['acknowledged it', acknowledged, '2022-06-20', '2022-06-21'],
    ['reported progress', reported, '2022-09-10', '2022-09-11'],
    [
      'fulfilled a deadline late',
      [...acknowledged, fulfilLate({ by: head, at: '2022-08-03T08:00:00.000Z' })],
      '2022-08-03',
      '2022-08-04',
    ],
  ] as const)(
    'given that it %s, then it goes to nobody from that day or before, whatever the reason',
    (_, history, day, next) => {
      const was = after(...history);
      expect(was.when(toTributi({ from: day, reason }))).toMatchObject(since(day, next));
      expect(was.when(toTributi({ from: '2022-03-01', reason }))).toMatchObject(since(day, next));
      expect(was.when(toTributi({ from: next, reason }))).toHaveProperty('events');
    },
  );

  it('given a report that came back, then it is what the office did last', () => {
    const was = after(
      ...acknowledged,
      submit({ at: '2022-09-30T08:00:00.000Z' }),
      sendBack({ at: '2022-10-03T08:00:00.000Z' }),
    );
    expect(was.when(toTributi({ from: '2022-09-30', reason }))).toMatchObject(since('2022-09-30', '2022-10-01'));
  });

  it('given an act, of whatever day, then it says so', () => {
    const was = after(...reported);
    expect(was.when(toTributi({ from: '2022-03-01', act: decree('2022-03-01') }))).toHaveProperty('events');
    expect(was.when(toTributi({ from: '2022-03-01', act: decree('2022-10-01'), reason }))).toHaveProperty('events');
  });

  it('given that it was handed over since, when the first day of the new office is put right, then no further than that either', () => {
    const tributi = { id: 'u-tributi', office: 'tributi' };
    const handed = [...reported, toTributi(), acknowledge({ by: tributi, at: AT })];
    const was = after(...handed);
    expect(was.when(toTributi({ from: '2022-09-10', reason }))).toMatchObject(since('2022-09-10', '2022-09-11'));
    expect(was.when(toTributi({ from: '2022-09-11', reason }))).toHaveProperty('events');
    expect(was.when(toTributi({ from: '2022-09-10', reason, act: decree('2022-09-10') }))).toHaveProperty('events');
    // of what the new office did since nobody asks
    expect(
      after(...handed).when(assign({ office: 'personale', from: '2022-10-20', reason, at: NEXT_YEAR })),
    ).toMatchObject({ refusal: 'objective/worked-since', facts: { former: 'tributi', since: '2022-10-20' } });
  });
});
