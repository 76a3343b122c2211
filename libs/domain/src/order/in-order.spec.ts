import { Refused } from '../refused.js';
import type { ActReference, LocalDate } from '../values.js';
import { dayTold, decideInOrder, requireAfter, type Dated } from './in-order.js';
import type { Needed } from './needed.js';

const TODAY = '2022-09-30T20:00:00.000Z';
const act = (date: LocalDate | null): ActReference => ({ kind: 'DGC', number: '70', date });
const doing = (more: Partial<Dated> = {}): Dated => ({
  type: 'objective.remove',
  by: { id: 'u-1', office: 'segretario' },
  at: TODAY,
  ...more,
});

function comeOf<T>(does: () => T) {
  try {
    return does();
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.code, facts: error.facts };
    throw error;
  }
}

describe('the day that is told of something', () => {
  it('given a day that is said, then that one, whatever act it is done by', () => {
    expect(dayTold(doing({ act: act('2022-09-01') }), '2022-09-10')).toEqual({ field: 'occurredOn', on: '2022-09-10' });
  });

  it('given none, then that of the act, be it cited by what is done to an approval', () => {
    const told = { field: 'act.date', on: '2022-09-01' };
    expect(dayTold(doing({ act: act('2022-09-01') }))).toEqual(told);
    expect(dayTold(doing({ deed: { do: 'take-step', act: act('2022-09-01') } }))).toEqual(told);
    expect(dayTold(doing({ act: act('2022-09-01'), deed: { act: act('2022-09-02') } }))).toEqual(told);
  });

  it('given an act of today by the clock of Rome, then today; of a later day, of none, or none at all, then no day is told', () => {
    expect(dayTold(doing({ act: act('2022-09-30') }))).toMatchObject({ on: '2022-09-30' });
    expect(dayTold(doing({ act: act('2022-10-01') }))).toBeNull();
    expect(dayTold(doing({ act: act('2022-10-01'), at: '2022-09-30T22:00:00.000Z' }))).toMatchObject({
      on: '2022-10-01',
    });
    expect(dayTold(doing({ act: act(null) }))).toBeNull();
    expect(dayTold(doing({ act: null }))).toBeNull();
    expect(dayTold(doing({ deed: { do: 'claim' } }))).toBeNull();
    expect(dayTold(doing())).toBeNull();
  });

  it('given an act that is taken note of, then its day is not that of the note', () => {
    expect(dayTold(doing({ type: 'act.register', act: act('2022-09-01') }))).toBeNull();
    expect(dayTold(doing({ type: 'action.on-act', act: act('2022-09-01') }))).not.toBeNull();
  });
});

describe('what must have happened before', () => {
  const vote: Needed = { fact: 'vote', on: '2022-09-05' };
  const approved: Needed = { fact: 'plan-approved', on: '2022-09-03' };
  const asked = (on: LocalDate, needed: readonly Needed[]) =>
    comeOf(() => {
      requireAfter({ field: 'act.date', on }, needed);
    });

  it('given several, then none before the last of them, and on its day it may', () => {
    for (const needed of [
      [vote, approved],
      [approved, vote],
    ]) {
      expect(asked('2022-09-04', needed)).toEqual({
        refusal: 'value/before-its-fact',
        facts: { field: 'act.date', needs: 'vote', value: '2022-09-04', min: '2022-09-05' },
      });
      expect(asked('2022-09-05', needed)).toBeUndefined();
    }
  });

  it('given one of a share, then the refusal says of which', () => {
    expect(asked('2022-09-04', [{ ...vote, share: '6.1.1-a' }])).toEqual({
      refusal: 'objective/before-its-fact',
      facts: { field: 'act.date', share: '6.1.1-a', needs: 'vote', value: '2022-09-04', min: '2022-09-05' },
    });
  });

  it('given nothing, then any day that is one', () => {
    expect(asked('2001-01-01', [])).toBeUndefined();
    expect(asked('2022-02-30', [])).toMatchObject({ refusal: 'value/not-a-date', facts: { field: 'act.date' } });
  });
});

describe('deciding in order', () => {
  const needed: Needed = { fact: 'vote', on: '2022-09-05' };
  const decider = { decide: (): readonly string[] => ['done'], restsOn: () => [needed] };
  const decided = (command: Dated, by: Parameters<typeof decideInOrder<null, Dated, string>>[0], on?: LocalDate) =>
    comeOf(() => decideInOrder(by, command, null, on));

  it('given a day before what it rests on, then it is refused', () => {
    expect(decided(doing(), decider, '2022-09-01')).toMatchObject({
      refusal: 'value/before-its-fact',
      facts: { field: 'occurredOn', min: '2022-09-05' },
    });
    expect(decided(doing({ act: act('2022-09-01') }), decider)).toMatchObject({ facts: { field: 'act.date' } });
  });

  it('given no day, then it happens as it is recorded, and nothing is asked', () => {
    expect(decided(doing({ act: act('2022-10-31') }), decider)).toEqual(['done']);
  });

  it('given what the system carries over, what comes to nothing or what rests on nothing, then nothing is asked', () => {
    expect(decided(doing({ by: { id: 'system', office: 'system' } }), decider, '2022-09-01')).toEqual(['done']);
    expect(decided(doing(), { ...decider, decide: () => [] }, '2022-09-01')).toEqual([]);
    expect(decided(doing(), { decide: decider.decide }, '2022-09-01')).toEqual(['done']);
  });
});
