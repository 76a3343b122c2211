import type { DueRow } from '#postgres';
import { materialFrom } from './query.js';
import { wholeYear } from '../testing/stories.js';
import { asOfDay } from './as-of-day.js';

describe('an occasion as it stood on a day', () => {
  const [first] = materialFrom(wholeYear().events)?.due ?? [];
  const row = (given: Partial<DueRow>): DueRow => ({
    ...first!,
    status: 'open',
    answered_on: null,
    lifted: null,
    ...given,
  });
  const told = ({ status, answered_on }: DueRow) => [status, answered_on];

  it('given a fulfilment of a later day, then it is open until then and met from then on', () => {
    const met = row({ status: 'met', due_on: '2031-10-15', answered_on: '2031-09-18' });
    expect(told(asOfDay(met, '2031-09-17'))).toEqual(['open', null]);
    expect(told(asOfDay(met, '2031-09-18'))).toEqual(['met', '2031-09-18']);
  });

  it('given work done in time and told as late, then nothing of it is late before the day has passed', () => {
    const late = row({ status: 'late', due_on: '2024-02-29', answered_on: '2024-02-28', late_reason: 'other' });
    expect(told(asOfDay(late, '2024-02-27'))).toEqual(['open', null]);
    expect(told(asOfDay(late, '2024-02-29'))).toEqual(['met', '2024-02-28']);
    expect(told(asOfDay(late, '2024-03-01'))).toEqual(['late', '2024-02-28']);
  });

  it('given a miss that was lifted, then it was none before its day had passed', () => {
    const act = { kind: 'DGC', number: '80', date: '2031-09-10' };
    const lifted = {
      on: '2031-09-10',
      recordedAt: '2031-09-20T08:00:00.000Z',
      act,
      variationId: '1',
      dueOn: '2031-09-12',
    };
    const moved = row({ status: 'moved', due_on: '2031-09-12', lifted });
    expect(asOfDay(moved, '2031-09-12').lifted).toBeNull();
    expect(asOfDay(moved, '2031-09-13').lifted).toEqual(lifted);
  });
});
