import { objective, type ObjectiveEvent } from '#domain';
import { dayOf, recordable } from './record.js';

const key = '0b0e2c3a-6f0f-4a53-9c53-000000000001';
const context = { commandId: key, correlationId: key, causationId: key };
const at = '2022-05-16T08:00:00.000Z';
const act = { kind: 'DGC', number: '10', date: '2022-05-02' };
const approve = { type: 'plan.approve', by: { id: 'acc-1', office: 'giunta' }, at };

describe('the day on which something happened', () => {
  it('given nothing that says it, then it is the day on which it was decided', () => {
    expect(dayOf(approve, context)).toBe('2022-05-16');
    expect(dayOf({ ...approve, act: null }, context)).toBe('2022-05-16');
    expect(dayOf({ ...approve, act: { ...act, date: null } }, context)).toBe('2022-05-16');
  });

  it('given an act that is cited, also in what is done to an approval, then it is the day of the act', () => {
    expect(dayOf({ ...approve, act }, context)).toBe('2022-05-02');
    expect(dayOf({ ...approve, type: 'approval.act', deed: { do: 'take-step', act } }, context)).toBe('2022-05-02');
  });

  it('given that the command says it, then that counts more than its act', () => {
    expect(dayOf({ ...approve, act }, { ...context, occurredOn: '2022-05-10' })).toBe('2022-05-10');
    expect(dayOf({ ...approve, act, occurredOn: '2022-05-11' }, context)).toBe('2022-05-11');
  });

  it('given an act of a day to come, or one that is only taken note of, then it is no day of what is done', () => {
    expect(dayOf({ ...approve, act: { ...act, date: '2099-01-01' } }, context)).toBe('2022-05-16');
    expect(dayOf({ ...approve, type: 'act.register', act }, context)).toBe('2022-05-16');
  });
});

describe('what the passing of time did', () => {
  const share = { shareId: '7.2.1-anagrafe', deadlineId: 'draft', instance: '2022-04-30' };
  const missed: ObjectiveEvent = {
    type: 'objective.deadline-missed.v1',
    data: { ...share, dueOn: '2022-04-30' },
  };
  const resumed = (on: string, reason: string): ObjectiveEvent => ({
    type: 'objective.resumed.v1',
    data: { shareId: share.shareId, on, days: 3, reason, act: null },
  });
  const daysOf = (...events: readonly ObjectiveEvent[]) =>
    recordable(
      { stream: 'objective-borgo-2022-7.2.1', body: 'borgo', decider: objective },
      { revision: 4, hash: null },
      events,
      approve,
      { ...context, occurredOn: '2022-05-10' },
    ).map(({ metadata }) => metadata['occurredOn']);

  it('given a deadline that is noticed weeks later, then it was missed when its day was over, whatever else is said with it', () => {
    expect(daysOf(missed, resumed('2022-05-16', 'Torna il personale'))).toEqual(['2022-05-01', '2022-05-10']);
  });

  it('given a rest that ended by itself, then work went on after its last day', () => {
    expect(daysOf(resumed('2022-05-04', ''), missed)).toEqual(['2022-05-04', '2022-05-01']);
  });
});
