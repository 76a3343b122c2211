import { REGISTRY } from '../testing/example.js';
import { happened } from './happened.js';
import type { ObjectiveEvent } from './messages.js';

const missed = (dueOn: string): ObjectiveEvent => ({
  type: 'objective.deadline-missed.v1',
  data: { shareId: REGISTRY, deadlineId: 'draft', instance: dueOn, dueOn },
});
const ACT = { kind: 'DGC', number: '4', date: '2022-05-02' };
const resumed = (reason: string, act: typeof ACT | null): ObjectiveEvent =>
  // of what an event carries only this is looked at
  ({ type: 'objective.resumed.v1', data: { shareId: REGISTRY, on: '2022-05-16', reason, act } }) as ObjectiveEvent;

describe('what the passing of time did', () => {
  it.each([
    ['2022-07-31', '2022-08-01'],
    ['2028-02-28', '2028-02-29'],
    ['2028-02-29', '2028-03-01'],
    ['2026-03-28', '2026-03-29'],
    ['2026-03-29', '2026-03-30'],
    ['2026-10-24', '2026-10-25'],
    ['2026-10-25', '2026-10-26'],
  ])('given a deadline of %s, then it was missed on %s, as the day after began', (dueOn, day) => {
    expect(happened(missed(dueOn))).toBe(day);
  });

  it('given work that goes on by itself, then on its day; by an act or for a reason, when that was said', () => {
    expect(happened(resumed('', null))).toBe('2022-05-16');
    expect(happened(resumed('Il ricorso è deciso', null))).toBeNull();
    expect(happened(resumed('', ACT))).toBeNull();
    expect(happened(resumed('Il ricorso è deciso', ACT))).toBeNull();
  });

  it('given a miss that an act lifts, then on the day of the act, whatever day is told beside it', () => {
    const lifted = { type: 'objective.miss-lifted.v1', data: { shareId: REGISTRY, act: ACT } } as object;
    expect(happened(lifted as ObjectiveEvent)).toBe('2022-05-02');
  });

  it('given anything that somebody did, then it has no day of its own', () => {
    const by = { shareId: REGISTRY, on: '2022-05-16', reason: '', act: null };
    expect(happened({ type: 'objective.suspended.v1', data: by } as object as ObjectiveEvent)).toBeNull();
  });
});
