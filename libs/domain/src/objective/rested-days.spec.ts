import fc from 'fast-check';
import { addDays, daysBetween } from '../calendar/civil.js';
import type { LocalDate } from '../values.js';
import { asMeant, dueAfter, dueAsShifted, laterBy, type Resting } from './rested-days.js';

const DUE = '2022-06-30';
const dated = (date: LocalDate) => ({ kind: 'DGC', number: '61', date });

/** Until the day before work went on, by an act of its first day unless another is told. */
const rest = (from: LocalDate, resumedOn: LocalDate, more: Partial<Resting> = {}): Resting => ({
  from,
  resumedOn,
  act: dated(from),
  ...more,
});

const due = (rests: readonly Resting[], fixedOn?: LocalDate) =>
  dueAfter(rests, { instance: DUE, ...(fixedOn !== undefined && { fixedOn }) });

describe('the day on which an occasion falls due after rests', () => {
  it.each<[string, readonly Resting[], LocalDate | undefined, LocalDate]>([
    ['no rest', [], undefined, DUE],
    ['one before it', [rest('2022-06-01', '2022-06-11')], undefined, '2022-07-10'],
    ['one that begins on its day', [rest(DUE, '2022-07-10')], undefined, '2022-07-10'],
    ['one that begins the day after', [rest('2022-07-01', '2022-07-11')], undefined, DUE],
    ['one decided on its day', [rest('2022-06-01', '2022-06-11', { act: dated(DUE) })], undefined, '2022-07-10'],
    ['one decided when it was over', [rest('2022-06-01', '2022-06-11', { act: dated('2022-07-01') })], undefined, DUE],
    ['one over before its day was fixed', [rest('2022-03-01', '2022-03-11')], '2022-03-11', DUE],
    ['one under way when its day was fixed', [rest('2022-03-01', '2022-03-11')], '2022-03-08', '2022-07-03'],
    ['one that begins when its day is fixed', [rest('2022-03-01', '2022-03-11')], '2022-03-01', '2022-07-10'],
    [
      'one that begins only because another moved it',
      [rest('2022-07-05', '2022-07-10'), rest('2022-06-01', '2022-06-11')],
      undefined,
      '2022-07-15',
    ],
    [
      'one decided after it was over, though another moves it beyond that later',
      [
        rest('2022-06-01', '2022-06-11', { act: dated('2022-07-20') }),
        rest('2022-05-01', '2022-05-11', { act: dated('2022-07-21') }),
      ],
      undefined,
      DUE,
    ],
  ])('given %s, then it is as many days later as work rested since it was fixed', (_, rests, fixedOn, day) => {
    expect(due(rests, fixedOn)).toBe(day);
    expect(due(rests.toReversed(), fixedOn)).toBe(day);
  });

  it.each<[string, Partial<Resting>, LocalDate]>([
    ['without an act, recorded in time', { act: null, recordedOn: DUE }, '2022-07-10'],
    ['without an act, recorded too late', { act: null, recordedOn: '2022-07-01' }, DUE],
    ['without an act, on its first day', { act: null }, '2022-07-10'],
    ['urgent, ratified afterwards', { act: dated('2022-07-15'), urgent: true }, '2022-07-10'],
    [
      'urgent, recorded after it was over and ratified before',
      { act: dated('2022-06-29'), urgent: true, recordedOn: '2022-07-02' },
      '2022-07-10',
    ],
    ['not urgent, decided afterwards', { act: dated('2022-07-15'), urgent: false, recordedOn: '2022-06-01' }, DUE],
  ])(
    'given a rest %s, then it is judged by the sooner of what was recorded and, where it was urgent, decided',
    (_, how, day) => {
      expect(due([rest('2022-06-01', '2022-06-11', how)])).toBe(day);
    },
  );

  it('given rests that do not overlap and were decided in time, then it is later by all their days', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lengths, (days) => {
        const rests = days.map((length, at) => {
          const from = addDays('2022-01-10', at * 30);
          return rest(from, addDays(from, length));
        });
        expect(daysBetween(DUE, due(rests))).toBe(days.reduce((sum, length) => sum + length, 0));
      }),
    );
  });
});

describe('how much later one rest more lets an occasion fall due', () => {
  const one = rest('2022-06-01', '2022-06-11');
  const other = rest('2022-06-21', '2022-06-26');

  it('given the day that its rests make, then by the days of this one', () => {
    expect(laterBy(other, [one], { instance: DUE, dueOn: '2022-07-10' })).toBe(5);
    expect(laterBy(rest('2022-07-20', '2022-07-25'), [one], { instance: DUE, dueOn: '2022-07-10' })).toBe(0);
  });

  it.each<[string, Resting, LocalDate, number]>([
    ['before it', other, '2022-08-01', 5],
    ['from that day on', other, '2022-06-21', 5],
    ['after it', other, '2022-06-20', 0],
    ['decided on it', rest('2022-06-21', '2022-06-26', { act: dated('2022-08-01') }), '2022-08-01', 5],
    ['decided after it', rest('2022-06-21', '2022-06-26', { act: dated('2022-08-02') }), '2022-08-01', 0],
  ])(
    'given another day in an older log, and a rest %s, then that day stands and this rest alone is counted',
    (_, more, dueOn, days) => {
      expect(laterBy(more, [one], { instance: DUE, dueOn })).toBe(days);
    },
  );

  it('given another day in an older log that was fixed meanwhile, then by the days since', () => {
    expect(laterBy(other, [one], { instance: DUE, dueOn: '2022-08-01', fixedOn: '2022-06-24' })).toBe(2);
  });
});

describe('a rest that lasts', () => {
  const suspension = { from: '2022-06-01', until: '2022-06-30', act: null, urgent: true, reason: 'neve' };

  it('is counted to the last day that is meant, or on which it may last without an act', () => {
    expect(asMeant(suspension).resumedOn).toBe('2022-07-01');
    expect(asMeant({ ...suspension, unratifiedUntil: '2022-06-15' }).resumedOn).toBe('2022-06-16');
    expect(asMeant({ ...suspension, unratifiedUntil: '2022-06-15', act: dated('2022-06-10') }).resumedOn).toBe(
      '2022-07-01',
    );
  });
});

describe('an occasion as it was moved by rests', () => {
  const occasion = { deadlineId: 'd1', instance: DUE, dueOn: DUE };
  const shifted = { shareId: '1', deadlineId: 'd1', instance: DUE, dueOn: '2022-07-10' };

  it('has the day to which that share, deadline and day were moved', () => {
    expect(dueAsShifted('1', [shifted])(occasion)).toEqual({ ...occasion, dueOn: '2022-07-10' });
  });

  it.each([
    ['another share', { ...shifted, shareId: '2' }],
    ['another deadline', { ...shifted, deadlineId: 'd2' }],
    ['another of its days', { ...shifted, instance: '2022-03-31' }],
  ])('given %s was moved, then it keeps its own', (_, other) => {
    expect(dueAsShifted('1', [other])(occasion)).toBe(occasion);
    expect(dueAsShifted('1')(occasion)).toBe(occasion);
  });
});
