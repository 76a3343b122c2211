import fc from 'fast-check';
import { addDays } from '#domain';
import { due, JUNE_30, reminderDays, table, told } from '../testing/due-table.js';
import { nextAlarmAfter, planAlarms, reminderHour, reminderItems } from './plan.js';

describe('the alarms of a due table', () => {
  it('rings at the midnight in Rome after the day, whoever answers for it', () => {
    expect(planAlarms(table([due('2022-06-30', { office: null })]), '2022-06-01T10:00:00.000Z')).toEqual([
      {
        id: 'missed_2022-1.1.1_1.1.1-anagrafe_d1_2022-06-30_2022-06-30T22.00.00.000Z',
        kind: 'missed',
        objectiveId: '2022-1.1.1',
        ringsAt: '2022-06-30T22:00:00.000Z',
      },
    ]);
  });

  it('rings when a rest is over, although nothing falls due on its share', () => {
    const resting = [{ objectiveId: '2022-1.1.1', shareId: '1.1.1-anagrafe', until: '2022-10-30' }];
    expect(planAlarms(table([], { resting }), '2022-06-01T10:00:00.000Z')).toEqual([
      {
        id: 'rest_2022-1.1.1_1.1.1-anagrafe_2022-10-30',
        kind: 'missed',
        objectiveId: '2022-1.1.1',
        ringsAt: '2022-10-30T23:00:00.000Z',
      },
    ]);
  });

  it('asks for a reminder on the next step of the ladder, at eight in the morning', () => {
    const reminders = planAlarms(table([JUNE_30]), '2022-06-01T10:00:00.000Z').filter(
      ({ kind }) => kind === 'reminder',
    );
    expect(reminders).toEqual([
      {
        id: 'reminder_anagrafe_2022-06-23',
        kind: 'reminder',
        office: 'anagrafe',
        day: '2022-06-23',
        ringsAt: '2022-06-23T06:00:00.000Z',
      },
    ]);
  });

  it('keeps eight in the morning on the days on which the clocks change', () => {
    expect(reminderHour('2022-03-26')).toBe('2022-03-26T07:00:00.000Z');
    expect(reminderHour('2022-03-27')).toBe('2022-03-27T06:00:00.000Z');
    expect(reminderHour('2022-10-29')).toBe('2022-10-29T06:00:00.000Z');
    expect(reminderHour('2022-10-30')).toBe('2022-10-30T07:00:00.000Z');
  });

  it('says a step on the day after when the message of its own day was missed', () => {
    expect(reminderDays(table([JUNE_30]), '2022-06-24T10:00:00.000Z')).toEqual(['2022-06-24', '2022-06-29']);
  });

  it('puts a step that comes after the message of the day into the message of the next', () => {
    const sent = new Set(['anagrafe_2022-06-24']);
    expect(reminderDays(table([JUNE_30], { sent }), '2022-06-24T10:00:00.000Z')).toEqual(['2022-06-25', '2022-06-29']);
  });

  it('gives an office one alarm a day for all that it is reminded of', () => {
    const other = due('2022-06-30', { deadlineId: 'd2' });
    expect(reminderDays(table([JUNE_30, other]), '2022-06-23T05:00:00.000Z')).toEqual(['2022-06-23', '2022-06-29']);
  });

  it.each(['met', 'late', 'void'] as const)('has no alarm for what is %s', (status) => {
    expect(planAlarms(table([due('2022-06-30', { status })]), '2022-06-24T10:00:00.000Z')).toEqual([]);
  });

  it('reminds of a missed deadline on the working day after, and only once', () => {
    const missed = due('2022-06-30', { status: 'missed' });
    expect(reminderDays(table([missed]), '2022-07-01T05:00:00.000Z')).toEqual(['2022-07-01']);
    const reminded = told(missed, '+1');
    expect(planAlarms(table([missed], { reminded }), '2022-07-01T07:00:00.000Z')).toEqual([]);
  });

  it('comes in the same order whatever the order of the rows', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2022-06-01', days));
    const rows = fc.uniqueArray(
      fc
        .tuple(days, fc.constantFrom('anagrafe', 'tributi'))
        .map(([dueOn, office]) => due(dueOn, { office, deadlineId: office })),
      { selector: (row) => `${row.dueOn} ${row.office}` },
    );
    fc.assert(
      fc.property(rows, (instances) => {
        const now = '2022-06-20T10:00:00.000Z';
        const there = planAlarms(table(instances), now);
        const back = planAlarms(table(instances.toReversed()), now);
        expect(back).toEqual(there);
        expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
      }),
    );
  });
});

describe('the next alarm', () => {
  it('is the first instant after now at which one rings', () => {
    expect(nextAlarmAfter(table([JUNE_30]), '2022-06-01T10:00:00.000Z')).toBe('2022-06-23T06:00:00.000Z');
    expect(nextAlarmAfter(table([JUNE_30]), '2022-06-23T06:00:00.000Z')).toBe('2022-06-29T06:00:00.000Z');
    expect(nextAlarmAfter(table([JUNE_30]), '2022-06-29T06:00:00.000Z')).toBe('2022-06-30T22:00:00.000Z');
    expect(nextAlarmAfter(table([]), '2022-06-01T10:00:00.000Z')).toBeNull();
  });

  it('given a share that nobody took note of, or work at rest, then nobody is reminded, and the alarm of the day is set', () => {
    for (const more of [{ acknowledgement: 'awaited' }, { frozen: true }] as const) {
      const alarms = planAlarms(table([due('2022-06-30', more)]), '2022-06-22T08:00:00.000Z');
      expect(alarms.map(({ kind }) => kind)).toEqual(['missed']);
      expect(reminderItems(table([due('2022-06-30', more)]), 'anagrafe', '2022-06-29T08:00:00.000Z')).toEqual([]);
    }
    const unasked = table([due('2022-06-30', { acknowledgement: 'unasked' })]);
    expect(reminderItems(unasked, 'anagrafe', '2022-06-29T08:00:00.000Z')).toHaveLength(1);
  });
});
