import { happened } from './happened.js';
import type { EvaluationEvent } from './messages.js';

const ended = (until: string): EvaluationEvent => ({
  type: 'evaluation.term-ended.v1',
  data: { planId: '2022', of: 'proposal', until, offices: ['nucleo'] },
});

describe('a term that ended', () => {
  it.each([
    ['2023-03-31', '2023-04-01'],
    ['2024-02-28', '2024-02-29'],
    ['2026-10-25', '2026-10-26'],
  ])('given its last day, %s, then it ended as %s began, whenever that was noticed', (until, day) => {
    expect(happened(ended(until))).toBe(day);
  });

  it('given what somebody did or was told, then it has no day of its own', () => {
    const { data } = ended('2023-03-31');
    const reminded = { type: 'evaluation.term-reminded.v1', data } as EvaluationEvent;
    expect(happened(reminded)).toBeNull();
  });
});
