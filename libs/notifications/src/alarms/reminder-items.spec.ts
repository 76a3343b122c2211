import { due, JUNE_30, reminderDays, table, told } from '../testing/due-table.js';
import { reminderItems } from './plan.js';

describe('what a reminder says', () => {
  it('names the step that has come, once for each share', () => {
    const items = reminderItems(table([JUNE_30]), 'anagrafe', '2022-06-23T06:00:00.000Z');
    expect(items).toEqual([
      {
        objectiveId: '2022-1.1.1',
        shareId: '1.1.1-anagrafe',
        deadlineId: 'd1',
        instance: '2022-06-30',
        step: '-5',
        dueOn: '2022-06-30',
        title: 'Carta dei servizi',
      },
    ]);
  });

  it('leaves out a step that a later one has overtaken', () => {
    const steps = reminderItems(table([JUNE_30]), 'anagrafe', '2022-06-29T06:00:00.000Z').map(({ step }) => step);
    expect(steps).toEqual(['-1']);
  });

  it('says nothing of what was said, answered, or belongs to another office', () => {
    const now = '2022-06-23T06:00:00.000Z';
    expect(reminderItems(table([JUNE_30], { reminded: told(JUNE_30, '-5') }), 'anagrafe', now)).toEqual([]);
    expect(reminderItems(table([due('2022-06-30', { status: 'met' })]), 'anagrafe', now)).toEqual([]);
    expect(reminderItems(table([JUNE_30]), 'tributi', now)).toEqual([]);
  });

  it('does not remind of meeting a deadline that is over but not yet marked as missed', () => {
    expect(reminderItems(table([due('2022-07-02')]), 'anagrafe', '2022-07-03T10:00:00.000Z')).toEqual([]);
  });

  it('reminds of a week only once, on the Friday', () => {
    const week = due('2022-06-26', { every: 'week' });
    expect(reminderDays(table([week]), '2022-06-17T10:00:00.000Z')).toEqual(['2022-06-24']);
  });
});
