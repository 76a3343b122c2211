import { remindersOf } from './reminders.js';

describe('reminders', () => {
  it('given a deadline on a Sunday, when reminding, then five and one working days before, and the day after', () => {
    expect(remindersOf({ dueOn: '2022-07-31', every: null })).toEqual([
      { step: '-5', on: '2022-07-25' },
      { step: '-1', on: '2022-07-29' },
      { step: '+1', on: '2022-08-01' },
    ]);
  });

  it('given a weekly report, when reminding, then once, on the Friday', () => {
    expect(remindersOf({ dueOn: '2022-06-26', every: 'week' })).toEqual([{ step: '-1', on: '2022-06-24' }]);
  });

  it('given a monthly report, when reminding, then the whole ladder', () => {
    expect(remindersOf({ dueOn: '2022-06-30', every: 'month' }).map(({ step }) => step)).toEqual(['-5', '-1', '+1']);
  });

  it('given the patron saint on the day before, when reminding, then a day earlier', () => {
    expect(remindersOf({ dueOn: '2022-06-24', every: 'week' }, '06-23')).toEqual([{ step: '-1', on: '2022-06-22' }]);
  });

  it('given a ladder with two steps on one day, when reminding, then that day has one reminder', () => {
    const ladder = [
      { step: '0', workingDays: 0 },
      { step: 'today', workingDays: 0 },
      { step: '-1', workingDays: -1 },
    ];
    expect(remindersOf({ dueOn: '2022-06-24', every: null }, null, ladder)).toEqual([
      { step: '-1', on: '2022-06-23' },
      { step: 'today', on: '2022-06-24' },
    ]);
  });
});
